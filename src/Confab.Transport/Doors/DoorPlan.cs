using System.Net;
using Confab.Dialects;
using Confab.Transport.Proxies;
using Confab.Transport.Tls;

namespace Confab.Transport.Doors;

/// <summary>What a door is to be.</summary>
/// <param name="EndPoint">Where it listens; port 0 for a free one.</param>
/// <param name="Dialect">What it speaks.</param>
public sealed record DoorPlan(IPEndPoint EndPoint, Dialect Dialect)
{
    /// <summary>What a door is called that speaks TLS.</summary>
    public const string TlsSuffix = "+tls";

    /// <summary>The certificates of a TLS door; null for a plain one.</summary>
    public CertificateStore? Certificates { get; init; }

    /// <summary>How long a TLS handshake may take.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = new TlsOptions().HandshakeTimeout;

    /// <summary>Who may connect, and says with a PROXY header for whom; null for a door to which people come by themselves.</summary>
    public ProxyOptions? Proxies { get; init; }

    /// <summary>What a door is called that is not called by its dialect; null for the others.</summary>
    public string? OwnName { get; init; }

    /// <summary>The door's name.</summary>
    public string Name => (OwnName ?? Dialect.Name) + (Certificates is null ? "" : TlsSuffix);
}
