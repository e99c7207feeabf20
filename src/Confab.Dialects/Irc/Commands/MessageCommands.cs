using Confab.Chat.Messages;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>Saying something (Modern IRC, "Sending Messages").</summary>
internal static class MessageCommands
{
    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("PRIVMSG", 0, IrcState.Registered, ["PRIVMSG <target>{,<target>} :<text>", "Says something in a room or to somebody."], context => Send(context, MessageKind.Message)),
        new("NOTICE", 0, IrcState.Registered, ["NOTICE <target>{,<target>} :<text>", "As PRIVMSG, and nobody answers by itself."], context => Send(context, MessageKind.Notice)),
    ];

    private static void Send(IrcContext context, MessageKind kind)
    {
        if (context.Message.Parameter(0) is not { Length: > 0 } targets)
        {
            context.Reply(IrcNumerics.ErrNoRecipient, $"No recipient given ({context.Message.Command})");
            return;
        }

        if (context.Message.Parameter(1) is not { Length: > 0 } text)
        {
            context.Reply(IrcNumerics.ErrNoTextToSend, "No text to send");
            return;
        }

        foreach (var target in targets.Split(','))
        {
            SendTo(context, target, text, kind);
        }
    }

    private static void SendTo(IrcContext context, string target, string text, MessageKind kind)
    {
        if (target.StartsWith('#'))
        {
            if (context.TryReadRoom(target, out var room) && context.Ask(new Post(room, text, kind)) is Refused refused)
            {
                context.Reply(IrcNumerics.ErrCannotSendToChan, target, refused.Text);
            }

            return;
        }

        if (context.Ask(new SendPrivateMessage(target, text, kind)) is Refused)
        {
            context.Reply(IrcNumerics.ErrNoSuchNick, target, "No such nick/channel");
        }
    }
}
