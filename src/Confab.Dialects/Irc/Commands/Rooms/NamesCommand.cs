using System.Text;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Dialects.Irc.Capabilities;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Rooms;

/// <summary>Who sits in a room (Modern IRC, NAMES).</summary>
internal static class NamesCommand
{
    private const int LineEndBytes = 2;
    private const int MaxRuneBytes = 4;

    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("NAMES", 0, IrcState.Registered, ["NAMES <channel>{,<channel>}", "Lists who sits in channels."], Run),
    ];

    /// <summary>Lists a room as far as the asker may know of it.</summary>
    public static void Show(IrcContext context, Room room)
    {
        if (Gate.May(context.Asker.SignedOn, Deed.SeeMembers, room))
        {
            ShowMembers(context, room);
        }

        context.Reply(IrcNumerics.RplEndOfNames, room.Name.Text, "End of /NAMES list");
    }

    /// <summary>The signs before a member's nickname, as this client wants them.</summary>
    public static string Signs(IrcContext context, Rank rank) =>
        RankLetters.SignsOf(context.Has(IrcCapabilities.MultiPrefix) ? rank : rank.Highest());

    private static void ShowMembers(IrcContext context, Room room)
    {
        var symbol = room.Modes.Has(RoomFlags.Secret) ? "@" : "=";
        foreach (var names in Lines(context, room))
        {
            context.Reply(IrcNumerics.RplNamReply, symbol, room.Name.Text, names);
        }
    }

    private static string[] Lines(IrcContext context, Room room)
    {
        var style = new NamesStyle(context.Has(IrcCapabilities.MultiPrefix), context.Has(IrcCapabilities.UserhostInNames), MaxBytes(context, room));
        if (Gate.MaySeeAllMembers(context.Asker.SignedOn, room))
        {
            return context.Options.Names.Of(room, style);
        }

        if (context.Ask(new ListMembers(room.Name)) is not MembersListed listed)
        {
            return [];
        }

        var some = new NamesText(style);
        foreach (var member in listed.Members)
        {
            some.Add(member.Who, member.Rank);
        }

        return some.Lines();
    }

    // What is left of a line behind ":server 353 nickname = #room :", for the longest nickname, so that all clients are sent the same lines.
    private static int MaxBytes(IrcContext context, Room room) =>
        IrcLimits.BodyBytes - LineEndBytes - Encoding.UTF8.GetByteCount($":{context.Options.ServerName} {IrcNumerics.RplNamReply}  = {room.Name.Text} :")
        - (context.State.Options.Limits.NicknameLength * MaxRuneBytes);

    private static void Run(IrcContext context)
    {
        if (context.Message.Parameter(0) is not { Length: > 0 } targets)
        {
            context.Reply(IrcNumerics.RplEndOfNames, "*", "End of /NAMES list");
            return;
        }

        foreach (var target in targets.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (RoomName.TryCreate(target, out var name, out _) && context.State.FindRoom(name) is { } room)
            {
                Show(context, room);
            }
            else
            {
                context.Reply(IrcNumerics.RplEndOfNames, target, "End of /NAMES list");
            }
        }
    }
}
