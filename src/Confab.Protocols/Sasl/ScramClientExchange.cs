using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Confab.Protocols.Sasl;

/// <summary>
/// The client's side of one SCRAM-SHA-256 exchange (RFC 5802 section 5, RFC 7677), without channel binding:
/// <see cref="WriteClientFirst"/>, <see cref="ReadServerFirst"/>, <see cref="ReadServerFinal"/>. Bytes from the server never throw.
/// </summary>
public sealed class ScramClientExchange
{
    private readonly string _password;
    private readonly string _clientNonce;
    private readonly int _mostIterations;
    private readonly string _header;
    private readonly string _clientFirstBare;
    private byte[]? _expectedSignature;

    /// <summary>Begins an exchange.</summary>
    /// <param name="username">The account's name.</param>
    /// <param name="password">Its password.</param>
    /// <param name="clientNonce">Fresh randomness as printable ASCII without ",", at least 18 bytes' worth.</param>
    /// <param name="authorizationId">As whom to act; null for oneself.</param>
    /// <param name="mostIterations">The most work that a server may ask for.</param>
    /// <exception cref="ArgumentException">The nonce holds other characters.</exception>
    public ScramClientExchange(
        string username,
        string password,
        string clientNonce,
        string? authorizationId = null,
        int mostIterations = 10_000_000)
    {
        if (!ScramSha256.IsNonce(clientNonce))
        {
            throw new ArgumentException(
                $"The nonce \"{clientNonce}\" would break a message; give printable ASCII without a comma.",
                nameof(clientNonce));
        }

        _password = password;
        _clientNonce = clientNonce;
        _mostIterations = mostIterations;
        _header = Gs2Header.Write(authorizationId);
        _clientFirstBare = $"n={SaslText.EncodeName(Saslprep.PreparePassword(username))},r={clientNonce}";
    }

    /// <summary>Why the exchange failed, for people; null while it has not.</summary>
    public string? Problem { get; private set; }

    /// <summary>Writes <c>gs2-header n=user,r=nonce</c>.</summary>
    /// <returns>The client's first message.</returns>
    public byte[] WriteClientFirst() => Encoding.UTF8.GetBytes(_header + _clientFirstBare);

    /// <summary>Reads <c>r=nonce,s=salt,i=iterations</c> and answers it. This takes as long as the iterations ask for.</summary>
    /// <param name="message">The server's first message, decoded from base64.</param>
    /// <param name="clientFinal">What to send: <c>c=channel-binding,r=nonce,p=proof</c>; empty if it failed.</param>
    /// <returns>False if the message cannot be trusted or understood (<see cref="Problem"/>).</returns>
    public bool ReadServerFirst(ReadOnlySpan<byte> message, out byte[] clientFinal)
    {
        clientFinal = [];
        var fields = SaslText.TryDecode(message, out var text) ? text.Split(',') : [];
        if (text is null || fields.Length < 3 || !fields[0].StartsWith("r=", StringComparison.Ordinal)
            || !fields[1].StartsWith("s=", StringComparison.Ordinal) || !ScramSha256.TryDecodeBase64(fields[1][2..], out var salt)
            || !fields[2].StartsWith("i=", StringComparison.Ordinal)
            || !int.TryParse(fields[2].AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var iterations))
        {
            return Fail("The server's first message is not written as SCRAM asks for.");
        }

        var nonce = fields[0][2..];
        if (!nonce.StartsWith(_clientNonce, StringComparison.Ordinal) || nonce.Length == _clientNonce.Length)
        {
            return Fail("The server's nonce does not continue the client's.");
        }

        if (iterations < ScramSha256.LeastIterations || iterations > _mostIterations)
        {
            return Fail($"The server asks for {iterations} iterations; only {ScramSha256.LeastIterations} to {_mostIterations} are accepted.");
        }

        var salted = ScramSha256.SaltedPassword(_password, salt, iterations);
        var clientKey = ScramSha256.ClientKey(salted);
        var withoutProof = $"c={Convert.ToBase64String(Encoding.UTF8.GetBytes(_header))},r={nonce}";
        var authMessage = $"{_clientFirstBare},{text},{withoutProof}";
        var proof = ScramSha256.Xor(clientKey, ScramSha256.Sign(SHA256.HashData(clientKey), authMessage));
        _expectedSignature = ScramSha256.Sign(ScramSha256.ServerKey(salted), authMessage);
        clientFinal = Encoding.UTF8.GetBytes($"{withoutProof},p={Convert.ToBase64String(proof)}");
        return true;
    }

    /// <summary>Reads <c>v=signature</c> or <c>e=reason</c>.</summary>
    /// <param name="message">The server's last message, decoded from base64.</param>
    /// <returns>True if the server let one in and knows the password's keys itself.</returns>
    public bool ReadServerFinal(ReadOnlySpan<byte> message)
    {
        var field = SaslText.TryDecode(message, out var text) ? text.Split(',')[0] : "";
        if (field.StartsWith("e=", StringComparison.Ordinal))
        {
            return Fail($"The server refused: {field[2..]}.");
        }

        if (_expectedSignature is null || !field.StartsWith("v=", StringComparison.Ordinal)
            || !ScramSha256.TryDecodeBase64(field[2..], out var signature)
            || !CryptographicOperations.FixedTimeEquals(signature, _expectedSignature))
        {
            return Fail("The server could not prove that it knows the account; it may be another server.");
        }

        return true;
    }

    private bool Fail(string problem)
    {
        Problem = problem;
        return false;
    }
}
