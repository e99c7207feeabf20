using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Confab.Transport.Tls;

/// <summary>All certificates of a server as they were read at one time, ready to be shown.</summary>
internal sealed class CertificateSet
{
    private readonly SslServerAuthenticationOptions _usual;
    private readonly (NamedCertificate Name, SslServerAuthenticationOptions Options)[] _named;

    private CertificateSet(
        SslServerAuthenticationOptions usual,
        (NamedCertificate Name, SslServerAuthenticationOptions Options)[] named,
        IReadOnlyList<(string File, X509Certificate2 Certificate)> certificates)
    {
        _usual = usual;
        _named = named;
        Certificates = certificates;
    }

    /// <summary>The servers' own certificates, each with its file.</summary>
    public IReadOnlyList<(string File, X509Certificate2 Certificate)> Certificates { get; }

    /// <exception cref="CertificateException">One of them cannot be used.</exception>
    public static CertificateSet Read(TlsOptions options)
    {
        var certificates = new List<(string, X509Certificate2)>();
        var usual = Options(options.Certificate, options.Key);

        // A name of its own goes before a wildcard that covers it too.
        var named = options.Names
            .OrderBy(name => name.IsWildcard)
            .Select(name => (name, Options(name.Certificate, name.Key)))
            .ToArray();
        return new CertificateSet(usual, named, certificates);

        SslServerAuthenticationOptions Options(string certificate, string key)
        {
            var context = PemCertificate.Read(certificate, key);
            certificates.Add((certificate, context.TargetCertificate));
            return new SslServerAuthenticationOptions
            {
                ServerCertificateContext = context,
                ClientCertificateRequired = options.ClientCertificates,
                RemoteCertificateValidationCallback = AcceptAny,
                CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
                CertificateChainPolicy = NoLookups(),
            };
        }
    }

    /// <summary>What a client is shown that asks for a name, or for none.</summary>
    public SslServerAuthenticationOptions For(string? name)
    {
        foreach (var one in _named)
        {
            if (!string.IsNullOrEmpty(name) && one.Name.Covers(name))
            {
                return one.Options;
            }
        }

        return _usual;
    }

    // A client's certificate is no more than a name for its key: the handshake proves that it has the key, and accounts know the fingerprint.
    private static bool AcceptAny(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        certificate is not null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable);

    // A certificate may name addresses to fetch others from; a stranger must not be able to make the server fetch anything.
    private static X509ChainPolicy NoLookups() => new()
    {
        DisableCertificateDownloads = true,
        RevocationMode = X509RevocationMode.NoCheck,
        TrustMode = X509ChainTrustMode.CustomRootTrust,
    };
}
