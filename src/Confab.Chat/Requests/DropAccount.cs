using Confab.Chat.Accounts;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>
/// Ends an account: one's own, or any by those who look after accounts. It is done when it is asked again with the code of the first answer.
/// </summary>
/// <param name="Account">Its name; null for the one that the session is logged in to.</param>
/// <param name="Code">The code; null to be told it.</param>
public sealed record DropAccount(string? Account = null, string? Code = null) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var own = state.Accounts.Find(asker.SignedOn.Account);
        var account = Account is null ? own : state.Accounts.Find(Account);
        if (account != own && !state.IsAdministrator(asker.User))
        {
            decision.Refuse(RefusalCode.Denied, "Only its owner may drop an account. Log in to it first.");
        }
        else if (account is null)
        {
            decision.Refuse(
                Account is null ? RefusalCode.NotLoggedIn : RefusalCode.AccountUnknown,
                Account is null ? "You are not logged in. Log in to the account that you want to drop." : $"There is no account {state.Quote(Account)}.");
        }
        else if (Code != state.ConfirmationCode("drop account", account.Key, decision))
        {
            decision.Answer(new ConfirmationNeeded(
                state.ConfirmationCode("drop account", account.Key, decision),
                $"The account {account.Name.Text} and all that belongs to it will be gone, and anybody may take its name."));
        }
        else
        {
            LogOutAll(state, account, decision);
            state.ForgetAccountInRooms(account.Name, decision);
            state.Drop(account);
            decision.Answer(new AccountDropped(account.Name.Text));
        }
    }

    private static void LogOutAll(ChatState state, Account account, Decision decision)
    {
        state.LogOutBeforeSignOn(account);
        foreach (var user in state.UsersOf(account))
        {
            state.SetAccount(user, account: null, user.Participant, decision);
            if (user.Sessions.Count == 0)
            {
                state.End(user, user.Participant, "The account was dropped", decision);
            }
        }
    }
}
