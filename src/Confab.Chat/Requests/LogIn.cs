using Confab.Chat.Accounts;
using Confab.Chat.Lookups;

namespace Confab.Chat.Requests;

/// <summary>
/// Logs in with a password. An account that does not exist takes as long and is refused in the same words as a wrong password.
/// </summary>
/// <param name="Account">The account's name.</param>
/// <param name="Password">The password.</param>
public sealed record LogIn(string Account, string Password) : Request, IResumable
{
    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (!LoginRules.TryBegin(state, asker, Account, decision))
        {
            return;
        }

        if (!PasswordText.TryPrepare(Password, state.Options.Limits.PasswordBytes, out var prepared, out _))
        {
            LoginRules.Fail(decision);
            return;
        }

        var verifier = state.Accounts.Find(Account)?.Verifier ?? state.Decoy(Account, decision);
        decision.AskLog(new DeriveKey(prepared, [.. verifier.Salt], verifier.Rounds));
    }

    public void Resume(ChatState state, Asker asker, LookupResult result, Decision decision)
    {
        if (result is KeyDerived derived && state.Accounts.Find(Account) is { Verifier: { } verifier } account && verifier.Matches(derived.Key))
        {
            LoginRules.Succeed(state, asker, account, decision);
        }
        else
        {
            LoginRules.Fail(decision);
        }
    }

    /// <summary>The name only: a password must not reach a log.</summary>
    public override string ToString() => $"{nameof(LogIn)} {Account}";
}
