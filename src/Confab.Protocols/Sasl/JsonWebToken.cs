using System.Text;
using System.Text.Json;

namespace Confab.Protocols.Sasl;

/// <summary>A signed token that was checked: what it claims is what its issuer said (RFC 7515, RFC 7519).</summary>
public sealed class JsonWebToken
{
    /// <summary>Longer tokens are not looked at, in characters.</summary>
    public const int LongestToken = 1 << 16;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private readonly JsonElement _claims;

    private JsonWebToken(JsonElement claims, DateTimeOffset expires)
    {
        _claims = claims;
        Expires = expires;
    }

    /// <summary>Whom the token is about ("sub"); null if it does not say.</summary>
    public string? Subject => Text("sub");

    /// <summary>Who issued it ("iss"); null if it does not say.</summary>
    public string? Issuer => Text("iss");

    /// <summary>The name that the user goes by ("preferred_username", OpenID Connect Core section 5.1); null if it does not say.</summary>
    public string? PreferredUsername => Text("preferred_username");

    /// <summary>When its time is over ("exp").</summary>
    public DateTimeOffset Expires { get; }

    /// <summary>Checks a token in the compact form: signature, times, issuer, audience, in this order.</summary>
    /// <param name="token"><c>header.payload.signature</c>, each in base64url.</param>
    /// <param name="keys">The keys of the issuers that are trusted.</param>
    /// <param name="rules">What the token must say.</param>
    /// <param name="now">The time.</param>
    /// <param name="verified">The token; null if it is not accepted.</param>
    /// <returns>Why it is not accepted; <see cref="JsonWebTokenFault.None"/> if it is. No input makes it throw.</returns>
    public static JsonWebTokenFault Verify(
        string token,
        JsonWebKeySet keys,
        JsonWebTokenRules rules,
        DateTimeOffset now,
        out JsonWebToken? verified)
    {
        verified = null;
        if (token.Length > LongestToken || token.Split('.') is not [var header, var payload, var signature]
            || !TryReadObject(header, out var head) || !TryReadObject(payload, out var claims)
            || !Base64UrlText.TryDecode(signature, out var signatureBytes) || head.TryGetProperty("crit", out _))
        {
            return JsonWebTokenFault.Malformed;
        }

        var fault = CheckSignature(head, Encoding.ASCII.GetBytes($"{header}.{payload}"), signatureBytes, keys);
        if (fault == JsonWebTokenFault.None)
        {
            fault = CheckClaims(claims, rules, now, out var expires);
            verified = fault == JsonWebTokenFault.None ? new JsonWebToken(claims, expires) : null;
        }

        return fault;
    }

    /// <summary>A claim that is a text.</summary>
    /// <param name="claim">The claim's name.</param>
    /// <returns>Its value; null if there is none or it is something else.</returns>
    public string? Text(string claim) => JsonClaim.Text(_claims, claim);

    private static JsonWebTokenFault CheckSignature(JsonElement head, byte[] signed, byte[] signature, JsonWebKeySet keys)
    {
        var algorithm = JsonClaim.Text(head, "alg");
        if (algorithm is not ("RS256" or "ES256" or "HS256"))
        {
            return algorithm is null ? JsonWebTokenFault.Malformed : JsonWebTokenFault.UnsupportedAlgorithm;
        }

        var candidates = keys.For(algorithm, JsonClaim.Text(head, "kid")).ToList();
        if (candidates.Count == 0)
        {
            return JsonWebTokenFault.UnknownKey;
        }

        return candidates.Exists(key => key.Verifies(signed, signature)) ? JsonWebTokenFault.None : JsonWebTokenFault.BadSignature;
    }

    private static JsonWebTokenFault CheckClaims(JsonElement claims, JsonWebTokenRules rules, DateTimeOffset now, out DateTimeOffset expires)
    {
        expires = default;
        if (!TryTime(claims, "exp", out var expiry) || !TryTime(claims, "nbf", out var notBefore))
        {
            return JsonWebTokenFault.Malformed;
        }

        expires = expiry.GetValueOrDefault();
        if (expiry is null || now - rules.Skew >= expiry)
        {
            return JsonWebTokenFault.Expired;
        }

        if (notBefore is not null && now + rules.Skew < notBefore)
        {
            return JsonWebTokenFault.NotYetValid;
        }

        if (rules.Issuer is not null && JsonClaim.Text(claims, "iss") != rules.Issuer)
        {
            return JsonWebTokenFault.WrongIssuer;
        }

        return rules.Audience is null || JsonClaim.Holds(claims, "aud", rules.Audience) ? JsonWebTokenFault.None : JsonWebTokenFault.WrongAudience;
    }

    /// <summary>Reads seconds since 1970, possibly with a fraction; false if there is something that is no such time.</summary>
    private static bool TryTime(JsonElement claims, string claim, out DateTimeOffset? time)
    {
        time = null;
        if (!claims.TryGetProperty(claim, out var value))
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var seconds)
            || !(seconds >= 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() - 1))
        {
            return false;
        }

        time = DateTimeOffset.UnixEpoch.AddSeconds(seconds);
        return true;
    }

    private static bool TryReadObject(string part, out JsonElement json)
    {
        json = default;
        if (!Base64UrlText.TryDecode(part, out var bytes))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            json = document.RootElement.Clone();
            return json.ValueKind == JsonValueKind.Object;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second comes of a name with half a surrogate pair.
            return false;
        }
    }
}
