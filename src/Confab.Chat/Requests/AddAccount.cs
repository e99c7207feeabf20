using System.Diagnostics.CodeAnalysis;
using Confab.Chat.Accounts;
using Confab.Chat.Lookups;
using Confab.Chat.Names;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>
/// Makes an account for somebody else; for those who look after accounts, also where nobody can register one by themselves. Who bears its name
/// without being logged in keeps it until they go.
/// </summary>
/// <param name="Name">The account's name.</param>
/// <param name="Password">The password.</param>
/// <param name="Email">How the owner can be reached; null for none.</param>
/// <param name="IsAdministrator">True for one more who looks after accounts.</param>
public sealed record AddAccount(string Name, string Password, string? Email = null, bool IsAdministrator = false) : Request, IResumable
{
    private byte[]? _salt;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (TryRead(state, asker, decision, out _, out var password))
        {
            _salt = decision.NewSecret(PasswordVerifier.SaltBytes);
            decision.AskLog(new DeriveKey(password, _salt, state.Options.Accounts.HashRounds));
        }
    }

    public void Resume(ChatState state, Asker asker, LookupResult result, Decision decision)
    {
        if (result is not KeyDerived derived || _salt is null || !TryRead(state, asker, decision, out var name, out _))
        {
            return;
        }

        var account = new Account
        {
            Name = name,
            Created = decision.Now,
            Verifier = PasswordVerifier.FromSaltedPassword(derived.Key, _salt, state.Options.Accounts.HashRounds),
            Email = string.IsNullOrEmpty(Email) ? null : Email,
            IsAdministrator = IsAdministrator,
        };
        state.Save(account);
        decision.Answer(new AccountSaved(account));
    }

    /// <summary>The name only: a password must not reach a log.</summary>
    public override string ToString() => $"{nameof(AddAccount)} {Name}";

    private bool TryRead(
        ChatState state, Asker asker, Decision decision, [NotNullWhen(true)] out Nickname? name, [NotNullWhen(true)] out string? password)
    {
        var limits = state.Options.Limits;
        password = null;
        if (!Nickname.TryCreate(Name, limits.NicknameLength, out name, out var problem))
        {
            decision.Refuse(RefusalCode.AccountNameInvalid, problem);
        }
        else if (!state.IsAdministrator(asker.User))
        {
            decision.Refuse(RefusalCode.Denied, "Only those who look after accounts may make one for somebody else.");
        }
        else if (state.Accounts.OwnerOf(name) is { } owner)
        {
            decision.Refuse(RefusalCode.AccountExists, $"{name.Text} belongs to the account {owner.Name.Text}, or looks as if it did. Choose another name.");
        }
        else if (name.Skeleton == state.Options.ServerName.Skeleton || state.Services.IsNamedLike(name))
        {
            decision.Refuse(RefusalCode.AccountNameInvalid, $"{name.Text} is a name of the server itself, or looks like one. Choose another.");
        }
        else if (!PasswordText.TryPrepare(Password, limits.PasswordBytes, out password, out problem))
        {
            decision.Refuse(RefusalCode.WeakPassword, problem);
        }
        else if (!string.IsNullOrEmpty(Email) && !RegisterAccount.IsEmail(Email))
        {
            decision.Refuse(RefusalCode.EmailInvalid, "That is no e-mail address. Give one such as name@example.org, or none.");
        }
        else if (state.Accounts.Count >= limits.Accounts)
        {
            decision.Refuse(RefusalCode.TooManyAccounts, $"The server has {state.Accounts.Count} accounts, which is the most here (limits.accounts).");
        }
        else
        {
            return true;
        }

        return false;
    }
}
