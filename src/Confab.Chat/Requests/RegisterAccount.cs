using System.Text;
using Confab.Chat.Accounts;
using Confab.Chat.Lookups;
using Confab.Chat.Names;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Registers an account and logs the session in to it.</summary>
/// <param name="Name">The account's name. Whoever has a nickname already can register only that one.</param>
/// <param name="Password">The password.</param>
/// <param name="Email">How the owner can be reached; null for none.</param>
public sealed record RegisterAccount(string Name, string Password, string? Email = null) : Request, IResumable
{
    private const int EmailBytes = 254;

    private byte[]? _salt;

    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (!TryRead(state, asker, decision, out _, out var password))
        {
            return;
        }

        if (!state.Logins.TryRegister(asker.Origin.Address, decision.Now, out var wait))
        {
            decision.Refuse(RefusalCode.TooManyTries, $"Too many accounts were registered from your address. Try again in {LoginRules.Tell(wait)}.");
            return;
        }

        _salt = decision.NewSecret(PasswordVerifier.SaltBytes);
        decision.AskLog(new DeriveKey(password, _salt, state.Options.Accounts.HashRounds));
    }

    public void Resume(ChatState state, Asker asker, LookupResult result, Decision decision)
    {
        if (result is not KeyDerived derived || _salt is null || !TryRead(state, asker, decision, out var name, out _))
        {
            return;
        }

        var fingerprint = asker.Origin.CertificateFingerprint;
        var account = new Account
        {
            Name = name,
            Created = decision.Now,
            Verifier = PasswordVerifier.FromSaltedPassword(derived.Key, _salt, state.Options.Accounts.HashRounds),
            CertificateFingerprints = fingerprint is not null && state.Accounts.FindByCertificate(fingerprint) is null ? [fingerprint] : [],
            Email = string.IsNullOrEmpty(Email) ? null : Email,
        };
        state.Save(account);
        state.SetAccount(asker.Id, account, decision);
        decision.Answer(new LoggedIn(account, IsNew: true));
    }

    /// <summary>The name only: a password must not reach a log.</summary>
    public override string ToString() => $"{nameof(RegisterAccount)} {Name}";

    internal static bool IsEmail(string text) =>
        Encoding.UTF8.GetByteCount(text) <= EmailBytes
        && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at < text.Length - 1
        && text.IndexOf('@', at + 1) < 0
        && !text.EnumerateRunes().Any(rune => Rune.IsControl(rune) || Rune.IsWhiteSpace(rune));

    private bool TryRead(ChatState state, Asker asker, Decision decision, out Nickname name, out string password)
    {
        var (options, limits) = (state.Options.Accounts, state.Options.Limits);
        (name, password) = (state.Options.ServerName, string.Empty);
        if (!options.Registration)
        {
            decision.Refuse(RefusalCode.RegistrationOff, "Nobody can register an account here by themselves. Ask those who run the server.");
        }
        else if (state.AccountOf(asker.Id) is { } account)
        {
            decision.Refuse(RefusalCode.LoggedInAlready, $"You are logged in as {account} already. Log out first.");
        }
        else if (!Nickname.TryCreate(Name, limits.NicknameLength, out var valid, out var problem))
        {
            decision.Refuse(RefusalCode.AccountNameInvalid, problem);
        }
        else if (state.Accounts.OwnerOf(valid) is not null)
        {
            decision.Refuse(RefusalCode.AccountExists, $"{valid.Text} belongs to an account already, or looks like a name that does. Choose another.");
        }
        else if (asker.User is { } user && user.Nickname.Key != valid.Key)
        {
            decision.Refuse(RefusalCode.NicknameMustMatch, $"You can register {user.Nickname.Text}, your own nickname. Take {valid.Text} first.");
        }
        else if (state.IsReserved(valid, account: null) || !state.Nicknames.IsFree(valid, asker.User))
        {
            decision.Refuse(RefusalCode.AccountNameInvalid, $"Somebody else bears {valid.Text}, or a name that looks like it. Choose another.");
        }
        else if (!PasswordText.TryPrepare(Password, limits.PasswordBytes, out var prepared, out problem))
        {
            decision.Refuse(RefusalCode.WeakPassword, problem);
        }
        else if (!string.IsNullOrEmpty(Email) && !IsEmail(Email))
        {
            decision.Refuse(RefusalCode.EmailInvalid, "That is no e-mail address. Give one such as name@example.org, or none.");
        }
        else if (state.Accounts.Count >= limits.Accounts)
        {
            decision.Refuse(RefusalCode.TooManyAccounts, $"The server has {state.Accounts.Count} accounts, which is the most here. Ask those who run it.");
        }
        else
        {
            (name, password) = (valid, prepared);
            return true;
        }

        return false;
    }
}
