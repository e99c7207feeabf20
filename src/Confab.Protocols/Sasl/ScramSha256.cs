using System.Security.Cryptography;
using System.Text;

namespace Confab.Protocols.Sasl;

/// <summary>The calculations of SCRAM-SHA-256 (RFC 5802 section 3, RFC 7677).</summary>
public static class ScramSha256
{
    /// <summary>The mechanism's name.</summary>
    public const string Name = "SCRAM-SHA-256";

    /// <summary>The fewest iterations that RFC 7677 section 4 lets a server announce.</summary>
    public const int LeastIterations = 4096;

    internal const int KeyBytes = 32;

    /// <summary>Whether a text can be a nonce: not empty, printable ASCII but ",".</summary>
    /// <param name="nonce">The text.</param>
    /// <returns>False if it would break a message.</returns>
    public static bool IsNonce(ReadOnlySpan<char> nonce) =>
        !nonce.IsEmpty && nonce.IndexOfAnyExceptInRange('!', '~') < 0 && !nonce.Contains(',');

    internal static byte[] SaltedPassword(string password, ReadOnlySpan<byte> salt, int iterations) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(Saslprep.PreparePassword(password)),
        salt,
        iterations,
        HashAlgorithmName.SHA256,
        KeyBytes);

    internal static byte[] ClientKey(ReadOnlySpan<byte> saltedPassword) => HMACSHA256.HashData(saltedPassword, "Client Key"u8);

    internal static byte[] ServerKey(ReadOnlySpan<byte> saltedPassword) => HMACSHA256.HashData(saltedPassword, "Server Key"u8);

    internal static byte[] Sign(ReadOnlySpan<byte> key, string authMessage) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(authMessage));

    internal static byte[] Xor(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var result = new byte[KeyBytes];
        for (var i = 0; i < KeyBytes; i++)
        {
            result[i] = (byte)(one[i] ^ other[i]);
        }

        return result;
    }

    /// <summary>Decodes base64 as RFC 5802 writes it: no spaces, with padding.</summary>
    internal static bool TryDecodeBase64(string text, out byte[] bytes)
    {
        bytes = new byte[(text.Length / 4 * 3) + 3];
        if (text.AsSpan().ContainsAny(" \t\r\n") || !Convert.TryFromBase64String(text, bytes, out var length))
        {
            bytes = [];
            return false;
        }

        bytes = bytes[..length];
        return true;
    }
}
