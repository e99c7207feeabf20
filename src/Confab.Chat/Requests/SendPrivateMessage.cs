using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Says something to one other session, on whatever door it is.</summary>
public sealed record SendPrivateMessage(string To, string Text, MessageKind Kind = MessageKind.Message) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (state.FindSession(To) is not { } recipient)
        {
            decision.Refuse(
                RefusalCode.RecipientUnknown,
                $"Nobody here is called {state.Quote(To)}. See who is here, then try again.");
            return;
        }

        if (state.TryReadText(Text, decision, out var text))
        {
            var message = new PrivateMessagePosted(asker.SignedOn.Participant, recipient.Participant, decision.Now, Kind, text);
            decision.Happened(message);
            decision.Answer(new PrivateMessageSent(message));
        }
    }
}
