using Confab.Chat.Accounts;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>A client certificate opens the account that the session is logged in to no more.</summary>
/// <param name="Fingerprint">SHA-256 of the certificate in hexadecimal digits.</param>
public sealed record RemoveCertificate(string Fingerprint) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (state.Accounts.Find(asker.SignedOn.Account) is not { } account)
        {
            decision.Refuse(RefusalCode.NotLoggedIn, "You are not logged in. Log in to the account whose certificate you want to remove.");
        }
        else if (!AccountBook.TryReadFingerprint(Fingerprint, out var fingerprint) || !account.CertificateFingerprints.Contains(fingerprint))
        {
            decision.Refuse(RefusalCode.CertificateInvalid, $"No certificate {state.Quote(Fingerprint)} opens your account. List those that do.");
        }
        else if (account is { Verifier: null, CertificateFingerprints.Count: 1 })
        {
            decision.Refuse(RefusalCode.CertificateInvalid, "Nothing else opens your account. Set a password first.");
        }
        else
        {
            var changed = account with { CertificateFingerprints = [.. account.CertificateFingerprints.Where(one => one != fingerprint)] };
            state.Save(changed);
            decision.Answer(new AccountSaved(changed));
        }
    }
}
