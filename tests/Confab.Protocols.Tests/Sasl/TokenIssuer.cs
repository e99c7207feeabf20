using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Confab.Protocols.Tests.Sasl;

/// <summary>Makes keys, publishes them, and signs tokens with them, as a provider would.</summary>
internal sealed class TokenIssuer
{
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ECDsa _curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _secret = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    internal string RsaKey(string rest = "")
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        return $$"""{"kty":"RSA","kid":"r","n":"{{Encode(key.Modulus)}}","e":"{{Encode(key.Exponent)}}"{{rest}}}""";
    }

    internal string CurveKey(string rest = "")
    {
        var key = _curve.ExportParameters(includePrivateParameters: false);
        return $$"""{"kty":"EC","kid":"e","crv":"P-256","x":"{{Encode(key.Q.X)}}","y":"{{Encode(key.Q.Y)}}"{{rest}}}""";
    }

    internal string SecretKey() => $$"""{"kty":"oct","kid":"s","k":"{{Encode(_secret)}}"}""";

    internal string Sign(string algorithm, string payload, string rest = "")
    {
        var signed = $"{Encode(Encoding.UTF8.GetBytes($$"""{"alg":"{{algorithm}}"{{rest}}}"""))}.{Encode(Encoding.UTF8.GetBytes(payload))}";
        return $"{signed}.{Encode(Signature(algorithm, Encoding.UTF8.GetBytes(signed)))}";
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    private byte[] Signature(string algorithm, byte[] signed) => algorithm switch
    {
        "RS256" => _rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        "ES256" => _curve.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
        "HS256" => HMACSHA256.HashData(_secret, signed),
        _ => [],
    };
}
