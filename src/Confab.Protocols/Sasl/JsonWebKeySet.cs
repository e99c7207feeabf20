using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Confab.Protocols.Sasl;

/// <summary>The public keys of who issues tokens: a JWK set (RFC 7517 section 5).</summary>
public sealed class JsonWebKeySet
{
    private readonly List<JsonWebKey> _keys;

    private JsonWebKeySet(List<JsonWebKey> keys) => _keys = keys;

    /// <summary>
    /// How many keys can be used: RSA of 2048 bits or more for RS256, EC on P-256 for ES256, secrets of 32 bytes or more for
    /// HS256. Others are passed over, as the specification asks for.
    /// </summary>
    public int Count => _keys.Count;

    /// <summary>Reads a set.</summary>
    /// <param name="json">The text, as in <c>{"keys":[{"kty":"RSA","kid":"1","n":"...","e":"AQAB"}]}</c>.</param>
    /// <param name="keys">The set.</param>
    /// <param name="problem">What is wrong with it, for people.</param>
    /// <returns>False if it is no such JSON, or holds no key that can be used.</returns>
    public static bool TryParse(string json, [NotNullWhen(true)] out JsonWebKeySet? keys, [NotNullWhen(false)] out string? problem)
    {
        keys = null;
        problem = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("keys", out var list) || list.ValueKind != JsonValueKind.Array)
            {
                problem = "The key set has no list \"keys\"; give the JWK set that the issuer publishes.";
                return false;
            }

            var found = new List<JsonWebKey>();
            foreach (var one in list.EnumerateArray())
            {
                if (JsonWebKey.TryRead(one, out var key))
                {
                    found.Add(key);
                }
            }

            if (found.Count == 0)
            {
                problem = $"None of the {list.GetArrayLength()} keys can be used; give an RSA key of at least 2048 bits or an EC key on P-256.";
                return false;
            }

            keys = new JsonWebKeySet(found);
            return true;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            problem = $"The key set is not JSON: {fault.Message}";
            return false;
        }
    }

    /// <summary>The keys that a token may be signed with: of its algorithm, and of its key id if both sides name one.</summary>
    internal IEnumerable<JsonWebKey> For(string algorithm, string? id) =>
        _keys.Where(key => key.Algorithm == algorithm && (id is null || key.Id is null || key.Id == id));
}
