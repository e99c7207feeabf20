using System.Security.Cryptography;
using System.Text;

namespace Confab.Protocols.Sasl;

/// <summary>What a server keeps of a password for SCRAM-SHA-256 (RFC 5802 section 3): enough to check it, not enough to be it.</summary>
/// <param name="Iterations">How often the password was hashed.</param>
/// <param name="Salt">The salt.</param>
/// <param name="StoredKey">H(HMAC(SaltedPassword, "Client Key")), 32 bytes.</param>
/// <param name="ServerKey">HMAC(SaltedPassword, "Server Key"), 32 bytes.</param>
public sealed record ScramVerifier(int Iterations, ReadOnlyMemory<byte> Salt, ReadOnlyMemory<byte> StoredKey, ReadOnlyMemory<byte> ServerKey)
{
    private const int DecoySaltBytes = 16;

    /// <summary>Makes a verifier of a password. This takes as long as the iterations ask for.</summary>
    /// <param name="password">The password; it is prepared with <see cref="Saslprep.PreparePassword"/>.</param>
    /// <param name="salt">Random bytes, 16 or more.</param>
    /// <param name="iterations">At least 1; RFC 7677 asks for 4096 or more.</param>
    /// <returns>The verifier.</returns>
    public static ScramVerifier Of(string password, ReadOnlySpan<byte> salt, int iterations)
    {
        var salted = ScramSha256.SaltedPassword(password, salt, iterations);
        return new ScramVerifier(iterations, salt.ToArray(), SHA256.HashData(ScramSha256.ClientKey(salted)), ScramSha256.ServerKey(salted));
    }

    /// <summary>
    /// Makes a verifier that no password matches, the same each time for one name: so that an exchange for a name that does
    /// not exist looks like any other.
    /// </summary>
    /// <param name="secret">A secret of the server.</param>
    /// <param name="username">The name, folded as accounts are.</param>
    /// <param name="iterations">As new accounts have.</param>
    /// <returns>The verifier.</returns>
    public static ScramVerifier Decoy(ReadOnlySpan<byte> secret, string username, int iterations) => new(
        iterations,
        Derive(secret, "salt", username).AsMemory(0, DecoySaltBytes),
        Derive(secret, "stored", username),
        Derive(secret, "server", username));

    /// <summary>Whether a password is the one of this verifier. Takes as long for a wrong one.</summary>
    /// <param name="password">The password.</param>
    /// <returns>True for the right one.</returns>
    public bool Matches(string password)
    {
        var salted = ScramSha256.SaltedPassword(password, Salt.Span, Iterations);
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(ScramSha256.ClientKey(salted)), StoredKey.Span);
    }

    private static byte[] Derive(ReadOnlySpan<byte> secret, string purpose, string username) =>
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{purpose}\0{username}"));
}
