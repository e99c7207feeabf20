using Confab.Chat.Events;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Ends the session: by the person's wish, or because the connection is gone. Asking again changes nothing.</summary>
/// <param name="Reason">What the others are told, or null.</param>
public sealed record SignOff(string? Reason) : Request
{
    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var reason = state.CleanReason(Reason);
        if (asker.Session is { } session)
        {
            foreach (var room in session.Rooms.ToArray())
            {
                state.Leave(session, room);
                decision.Happened(new MemberLeft(room.Name, session.Participant, reason, Quit: true));
            }

            state.Remove(session);
            decision.Happened(new SignedOff(session.Participant, reason));
        }

        decision.Answer(new Goodbye(reason));
    }
}
