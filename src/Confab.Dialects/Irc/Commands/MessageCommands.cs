using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;
using Confab.Dialects.Irc.Replies;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>Saying something (Modern IRC, "Sending Messages"; IRCv3 message-tags for <c>TAGMSG</c>). Nothing ever answers a notice.</summary>
internal static class MessageCommands
{
    /// <summary>Most targets of one line, as <c>RPL_ISUPPORT TARGMAX</c> tells.</summary>
    public const int MaxTargets = 4;

    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("PRIVMSG", 0, IrcState.Registered, ["PRIVMSG <target>{,<target>} :<text>", "Says something in a room or to somebody."], context => Say(context, MessageKind.Message)),
        new("NOTICE", 0, IrcState.Registered, ["NOTICE <target>{,<target>} :<text>", "As PRIVMSG, and nobody answers by itself."], context => Say(context, MessageKind.Notice)),
        new("TAGMSG", 1, IrcState.Registered, ["TAGMSG <target>{,<target>}", "Sends message tags without a text."], SendTags),
    ];

    private static void Say(IrcContext context, MessageKind kind)
    {
        var message = context.Message;
        if (message.Parameter(0) is not { Length: > 0 } targets)
        {
            Complain(context, kind, IrcNumerics.ErrNoRecipient, $"No recipient given ({message.Command})");
        }
        else if (message.Parameter(1) is not { Length: > 0 } text)
        {
            Complain(context, kind, IrcNumerics.ErrNoTextToSend, "No text to send");
        }
        else if (Playback.IsMeant(context, targets))
        {
            Playback.Run(context, text);
        }
        else
        {
            var tags = ClientTags.Read(message, context.Options.DenyClientTags);
            SendToAll(context, targets, Utterance.Read(kind, text, tags, ClientTags.ReadKey(message)));
        }
    }

    private static void SendTags(IrcContext context)
    {
        var tags = ClientTags.Read(context.Message, context.Options.DenyClientTags);
        if (context.Parameters[0].Length == 0)
        {
            context.Reply(IrcNumerics.ErrNoRecipient, "No recipient given (TAGMSG)");
        }
        else if (!ClientTags.AreAllDenied(context.Message, tags))
        {
            SendToAll(context, context.Parameters[0], new Utterance(MessageKind.Message, Text: null, tags, Key: null));
        }
    }

    private static void SendToAll(IrcContext context, string targets, in Utterance said)
    {
        if (!targets.Contains(',', StringComparison.Ordinal))
        {
            Send(context, targets, said);
            return;
        }

        SendToEach(context, targets, said);
    }

    private static void SendToEach(IrcContext context, string targets, in Utterance said)
    {
        var each = targets.Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (each.Length > MaxTargets)
        {
            Complain(context, said.Kind, IrcNumerics.ErrTooManyTargets, each[MaxTargets], $"Too many targets; at most {MaxTargets} at once, and nothing was sent");
            return;
        }

        // A service may have to look something up, and what was sent before would wait with it.
        if (each.Length > 1 && Array.Find(each, text => context.State.Services.Find(text) is not null) is { } service)
        {
            Complain(context, said.Kind, IrcNumerics.ErrTooManyTargets, service, "Ask services one at a time; nothing was sent");
            return;
        }

        foreach (var text in each)
        {
            Send(context, text, said);
        }
    }

    private static void Send(IrcContext context, string text, in Utterance said)
    {
        var target = MessageTarget.Read(text, context.State, context.Options);
        if (target.IsRoom)
        {
            SendToRoom(context, target, said);
        }
        else
        {
            SendToUser(context, target, said);
        }
    }

    private static void SendToRoom(IrcContext context, in MessageTarget target, in Utterance said)
    {
        if (!RoomName.TryCreate(target.Name, out var name, out _))
        {
            Complain(context, said.Kind, IrcNumerics.ErrNoSuchChannel, target.Text, "No such channel");
            return;
        }

        if (context.Ask(said.To(name, target.Least)) is not Refused refused)
        {
            return;
        }

        // Whether a secret room is there is nobody's business outside.
        var isKnown = context.State.FindRoom(name) is { } room && Gate.May(context.Asker.SignedOn, Deed.SeeRoom, room);
        switch (refused.Code)
        {
            case RefusalCode.TextEmpty:
                Complain(context, said.Kind, IrcNumerics.ErrNoTextToSend, "No text to send");
                break;
            case RefusalCode.NotMember when !isKnown:
                Complain(context, said.Kind, IrcNumerics.ErrNoSuchChannel, target.Text, "No such channel");
                break;
            default:
                Complain(context, said.Kind, IrcNumerics.ErrCannotSendToChan, target.Text, refused.Text);
                break;
        }
    }

    private static void SendToUser(IrcContext context, MessageTarget target, Utterance said)
    {
        var before = context.Decision.Events.Count;
        var request = said.To(target.Name);
        if (request is SendPrivateMessage message)
        {
            context.AskAndWait(message, (later, reply) => Conclude(later, target, said, reply, later.Decision.Events.Skip(later == context ? before : 0)));
        }
        else if (context.State.Services.Find(target.Name) is null)
        {
            // Clients tell whomever they write to that somebody is typing; a service does not mind.
            Conclude(context, target, said, context.Ask(request), context.Decision.Events.Skip(before));
        }
    }

    private static void Conclude(IrcContext context, MessageTarget target, Utterance said, Reply? reply, IEnumerable<ChatEvent> events)
    {
        switch (reply)
        {
            case Refused { Code: RefusalCode.RecipientUnknown }:
                Complain(context, said.Kind, IrcNumerics.ErrNoSuchNick, target.Text, "No such nick/channel");
                break;
            case Refused { Code: RefusalCode.TextEmpty }:
                Complain(context, said.Kind, IrcNumerics.ErrNoTextToSend, "No text to send");
                break;
            case Refused refused:
                Complain(context, said.Kind, IrcNumerics.ErrCantSendToUser, target.Text, refused.Text);
                break;
            default:
                Sent(context, target, said, events);
                break;
        }
    }

    private static void Sent(IrcContext context, MessageTarget target, Utterance said, IEnumerable<ChatEvent> events)
    {
        // To oneself: the answer is the echo, where one asked for it, and this is the message arriving.
        if (events.FirstOrDefault(happened => IsToItself(happened, context.Asker.User?.Id)) is { } own)
        {
            context.Add(new IrcEventItem(own) { IsArrival = true });
        }

        if (said is { IsNotice: false, Text: not null } && context.State.FindUser(target.Name) is { Away: { } away } recipient)
        {
            context.Reply(IrcNumerics.RplAway, recipient.Nickname.Text, away);
        }
    }

    private static bool IsToItself(ChatEvent happened, UserId? user) => happened switch
    {
        PrivateMessagePosted message => message.To.User == user && message.From.User == user,
        PrivateEvent other => other.To.User == user,
        _ => false,
    };

    private static void Complain(IrcContext context, MessageKind kind, string numeric, params ReadOnlySpan<string> parameters)
    {
        if (kind != MessageKind.Notice)
        {
            context.Reply(numeric, parameters);
        }
    }
}
