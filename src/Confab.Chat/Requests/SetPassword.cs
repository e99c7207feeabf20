using System.Diagnostics.CodeAnalysis;
using Confab.Chat.Accounts;
using Confab.Chat.Lookups;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>
/// Gives the account that the session is logged in to another password. Whoever finds an open session must not be able to take the account, so the
/// current password is asked for where there is one; it is checked first, and tries are counted as tries to log in are. Those who look after
/// accounts give any another one, for owners who forgot theirs.
/// </summary>
/// <param name="Current">The current password; null where the account has none.</param>
/// <param name="Password">The new one.</param>
/// <param name="Account">Whose, for those who look after accounts; null for the one that the session is logged in to.</param>
public sealed record SetPassword(string? Current, string Password, string? Account = null) : Request, IResumable
{
    private byte[]? _salt;

    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (!TryFind(state, asker, decision, out var account))
        {
            return;
        }

        if (!PasswordText.TryPrepare(Password, state.Options.Limits.PasswordBytes, out _, out var problem))
        {
            decision.Refuse(RefusalCode.WeakPassword, problem);
        }
        else if (account.Verifier is not { } verifier || Account is not null)
        {
            DeriveNew(state, decision);
        }
        else if (LoginRules.TryBegin(state, asker, account.Name.Text, decision))
        {
            if (PasswordText.TryPrepare(Current, state.Options.Limits.PasswordBytes, out var current, out _))
            {
                decision.AskLog(new DeriveKey(current, [.. verifier.Salt], verifier.Rounds));
            }
            else
            {
                RefuseCurrent(decision);
            }
        }
    }

    public void Resume(ChatState state, Asker asker, LookupResult result, Decision decision)
    {
        // Meanwhile the account may be gone, or the asker no more what it was.
        if (!TryFind(state, asker, decision, out var account) || result is not KeyDerived derived)
        {
            return;
        }

        if (_salt is not null)
        {
            var changed = account with
            {
                Verifier = PasswordVerifier.FromSaltedPassword(derived.Key, _salt, state.Options.Accounts.HashRounds),
            };
            state.Save(changed);
            decision.Answer(new AccountSaved(changed));
        }
        else if (account.Verifier?.Matches(derived.Key) is true)
        {
            state.Logins.Succeeded(account.Key);
            DeriveNew(state, decision);
        }
        else
        {
            RefuseCurrent(decision);
        }
    }

    /// <summary>The deed only: a password must not reach a log.</summary>
    public override string ToString() => nameof(SetPassword);

    private bool TryFind(ChatState state, Asker asker, Decision decision, [NotNullWhen(true)] out Account? account)
    {
        account = state.Accounts.Find(Account ?? state.AccountOf(asker.Id));
        if (Account is not null && !state.IsAdministrator(asker.User))
        {
            decision.Refuse(RefusalCode.Denied, "Only those who look after accounts may set the password of another one.");
            return false;
        }

        if (account is null)
        {
            decision.Refuse(
                Account is null ? RefusalCode.NotLoggedIn : RefusalCode.AccountUnknown,
                Account is null
                    ? "You are not logged in. Log in to the account whose password you want to change."
                    : $"There is no account {state.Quote(Account)}.");
        }

        return account is not null;
    }

    private static void RefuseCurrent(Decision decision) =>
        decision.Refuse(RefusalCode.LoginFailed, "The current password is wrong. The password was not changed.");

    private void DeriveNew(ChatState state, Decision decision)
    {
        // What it was checked to be, it still is.
        if (PasswordText.TryPrepare(Password, state.Options.Limits.PasswordBytes, out var prepared, out _))
        {
            _salt = decision.NewSecret(PasswordVerifier.SaltBytes);
            decision.AskLog(new DeriveKey(prepared, _salt, state.Options.Accounts.HashRounds));
        }
    }
}
