namespace Confab.Protocols.Detection;

/// <summary>What the first bytes of a session are.</summary>
public enum Detected
{
    /// <summary>The bytes so far could still become an HTTP request or a TLS handshake.</summary>
    Undecided,

    /// <summary>Neither HTTP nor TLS: a client of the door's own protocol.</summary>
    Plain,

    /// <summary>The beginning of an HTTP request: a browser page or a scanner, not a chat client.</summary>
    Http,

    /// <summary>The beginning of a TLS ClientHello.</summary>
    Tls,
}
