using System.Text;

namespace Confab.Protocols.Sasl;

/// <summary>The one message of PLAIN: <c>[authzid] NUL authcid NUL password</c>, in UTF-8 (RFC 4616).</summary>
/// <param name="AuthorizationId">As whom to act; empty for oneself.</param>
/// <param name="AuthenticationId">Whose password it is; never empty.</param>
/// <param name="Password">The password; never empty.</param>
public sealed record PlainMessage(string AuthorizationId, string AuthenticationId, string Password)
{
    /// <summary>The mechanism's name.</summary>
    public const string Name = "PLAIN";

    /// <summary>Reads a message.</summary>
    /// <param name="message">The bytes, decoded from base64.</param>
    /// <returns>The message; null if it is not UTF-8, has not exactly three parts, or one of the last two is empty.</returns>
    public static PlainMessage? Parse(ReadOnlySpan<byte> message) =>
        SaslText.TryDecode(message, out var text)
        && text.Split('\0') is [var authorizationId, { Length: > 0 } authenticationId, { Length: > 0 } password]
            ? new PlainMessage(authorizationId, authenticationId, password)
            : null;

    /// <summary>Writes the message.</summary>
    /// <returns>The bytes, before base64.</returns>
    public byte[] Write() => Encoding.UTF8.GetBytes($"{AuthorizationId}\0{AuthenticationId}\0{Password}");

    /// <summary>Says whose it is; never the password, so that no log can hold it.</summary>
    /// <returns>A short description.</returns>
    public override string ToString() => $"PLAIN for {AuthenticationId}";
}
