using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Speaks to everybody as the server: posted to the default room, and told to all who do not sit there.</summary>
public sealed record Announce(string Text) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var session = asker.SignedOn;
        var room = state.DefaultRoom;
        if (!Gate.May(session, Deed.Announce, room))
        {
            decision.Refuse(RefusalCode.Denied, "Only the server's operator may speak to everybody.");
            return;
        }

        if (state.TryReadText(Text, decision, out var text))
        {
            decision.Happened(new MessagePosted(
                room.Name, session.Participant, decision.NewId(), decision.Now, MessageKind.Notice, text, Key: null));
            decision.Happened(new ServerAnnounced(session.Participant, room.Name, decision.Now, text));
        }
    }
}
