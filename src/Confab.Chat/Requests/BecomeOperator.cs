using System.Security.Cryptography;
using System.Text;
using Confab.Chat.Accounts;
using Confab.Chat.Lookups;
using Confab.Chat.Replies;
using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>
/// Becomes an operator of the server, by a name and password from the settings or by those of an account that is an administrator's. Tries are counted
/// as tries to log in are.
/// </summary>
/// <param name="Name">The operator's name, or the account's.</param>
/// <param name="Password">The password.</param>
/// <param name="Secret">What the settings have for the name: a password, or a verifier as <see cref="PasswordVerifier.Write"/> makes it; null where they do not have the name.</param>
public sealed record BecomeOperator(string Name, string Password, string? Secret) : Request, IResumable
{
    private const string VerifierScheme = "SCRAM-SHA-256$";

    private string Tries => $"operator {LoginRules.KeyOf(Name)}";

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (asker.SignedOn.IsServerOperator)
        {
            decision.Answer(Done.Instance);
        }
        else if (!state.Logins.TryBegin(Tries, asker.Origin.Address, decision.Now, out var wait))
        {
            decision.Refuse(RefusalCode.TooManyTries, $"Too many tries to become an operator. Try again in {LoginRules.Tell(wait)}.");
        }
        else if (Secret is not null && !Secret.StartsWith(VerifierScheme, StringComparison.Ordinal))
        {
            Conclude(IsSame(Secret, Password), state, asker, decision);
        }
        else if (PasswordText.TryPrepare(Password, state.Options.Limits.PasswordBytes, out var prepared, out _))
        {
            // A name that nobody has takes as long, so that nobody learns which there are.
            var verifier = FindVerifier(state) ?? state.Decoy(Name, decision);
            decision.AskLog(new DeriveKey(prepared, [.. verifier.Salt], verifier.Rounds));
        }
        else
        {
            Conclude(isRight: false, state, asker, decision);
        }
    }

    public void Resume(ChatState state, Asker asker, LookupResult result, Decision decision)
    {
        if (asker.User is null)
        {
            decision.Refuse(RefusalCode.NotSignedOn, "You are not signed on any more.");
        }
        else
        {
            Conclude(result is KeyDerived derived && FindVerifier(state)?.Matches(derived.Key) is true, state, asker, decision);
        }
    }

    /// <summary>The name only: a password must not reach a log.</summary>
    public override string ToString() => $"{nameof(BecomeOperator)} {Name}";

    private PasswordVerifier? FindVerifier(ChatState state) =>
        Secret is null ? state.Accounts.Find(Name) is { IsAdministrator: true, Suspended: null } account ? account.Verifier : null
        : PasswordVerifier.TryParse(Secret, out var verifier) ? verifier
        : null;

    private void Conclude(bool isRight, ChatState state, Asker asker, Decision decision)
    {
        if (!isRight)
        {
            decision.Refuse(RefusalCode.LoginFailed, "The operator's name or the password is wrong. Check both.");
            return;
        }

        var user = asker.SignedOn;
        state.Logins.Succeeded(Tries);
        state.SetModes(user, user.Modes | UserModes.ServerOperator, asker.Participant, decision);
        decision.Answer(Done.Instance);
    }

    // Hashes are compared, so that the time it takes says nothing about the length either.
    private static bool IsSame(string one, string other) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(one)), SHA256.HashData(Encoding.UTF8.GetBytes(other)));
}
