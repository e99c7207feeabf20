using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Confab.Protocols.Sasl;

/// <summary>
/// The client's message of OAUTHBEARER: <c>gs2-header %x01 *( key "=" value %x01 ) %x01</c> (RFC 7628 section 3.1).
/// </summary>
/// <param name="AuthorizationId">As whom to act; null for whom the token is.</param>
/// <param name="Token">The bearer token; empty if the client only asks what it would need.</param>
/// <param name="Host">The host that the client connected to; null if it does not say.</param>
/// <param name="Port">The port that the client connected to; null if it does not say.</param>
public sealed record OauthBearerMessage(string? AuthorizationId, string Token, string? Host = null, int? Port = null)
{
    /// <summary>The mechanism's name.</summary>
    public const string Name = "OAUTHBEARER";

    private const char Separator = '\x01';
    private const string Scheme = "Bearer ";

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Reads a message.</summary>
    /// <param name="message">The bytes, decoded from base64.</param>
    /// <returns>The message; null if it is malformed, asks for channel binding, or has not exactly one "auth" with a bearer token.</returns>
    public static OauthBearerMessage? Parse(ReadOnlySpan<byte> message)
    {
        if (!SaslText.TryDecode(message, out var text) || !Gs2Header.TryParse(text, out var header) || header.Flag == 'p')
        {
            return null;
        }

        // The pieces: nothing before the first separator, a pair before each, and nothing between the last two.
        if (text[header.Text.Length..].Split(Separator) is not ["", .. var pairs, "", ""] || !TryReadPairs(pairs, out var values))
        {
            return null;
        }

        int? port = null;
        if (values.TryGetValue("port", out var written))
        {
            if (!ushort.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            port = number;
        }

        return values.TryGetValue("auth", out var auth) && TryReadToken(auth, out var token)
            ? new OauthBearerMessage(header.AuthorizationId, token, values.GetValueOrDefault("host"), port)
            : null;
    }

    /// <summary>Whether this is the single separator with which a client takes note of a failure (RFC 7628 section 3.2.3).</summary>
    /// <param name="message">The bytes, decoded from base64.</param>
    /// <returns>True if the server shall now say that authentication failed.</returns>
    public static bool IsAcknowledgement(ReadOnlySpan<byte> message) => message is [(byte)Separator];

    /// <summary>Writes why a token was refused, as JSON (RFC 7628 section 3.2.2).</summary>
    /// <param name="status">The error of RFC 6750: "invalid_token", "invalid_request", "insufficient_scope".</param>
    /// <param name="scope">The scopes that are needed, space between them; null for none.</param>
    /// <param name="openIdConfiguration">Where the provider describes itself; null if that is not known.</param>
    /// <returns>The server's message, before base64.</returns>
    public static byte[] WriteFailure(string status, string? scope = null, string? openIdConfiguration = null)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("status", status);
            if (scope is not null)
            {
                writer.WriteString("scope", scope);
            }

            if (openIdConfiguration is not null)
            {
                writer.WriteString("openid-configuration", openIdConfiguration);
            }

            writer.WriteEndObject();
        }

        return json.WrittenSpan.ToArray();
    }

    /// <summary>Writes the message.</summary>
    /// <returns>The bytes, before base64.</returns>
    public byte[] Write()
    {
        var text = new StringBuilder(Gs2Header.Write(AuthorizationId)).Append(Separator);
        if (Host is not null)
        {
            text.Append("host=").Append(Host).Append(Separator);
        }

        if (Port is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"port={Port}").Append(Separator);
        }

        text.Append("auth=").Append(Token.Length > 0 ? Scheme : "").Append(Token).Append(Separator).Append(Separator);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Says what it is; never the token, so that no log can hold it.</summary>
    /// <returns>A short description.</returns>
    public override string ToString() => $"OAUTHBEARER for {AuthorizationId ?? "the token's own"}";

    private static bool TryReadPairs(string[] pairs, out Dictionary<string, string> values)
    {
        values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || pair.AsSpan(0, equals).ContainsAnyExcept(Letters) || !values.TryAdd(pair[..equals], pair[(equals + 1)..]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadToken(string auth, out string token)
    {
        token = auth.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? auth[Scheme.Length..].Trim(' ') : "";
        return (auth.Length == 0 || token.Length > 0) && token.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0;
    }
}
