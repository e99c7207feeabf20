using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Logs in by the certificate that the session's connection was opened with.</summary>
/// <param name="Account">The account that it must open; null for whichever it opens.</param>
public sealed record LogInByCertificate(string? Account = null) : Request
{
    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (asker.Origin.CertificateFingerprint is not { } fingerprint)
        {
            decision.Refuse(RefusalCode.CertificateInvalid, "Your connection shows no certificate. Connect over TLS with one.");
        }
        else if (state.Accounts.FindByCertificate(fingerprint) is { } account
            && (string.IsNullOrEmpty(Account) || state.Accounts.Find(Account) == account))
        {
            LoginRules.Succeed(state, asker, account, decision);
        }
        else
        {
            decision.Refuse(RefusalCode.LoginFailed, "Your certificate does not open that account. Log in with the password and add it.");
        }
    }
}
