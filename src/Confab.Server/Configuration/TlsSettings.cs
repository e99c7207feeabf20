using Confab.Server.Configuration.Values;
using static Confab.Server.Configuration.SettingsTable;

namespace Confab.Server.Configuration;

/// <summary>Certificates, and the bounds of TLS.</summary>
internal static class TlsSettings
{
    public static IEnumerable<Setting<ServerOptions>> All { get; } =
    [
        Value("tls.certificate", new FilePath(),
            "The PEM file of the server's certificate, with those between it and its root behind it; empty, because a certificate must be somebody's.",
            options => options.Tls.Certificate, (options, value) => options.Tls.Certificate = value),
        Value("tls.key", new FilePath(), "The PEM file of its private key; empty where the certificate's file holds it.",
            options => options.Tls.Key, (options, value) => options.Tls.Key = value),
        Value("tls.names", new CertificateNames(),
            "Other certificates for clients that ask for other names, each as host=cert.pem or host=cert.pem:key.pem; the host may be *.example.org.",
            options => options.Tls.Names, (options, value) => options.Tls.Names = value),
        Value("tls.clientCertificates", new Switch(),
            "Clients are asked for a certificate. None is demanded and any is taken, since it only tells by its fingerprint who comes back.",
            options => options.Tls.ClientCertificates, (options, value) => options.Tls.ClientCertificates = value),
        Time("tls.handshakeTimeout", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5),
            "How long a TLS handshake may take; a few exchanges need a second on a bad line, and a port scan never ends one.",
            options => options.Tls.HandshakeTimeout, (options, value) => options.Tls.HandshakeTimeout = value),
        Time("tls.reloadInterval", TimeSpan.FromSeconds(1), TimeSpan.FromDays(1),
            "How often the certificates' files are looked at: a renewed one is in use soon, and a look costs next to nothing.",
            options => options.Tls.ReloadInterval, (options, value) => options.Tls.ReloadInterval = value),
    ];
}
