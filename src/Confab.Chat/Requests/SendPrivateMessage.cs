using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>Says something to one other session, on whatever door it is.</summary>
public record SendPrivateMessage(string To, string Text, MessageKind Kind = MessageKind.Message) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (FindRecipient(state) is not { } recipient)
        {
            decision.Refuse(
                RefusalCode.RecipientUnknown,
                $"Nobody here is called {state.Quote(To)}. See who is here, then try again.");
            return;
        }

        if (state.TryReadText(Text, decision, out var text))
        {
            var message = new PrivateMessagePosted(asker.Participant, recipient.Participant, decision.NewId(), decision.Now, Kind, text);
            decision.Happened(message);
            decision.Answer(new PrivateMessageSent(message));
        }
    }

    /// <summary>Who <see cref="To"/> is: by nickname, unless a dialect shows other names.</summary>
    protected virtual User? FindRecipient(ChatState state) => state.FindUser(To);
}
