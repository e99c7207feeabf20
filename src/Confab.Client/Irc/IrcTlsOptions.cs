using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Confab.Client.Irc;

/// <summary>How a client makes sure of the server it talks to over TLS, and shows who it is itself.</summary>
public sealed record IrcTlsOptions
{
    /// <summary>The name that the server's certificate must have; null: the host that is connected to.</summary>
    public string? ServerName { get; init; }

    /// <summary>
    /// The SHA-256 fingerprint of the server's certificate in hexadecimal digits, colons between them or not. If it is set, exactly that
    /// certificate is accepted, whoever signed it.
    /// </summary>
    public string? Fingerprint { get; init; }

    /// <summary>Decides about the server's certificate in place of the system, such as with a certificate authority of one's own.</summary>
    public RemoteCertificateValidationCallback? Validate { get; init; }

    /// <summary>The client's certificate with its private key, for SASL EXTERNAL. Belongs to the caller.</summary>
    public X509Certificate2? ClientCertificate { get; init; }
}
