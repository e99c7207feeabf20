using System.Globalization;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Dialects.Irc.Capabilities;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>Coming into rooms and leaving them (Modern IRC, "Channel Operations").</summary>
internal static class RoomCommands
{
    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("JOIN", 1, IrcState.Registered, ["JOIN <channel>{,<channel>} [<key>{,<key>}]", "Enters channels; JOIN 0 leaves all."], Join),
        new("PART", 1, IrcState.Registered, ["PART <channel>{,<channel>} [:<reason>]", "Leaves channels."], Part),
        new("NAMES", 0, IrcState.Registered, ["NAMES [<channel>{,<channel>}]", "Lists who sits in channels."], Names),
    ];

    /// <summary>What a session that has just entered is told: the topic and who is there.</summary>
    public static void ShowEntered(IrcContext context, RoomName name)
    {
        if (context.State.FindRoom(name) is not { } room)
        {
            return;
        }

        if (room.Topic is { } topic)
        {
            ShowTopic(context, room, topic);
        }

        if (!context.Has(IrcCapabilities.NoImplicitNames))
        {
            ShowNames(context, room);
        }
    }

    public static void ShowTopic(IrcContext context, Room room, Topic topic)
    {
        context.Reply(IrcNumerics.RplTopic, room.Name.Text, topic.Text);
        context.ReplyPlain(
            IrcNumerics.RplTopicWhoTime, room.Name.Text, topic.Author, topic.Time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
    }

    public static void ShowNames(IrcContext context, Room room)
    {
        const int MaxNamesBytes = 380;
        var line = new List<string>();
        var length = 0;
        foreach (var member in room.Members)
        {
            var entry = NameEntry(context, member);
            if (length + entry.Length + 1 > MaxNamesBytes)
            {
                context.Reply(IrcNumerics.RplNamReply, "=", room.Name.Text, string.Join(' ', line));
                line.Clear();
                length = 0;
            }

            line.Add(entry);
            length += entry.Length + 1;
        }

        if (line.Count > 0)
        {
            context.Reply(IrcNumerics.RplNamReply, "=", room.Name.Text, string.Join(' ', line));
        }

        context.Reply(IrcNumerics.RplEndOfNames, room.Name.Text, "End of /NAMES list");
    }

    private static string NameEntry(IrcContext context, Member member)
    {
        var who = member.User.Participant;
        var name = context.Has(IrcCapabilities.UserhostInNames) ? $"{who.Nickname.Text}!{who.Username}@{who.Host}" : who.Nickname.Text;
        return RankPrefix.Of(member.Rank, all: context.Has(IrcCapabilities.MultiPrefix)) + name;
    }

    private static void Join(IrcContext context)
    {
        foreach (var target in context.Parameters[0].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (context.TryReadRoom(target, out var room) && context.Ask(new JoinRoom(room)) is RoomEntered { WasMember: false })
            {
                ShowEntered(context, room);
            }
        }
    }

    private static void Part(IrcContext context)
    {
        foreach (var target in context.Parameters[0].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (context.TryReadRoom(target, out var room) && context.Ask(new PartRoom(room, context.Message.Parameter(1))) is Refused)
            {
                context.Reply(IrcNumerics.ErrNotOnChannel, target, "You're not on that channel");
            }
        }
    }

    private static void Names(IrcContext context)
    {
        if (context.Message.Parameter(0) is { } target && RoomName.TryCreate(target, out var name, out _) && context.State.FindRoom(name) is { } room)
        {
            ShowNames(context, room);
            return;
        }

        context.Reply(IrcNumerics.RplEndOfNames, context.Message.Parameter(0) ?? "*", "End of /NAMES list");
    }
}
