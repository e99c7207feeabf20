using Confab.Chat.Accounts;
using Confab.Chat.Names;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>
/// Logs in whom somebody else vouches for that the server trusts; only for dialects that have checked it. Whoever comes for the first time gets an
/// account without a password.
/// </summary>
/// <param name="Account">The account's name.</param>
public sealed record LogInVouched(string Account) : Request
{
    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (state.Accounts.Find(Account) is { } known)
        {
            LoginRules.Succeed(state, asker, known, decision);
        }
        else if (!Nickname.TryCreate(Account, state.Options.Limits.NicknameLength, out var name, out var problem))
        {
            decision.Refuse(RefusalCode.AccountNameInvalid, problem);
        }
        else if (state.Accounts.OwnerOf(name) is not null || state.IsReserved(name, account: null))
        {
            decision.Refuse(RefusalCode.AccountExists, $"{name.Text} belongs to an account already, or looks like a name that does.");
        }
        else if (state.Accounts.Count >= state.Options.Limits.Accounts)
        {
            decision.Refuse(RefusalCode.TooManyAccounts, $"The server has {state.Accounts.Count} accounts, which is the most here.");
        }
        else
        {
            var account = new Account { Name = name, Created = decision.Now };
            state.Save(account);
            LoginRules.Succeed(state, asker, account, decision);
        }
    }
}
