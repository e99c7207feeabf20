using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Confab.Irc.Tests.Kit;

/// <summary>The client's side of SCRAM-SHA-256 (RFC 5802, RFC 7677), without channel binding.</summary>
internal sealed class ScramClient(string account, string password)
{
    private const string ClientNonce = "fyko+d2lbbFgONRv9qkxdawL";

    private readonly string _bare = $"n={account.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal)},r={ClientNonce}";
    private string _signed = "";
    private byte[] _salted = [];

    /// <summary>What the client begins with.</summary>
    public string First => $"n,,{_bare}";

    /// <summary>How many rounds the server asked for.</summary>
    public int Rounds { get; private set; }

    /// <summary>The proof, from the server's first words.</summary>
    public string Final(string serverFirst, string? wrongNonce = null)
    {
        var said = serverFirst.Split(',').ToDictionary(part => part[0], part => part[2..]);
        Assert.StartsWith(ClientNonce, said['r'], StringComparison.Ordinal);
        Rounds = int.Parse(said['i'], CultureInfo.InvariantCulture);
        _salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), Convert.FromBase64String(said['s']), Rounds, HashAlgorithmName.SHA256, 32);
        var withoutProof = $"c=biws,r={wrongNonce ?? said['r']}";
        _signed = $"{_bare},{serverFirst},{withoutProof}";
        var clientKey = HMACSHA256.HashData(_salted, "Client Key"u8);
        var signature = HMACSHA256.HashData(SHA256.HashData(clientKey), Encoding.UTF8.GetBytes(_signed));
        var proof = clientKey.Zip(signature, (key, mask) => (byte)(key ^ mask)).ToArray();
        return $"{withoutProof},p={Convert.ToBase64String(proof)}";
    }

    /// <summary>What a server that knows the password says at the end.</summary>
    public string Verifier() =>
        $"v={Convert.ToBase64String(HMACSHA256.HashData(HMACSHA256.HashData(_salted, "Server Key"u8), Encoding.UTF8.GetBytes(_signed)))}";
}
