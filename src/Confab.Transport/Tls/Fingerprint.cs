using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Confab.Transport.Tls;

/// <summary>How a certificate is called by those who know it again.</summary>
public static class Fingerprint
{
    /// <summary>The SHA-256 of the certificate's DER, as 64 lower-case hexadecimal digits; null for no certificate.</summary>
    public static string? Of(X509Certificate? certificate) =>
        certificate is null ? null : Convert.ToHexStringLower(SHA256.HashData(certificate.GetRawCertData()));
}
