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
    // What a line holds beside its front, with room for a long room name and nickname.
    private const int MaxNamesBytes = 300;

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
        if (context.Ask(new ListMembers(room.Name)) is not MembersListed listed)
        {
            return;
        }

        var symbol = room.Modes.Has(RoomFlags.Secret) ? "@" : "=";
        var line = new StringBuilder();
        var bytes = 0;
        foreach (var member in listed.Members)
        {
            var (signs, name) = (Signs(context, member.Rank), NameOf(context, member));
            var more = signs.Length + Encoding.UTF8.GetByteCount(name);
            if (line.Length > 0 && bytes + more + 1 > MaxNamesBytes)
            {
                context.Reply(IrcNumerics.RplNamReply, symbol, room.Name.Text, line.ToString());
                line.Clear();
                bytes = 0;
            }

            bytes += line.Length > 0 ? more + 1 : more;
            line.Append(line.Length > 0 ? " " : string.Empty).Append(signs).Append(name);
        }

        if (line.Length > 0)
        {
            context.Reply(IrcNumerics.RplNamReply, symbol, room.Name.Text, line.ToString());
        }
    }

    private static string NameOf(IrcContext context, MemberShown member)
    {
        var who = member.Who;
        return context.Has(IrcCapabilities.UserhostInNames) ? $"{who.Nickname.Text}!{who.Username}@{who.Host}" : who.Nickname.Text;
    }

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
