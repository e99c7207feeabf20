namespace Confab.Transport.Proxies;

/// <summary>What the first bytes of a connection are, where a proxy should speak.</summary>
public enum ProxyHeaderStatus
{
    /// <summary>A whole header.</summary>
    Complete,

    /// <summary>The beginning of a header.</summary>
    NeedMore,

    /// <summary>No header, or one that breaks its rules.</summary>
    Malformed,
}
