namespace Confab.Transport.Tls;

/// <summary>Certificates and bounds of TLS. Reasons and ranges stand beside the settings of the same names.</summary>
public sealed class TlsOptions
{
    /// <summary>The PEM file of the certificate, with those between it and its root behind it; empty for a server without TLS.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>The PEM file of the private key; empty where the certificate's file holds it.</summary>
    public string Key { get; set; } = "";

    /// <summary>Other certificates, for clients that ask for these names.</summary>
    public IReadOnlyList<NamedCertificate> Names { get; set; } = [];

    /// <summary>Clients are asked for a certificate. They need not have one, and any will do: it only identifies them.</summary>
    public bool ClientCertificates { get; set; } = true;

    /// <summary>How long a handshake may take.</summary>
    public TimeSpan HandshakeTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often the files are looked at.</summary>
    public TimeSpan ReloadInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>True where there is a certificate to show.</summary>
    public bool IsConfigured => Certificate.Length > 0;
}
