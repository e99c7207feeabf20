using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Closes an account for a while, or opens it again; for those who look after accounts. Who uses it is sent away.</summary>
/// <param name="Account">Its name.</param>
/// <param name="Suspend">True to close, false to open.</param>
/// <param name="Reason">Why; its owner is told when they try to log in.</param>
public sealed record SuspendAccount(string Account, bool Suspend, string? Reason = null) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (!state.IsAdministrator(asker.User))
        {
            decision.Refuse(RefusalCode.Denied, "Only those who look after accounts may suspend one.");
            return;
        }

        if (state.Accounts.Find(Account) is not { } account)
        {
            decision.Refuse(RefusalCode.AccountUnknown, $"There is no account {state.Quote(Account)}.");
            return;
        }

        var reason = state.CleanReason(Reason) ?? "no reason given";
        var users = Suspend ? state.UsersOf(account) : [];
        var changed = account with { Suspended = Suspend ? reason : null };
        state.Save(changed);
        if (Suspend)
        {
            state.LogOutBeforeSignOn(account);
        }

        foreach (var user in users)
        {
            state.SendAway(user, $"Account suspended: {reason}", decision);
        }

        decision.Answer(new AccountSaved(changed));
    }
}
