namespace Confab.Chat.Sessions;

/// <summary>Where a session came in: facts that others may be shown, not a way to reach it.</summary>
/// <param name="Door">The dialect's name, such as <c>relay</c>.</param>
/// <param name="Address">The peer's IP address as text.</param>
/// <param name="Port">The peer's TCP port; 0 where there is none.</param>
public sealed record SessionOrigin(string Door, string Address, int Port)
{
    /// <summary>True when nobody between the peer and the server can read or change what is said (TLS).</summary>
    public bool IsSecure { get; init; }

    /// <summary>
    /// The SHA-256 fingerprint of the certificate (its DER) that the peer proved to hold the key of: 64 lower-case hexadecimal digits. Null where
    /// it showed none.
    /// </summary>
    public string? CertificateFingerprint { get; init; }
}
