using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Asks about an account. Its owner, and those who look after accounts, are shown more than others.</summary>
/// <param name="Account">Its name, or a nickname of it; null for the one that the session is logged in to.</param>
public sealed record ShowAccount(string? Account = null) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var own = state.Accounts.Find(asker.SignedOn.Account);
        var account = Account is null
            ? own ?? state.Accounts.OwnerOf(asker.SignedOn.Nickname)
            : state.Accounts.Find(Account) ?? state.Accounts.Find(state.FindUser(Account)?.Account);
        if (account is null)
        {
            decision.Refuse(
                RefusalCode.AccountUnknown,
                Account is null ? "You are not logged in. Say which account you mean." : $"There is no account {state.Quote(Account)}.");
            return;
        }

        decision.Answer(new AccountShown(
            account,
            state.UsersOf(account).Where(user => user.Sessions.Count > 0).Select(user => user.Nickname.Text).Order(StringComparer.Ordinal).ToArray(),
            account == own || state.IsAdministrator(asker.User)));
    }
}
