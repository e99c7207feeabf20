using Confab.Chat.Events;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Sends somebody away from the server; for its operators. They may come back: a ban keeps them out.</summary>
/// <param name="Nickname">Whom.</param>
/// <param name="Reason">Why; they and those who share a room with them are told.</param>
public sealed record Kill(string Nickname, string? Reason) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var asking = asker.SignedOn;
        if (!asking.IsServerOperator)
        {
            decision.Refuse(RefusalCode.Denied, "Only operators of the server may send somebody away.");
            return;
        }

        if (state.FindUser(Nickname) is not { } user || user.IsOperator)
        {
            decision.Refuse(RefusalCode.RecipientUnknown, $"Nobody here is called {state.Quote(Nickname)}.");
            return;
        }

        var reason = state.CleanReason(Reason) ?? "no reason given";
        decision.Happened(new Killed(user.Sessions.ToArray(), asker.Participant, user.Participant, reason));
        state.SendAway(user, $"Killed ({asking.Nickname.Text} ({reason}))", decision);
        decision.Answer(Done.Instance);
    }
}
