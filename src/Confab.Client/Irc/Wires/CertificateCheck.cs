using System.Net.Security;
using System.Security.Cryptography;

namespace Confab.Client.Irc.Wires;

/// <summary>Whether a server's certificate is the right one.</summary>
internal static class CertificateCheck
{
    /// <summary>What decides in place of the system; null: the system.</summary>
    public static RemoteCertificateValidationCallback? Of(IrcTlsOptions options)
    {
        if (options.Fingerprint is not { } fingerprint)
        {
            return options.Validate;
        }

        var wanted = fingerprint.Replace(":", "", StringComparison.Ordinal);
        return (_, certificate, _, _) => certificate is not null
            && string.Equals(certificate.GetCertHashString(HashAlgorithmName.SHA256), wanted, StringComparison.OrdinalIgnoreCase);
    }
}
