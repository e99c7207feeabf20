using System.Globalization;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Protocols.Framing;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Rooms;

/// <summary>What a room is about (Modern IRC, TOPIC).</summary>
internal static class TopicCommand
{
    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("TOPIC", 1, IrcState.Registered, ["TOPIC <channel> [:<topic>]", "Shows or sets the topic; an empty one clears it."], Run),
    ];

    public static void Show(IrcContext context, Room room)
    {
        if (room.Topic is not { } topic)
        {
            context.Reply(IrcNumerics.RplNoTopic, room.Name.Text, "No topic is set");
            return;
        }

        context.Reply(IrcNumerics.RplTopic, room.Name.Text, topic.Text);
        context.ReplyPlain(
            IrcNumerics.RplTopicWhoTime, room.Name.Text, topic.Author, topic.Time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
    }

    private static void Run(IrcContext context)
    {
        if (!context.TryReadRoom(context.Parameters[0], out var name))
        {
            return;
        }

        var user = context.Asker.SignedOn;
        if (context.State.FindRoom(name) is not { } room || !(Gate.May(user, Deed.SeeRoom, room) || room.Has(user.Id)))
        {
            context.Reply(IrcNumerics.ErrNoSuchChannel, context.Parameters[0], "No such channel");
        }
        else if (context.Message.Parameter(1) is not { } text)
        {
            Show(context, room);
        }
        else
        {
            Set(context, room, text);
        }
    }

    private static void Set(IrcContext context, Room room, string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var bound = context.State.Options.Limits.TopicBytes;
        var cut = bytes.Length <= bound ? text : System.Text.Encoding.UTF8.GetString(bytes.AsSpan(0, Utf8Cut.Cut(bytes, bound)));
        if (context.Ask(new SetTopic(room.Name, cut)) is not Refused refused)
        {
            return;
        }

        switch (refused.Code)
        {
            case RefusalCode.NotMember:
                context.Reply(IrcNumerics.ErrNotOnChannel, room.Name.Text, "You're not on that channel");
                break;
            case RefusalCode.Denied:
                context.Reply(IrcNumerics.ErrChanOPrivsNeeded, room.Name.Text, "You're not channel operator");
                break;
            default:
                context.Fail("INVALID_PARAMS", room.Name.Text, refused.Text);
                break;
        }
    }
}
