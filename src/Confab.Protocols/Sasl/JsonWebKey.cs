using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;

namespace Confab.Protocols.Sasl;

/// <summary>One key of a set, bound to one algorithm, so that no token can have it used for another (RFC 7517, RFC 7518 section 6).</summary>
internal sealed class JsonWebKey
{
    private const int LeastRsaBits = 2048;
    private const int LeastSecretBytes = 32;
    private const int CoordinateBytes = 32;

    private readonly RSAParameters _rsa;
    private readonly ECParameters _curve;
    private readonly byte[] _secret = [];

    private JsonWebKey(string algorithm, string? id, RSAParameters rsa)
        : this(algorithm, id) => _rsa = rsa;

    private JsonWebKey(string algorithm, string? id, ECParameters curve)
        : this(algorithm, id) => _curve = curve;

    private JsonWebKey(string algorithm, string? id, byte[] secret)
        : this(algorithm, id) => _secret = secret;

    private JsonWebKey(string algorithm, string? id)
    {
        Algorithm = algorithm;
        Id = id;
    }

    internal string Algorithm { get; }

    internal string? Id { get; }

    /// <summary>Reads a key that is of use here: RSA, EC on P-256, or a secret; not one for encryption or another algorithm.</summary>
    internal static bool TryRead(JsonElement json, [NotNullWhen(true)] out JsonWebKey? key)
    {
        key = null;
        if (json.ValueKind != JsonValueKind.Object || JsonClaim.Text(json, "use") is not (null or "sig"))
        {
            return false;
        }

        var id = JsonClaim.Text(json, "kid");
        key = JsonClaim.Text(json, "kty") switch
        {
            "RSA" when TryBytes(json, "n", out var modulus) && TryBytes(json, "e", out var exponent)
                && modulus.Length * 8 >= LeastRsaBits && exponent.Length > 0
                => new JsonWebKey("RS256", id, new RSAParameters { Modulus = modulus, Exponent = exponent }),
            "EC" when JsonClaim.Text(json, "crv") == "P-256" && TryBytes(json, "x", out var x) && TryBytes(json, "y", out var y)
                && x.Length == CoordinateBytes && y.Length == CoordinateBytes
                => new JsonWebKey("ES256", id, new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } }),
            "oct" when TryBytes(json, "k", out var secret) && secret.Length >= LeastSecretBytes
                => new JsonWebKey("HS256", id, secret),
            _ => null,
        };

        if (key is not null && JsonClaim.Text(json, "alg") is { } algorithm && algorithm != key.Algorithm)
        {
            key = null;
        }

        return key is not null;
    }

    /// <summary>False for a wrong signature, and for a key that is no point of its curve.</summary>
    internal bool Verifies(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        try
        {
            switch (Algorithm)
            {
                case "RS256":
                    using (var rsa = RSA.Create(_rsa))
                    {
                        return rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
                    }

                case "ES256":
                    using (var curve = ECDsa.Create(_curve))
                    {
                        return curve.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
                    }

                default:
                    return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_secret, signed), signature);
            }
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool TryBytes(JsonElement json, string name, out byte[] bytes) =>
        Base64UrlText.TryDecode(JsonClaim.Text(json, name) ?? "?", out bytes);
}
