using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>
/// Ends the session: by the person's wish, or because the connection is gone. Asking again changes nothing. A user that has other sessions, or
/// that is always on, stays, and nobody else is told.
/// </summary>
/// <param name="Reason">What the others are told, or null.</param>
/// <param name="ByWish">True where a person asked for it in the order of their lines; false where there is nobody any more to show anything to.</param>
public sealed record SignOff(string? Reason, bool ByWish = false) : Request
{
    public override bool AllowedBeforeSignOn => true;

    public override bool WaitsForLookups => ByWish;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var reason = state.CleanReason(Reason);
        state.Headcount.Arrived(asker.Id);
        if (asker.User is { } user)
        {
            if (user.Sessions.Count > 1 || state.IsAlwaysOn(user))
            {
                state.Detach(asker.Id, user);
                state.Monitors.Clear(asker.Id);
                EndOperator(user);
                decision.Happened(new SessionDetached(user.Through(asker.Id)));
            }
            else
            {
                state.End(user, asker.Participant, reason, decision, ByWish);
            }
        }

        state.MoveAccountToUser(asker.Id);
        decision.Answer(new Goodbye(reason));
    }

    // Whoever comes back to a user that stayed alone has given an account's password and not an operator's.
    private static void EndOperator(User user)
    {
        if (user.Sessions.Count == 0)
        {
            user.Modes &= ~UserModes.ServerOperator;
        }
    }
}
