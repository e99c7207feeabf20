using Confab.Chat.Accounts;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Lets a client certificate open the account that the session is logged in to.</summary>
/// <param name="Fingerprint">SHA-256 of the certificate in hexadecimal digits; null for the certificate of this connection.</param>
public sealed record AddCertificate(string? Fingerprint = null) : Request
{
    private const int Most = 32;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (state.Accounts.Find(asker.SignedOn.Account) is not { } account)
        {
            decision.Refuse(RefusalCode.NotLoggedIn, "You are not logged in. Log in to the account that the certificate shall open.");
        }
        else if (!AccountBook.TryReadFingerprint(Fingerprint ?? asker.Origin.CertificateFingerprint, out var fingerprint))
        {
            decision.Refuse(
                RefusalCode.CertificateInvalid,
                Fingerprint is null
                    ? "Your connection shows no certificate. Connect with one, or give its fingerprint."
                    : "That is no fingerprint. Give the SHA-256 of the certificate as 64 hexadecimal digits.");
        }
        else if (state.Accounts.FindByCertificate(fingerprint) is { } other && other != account)
        {
            decision.Refuse(RefusalCode.CertificateInvalid, "That certificate opens another account already. Use a certificate of its own for each.");
        }
        else if (account.CertificateFingerprints.Count >= Most)
        {
            decision.Refuse(RefusalCode.CertificateInvalid, $"The account has {Most} certificates, which is the most. Remove one first.");
        }
        else
        {
            var changed = account.CertificateFingerprints.Contains(fingerprint)
                ? account
                : account with { CertificateFingerprints = [.. account.CertificateFingerprints, fingerprint] };
            state.Save(changed);
            decision.Answer(new AccountSaved(changed));
        }
    }
}
