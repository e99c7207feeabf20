namespace Confab.Chat.Lookups;

/// <summary>
/// A password made into a key by PBKDF2 with HMAC-SHA-256 (RFC 8018 section 5.2), which takes long on purpose and therefore runs beside the
/// sequencer. Answered with <see cref="KeyDerived"/>.
/// </summary>
/// <param name="password">The password.</param>
/// <param name="salt">The salt.</param>
/// <param name="rounds">How often; at least 1.</param>
public sealed record DeriveKey : Lookup
{
    public DeriveKey(string password, byte[] salt, int rounds) => (Password, Salt, Rounds) = (password, salt, rounds);

    public string Password { get; }

    public byte[] Salt { get; }

    public int Rounds { get; }

    /// <summary>Nothing of it: a password must not reach a log.</summary>
    public override string ToString() => nameof(DeriveKey);
}
