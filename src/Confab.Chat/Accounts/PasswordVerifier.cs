using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Confab.Chat.Accounts;

/// <summary>
/// What is kept in place of a password: enough to check one, and to answer SCRAM-SHA-256 (RFC 5802 section 3, RFC 7677), but not
/// the password and nothing that could be sent in its place. Made of the salted password, which is PBKDF2 with HMAC-SHA-256 over the
/// prepared password (<see cref="PasswordText"/>), <see cref="Salt"/> and <see cref="Rounds"/>, 32 bytes long.
/// </summary>
public sealed class PasswordVerifier
{
    /// <summary>The length of a key and of a salted password, in bytes.</summary>
    public const int KeyBytes = SHA256.HashSizeInBytes;

    /// <summary>The shortest salt, in bytes; new ones have as many.</summary>
    public const int SaltBytes = 16;

    /// <summary>RFC 7677 section 4: no fewer rounds.</summary>
    public const int LeastRounds = 4096;

    /// <summary>More rounds than this would let one stored text hold up a processor for many seconds.</summary>
    public const int MostRounds = 10_000_000;

    private const string Scheme = "SCRAM-SHA-256$";
    private const int MostSaltBytes = 64;

    private PasswordVerifier(int rounds, ImmutableArray<byte> salt, ImmutableArray<byte> storedKey, ImmutableArray<byte> serverKey)
    {
        Rounds = rounds;
        Salt = salt;
        StoredKey = storedKey;
        ServerKey = serverKey;
    }

    /// <summary>How many rounds of PBKDF2 the salted password is made with.</summary>
    public int Rounds { get; }

    /// <summary>The salt, at least <see cref="SaltBytes"/> bytes.</summary>
    public ImmutableArray<byte> Salt { get; }

    /// <summary>H(HMAC(salted password, "Client Key")), 32 bytes: a client proves that it knows what this is the hash of.</summary>
    public ImmutableArray<byte> StoredKey { get; }

    /// <summary>HMAC(salted password, "Server Key"), 32 bytes: the server proves with it that it knew the password once.</summary>
    public ImmutableArray<byte> ServerKey { get; }

    /// <summary>Makes a verifier of a salted password.</summary>
    /// <param name="saltedPassword">32 bytes.</param>
    /// <param name="salt">The salt that it was made with.</param>
    /// <param name="rounds">The rounds that it was made with.</param>
    public static PasswordVerifier FromSaltedPassword(byte[] saltedPassword, byte[] salt, int rounds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, LeastRounds);
        if (saltedPassword.Length != KeyBytes)
        {
            throw new ArgumentException($"A salted password has {KeyBytes} bytes and not {saltedPassword.Length}.", nameof(saltedPassword));
        }

        if (salt.Length is < SaltBytes or > MostSaltBytes)
        {
            throw new ArgumentException($"A salt has {SaltBytes} to {MostSaltBytes} bytes and not {salt.Length}.", nameof(salt));
        }

        return new PasswordVerifier(
            rounds,
            [.. salt],
            [.. StoredKeyOf(saltedPassword)],
            [.. HMACSHA256.HashData(saltedPassword, "Server Key"u8)]);
    }

    /// <summary>
    /// True when the salted password is the one that this was made of. Takes the same time for every wrong one.
    /// </summary>
    /// <param name="saltedPassword">What <see cref="Salt"/> and <see cref="Rounds"/> make of the password that somebody gave.</param>
    public bool Matches(byte[] saltedPassword) =>
        CryptographicOperations.FixedTimeEquals(StoredKeyOf(saltedPassword), StoredKey.AsSpan());

    /// <summary>
    /// Reads the written form, <c>SCRAM-SHA-256$rounds:salt$storedkey:serverkey</c> with the three byte strings in base64. False for
    /// anything else, and for rounds or a salt out of bounds.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PasswordVerifier? verifier)
    {
        verifier = null;
        if (text is null || !text.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return false;
        }

        var halves = text[Scheme.Length..].Split('$');
        if (halves.Length != 2 || halves[0].Split(':') is not [var rounds, var salt] || halves[1].Split(':') is not [var stored, var server])
        {
            return false;
        }

        if (int.TryParse(rounds, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is >= LeastRounds and <= MostRounds
            && TryReadBytes(salt, SaltBytes, MostSaltBytes, out var saltBytes)
            && TryReadBytes(stored, KeyBytes, KeyBytes, out var storedKey)
            && TryReadBytes(server, KeyBytes, KeyBytes, out var serverKey))
        {
            verifier = new PasswordVerifier(count, saltBytes, storedKey, serverKey);
        }

        return verifier is not null;
    }

    /// <summary>The written form that <see cref="TryParse"/> reads. It belongs into the store and nowhere else.</summary>
    public string Write() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Scheme}{Rounds}:{Convert.ToBase64String(Salt.AsSpan())}${Convert.ToBase64String(StoredKey.AsSpan())}:{Convert.ToBase64String(ServerKey.AsSpan())}");

    /// <summary>Tells nothing that would help a guesser, because anything may end up in a log.</summary>
    public override string ToString() => "(password verifier)";

    private static byte[] StoredKeyOf(byte[] saltedPassword) =>
        SHA256.HashData(HMACSHA256.HashData(saltedPassword, "Client Key"u8));

    private static bool TryReadBytes(string base64, int least, int most, out ImmutableArray<byte> bytes)
    {
        var buffer = new byte[most + 2];
        var valid = Convert.TryFromBase64String(base64, buffer, out var length) && length >= least && length <= most;
        bytes = valid ? [.. buffer.AsSpan(0, length)] : [];
        return valid;
    }
}
