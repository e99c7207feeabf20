using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Confab.Protocols.Sasl;

/// <summary>
/// The server's side of one SCRAM-SHA-256 exchange (RFC 5802 section 5, RFC 7677), without channel binding:
/// <see cref="ReadClientFirst"/>, then <see cref="WriteServerFirst"/> with what is kept of the user's password, then
/// <see cref="ReadClientFinal"/>. A method called out of its turn throws; bytes from the client never do.
/// </summary>
public sealed class ScramServerExchange
{
    private readonly string _serverNonce;
    private Stage _stage;
    private Gs2Header _header;
    private string _clientFirstBare = "";
    private string _nonce = "";
    private string _serverFirst = "";
    private ScramVerifier? _verifier;

    /// <summary>Begins an exchange.</summary>
    /// <param name="serverNonce">Fresh randomness as printable ASCII without ",", at least 18 bytes' worth.</param>
    /// <exception cref="ArgumentException">The nonce holds other characters.</exception>
    public ScramServerExchange(string serverNonce)
    {
        if (!ScramSha256.IsNonce(serverNonce))
        {
            throw new ArgumentException(
                $"The nonce \"{serverNonce}\" would break a message; give printable ASCII without a comma.",
                nameof(serverNonce));
        }

        _serverNonce = serverNonce;
    }

    private enum Stage
    {
        AwaitsClientFirst,
        AwaitsVerifier,
        AwaitsClientFinal,
        Over,
    }

    /// <summary>Who wants in, prepared with SASLprep; empty before the first message.</summary>
    public string Username { get; private set; } = "";

    /// <summary>As whom to act; null for oneself. The caller decides whether that may be.</summary>
    public string? AuthorizationId { get; private set; }

    /// <summary>Why the exchange failed, one of <see cref="ScramErrors"/>; null while it has not.</summary>
    public string? Error { get; private set; }

    /// <summary>Reads <c>gs2-header [m=...,] n=user,r=nonce[,extensions]</c>.</summary>
    /// <param name="message">The client's first message, decoded from base64.</param>
    /// <returns>True if the exchange goes on; false if it failed (<see cref="Error"/>).</returns>
    public bool ReadClientFirst(ReadOnlySpan<byte> message)
    {
        Enter(Stage.AwaitsClientFirst);
        if (!SaslText.TryDecode(message, out var text) || !Gs2Header.TryParse(text, out _header))
        {
            return Fail(ScramErrors.InvalidEncoding);
        }

        if (_header.Flag == 'p')
        {
            return Fail(ScramErrors.ChannelBindingNotSupported);
        }

        _clientFirstBare = text[_header.Text.Length..];
        var fields = _clientFirstBare.Split(',');
        if (fields[0].StartsWith("m=", StringComparison.Ordinal))
        {
            return Fail(ScramErrors.ExtensionsNotSupported);
        }

        if (fields.Length < 2 || !fields[0].StartsWith("n=", StringComparison.Ordinal)
            || !fields[1].StartsWith("r=", StringComparison.Ordinal) || !ScramSha256.IsNonce(fields[1].AsSpan(2)))
        {
            return Fail(ScramErrors.InvalidEncoding);
        }

        if (!SaslText.TryDecodeName(fields[0][2..], out var name) || !Saslprep.TryPrepare(name, out var username) || username.Length == 0)
        {
            return Fail(ScramErrors.InvalidUsernameEncoding);
        }

        Username = username;
        AuthorizationId = _header.AuthorizationId;
        _nonce = fields[1][2..] + _serverNonce;
        _stage = Stage.AwaitsVerifier;
        return true;
    }

    /// <summary>Writes <c>r=nonce,s=salt,i=iterations</c>.</summary>
    /// <param name="verifier">What is kept for <see cref="Username"/>; <see cref="ScramVerifier.Decoy"/> if there is no such user.</param>
    /// <returns>The server's first message.</returns>
    public byte[] WriteServerFirst(ScramVerifier verifier)
    {
        Enter(Stage.AwaitsVerifier);
        _verifier = verifier;
        _serverFirst = string.Create(
            CultureInfo.InvariantCulture,
            $"r={_nonce},s={Convert.ToBase64String(verifier.Salt.Span)},i={verifier.Iterations}");
        _stage = Stage.AwaitsClientFinal;
        return Encoding.UTF8.GetBytes(_serverFirst);
    }

    /// <summary>Reads <c>c=channel-binding,r=nonce[,extensions],p=proof</c> and checks the proof.</summary>
    /// <param name="message">The client's last message, decoded from base64.</param>
    /// <param name="serverFinal">What to send: <c>v=signature</c>, or <c>e=reason</c>.</param>
    /// <returns>True if the client knows the password.</returns>
    public bool ReadClientFinal(ReadOnlySpan<byte> message, out byte[] serverFinal)
    {
        Enter(Stage.AwaitsClientFinal);
        var passed = CheckClientFinal(message, out var signature);
        _stage = Stage.Over;
        serverFinal = passed ? Encoding.UTF8.GetBytes($"v={Convert.ToBase64String(signature)}") : ErrorMessage();
        return passed;
    }

    /// <summary>The message <c>e=reason</c>, for an exchange that failed.</summary>
    /// <returns>The server's last message.</returns>
    public byte[] ErrorMessage() => Encoding.UTF8.GetBytes($"e={Error ?? ScramErrors.OtherError}");

    private bool CheckClientFinal(ReadOnlySpan<byte> message, out byte[] signature)
    {
        signature = [];
        var proofAt = SaslText.TryDecode(message, out var text) ? text.LastIndexOf(",p=", StringComparison.Ordinal) : -1;
        if (text is null || proofAt < 0 || !ScramSha256.TryDecodeBase64(text[(proofAt + 3)..], out var proof))
        {
            return Fail(ScramErrors.InvalidEncoding);
        }

        var withoutProof = text[..proofAt];
        var fields = withoutProof.Split(',');
        if (fields.Length < 2 || !fields[0].StartsWith("c=", StringComparison.Ordinal) || !fields[1].StartsWith("r=", StringComparison.Ordinal))
        {
            return Fail(ScramErrors.InvalidEncoding);
        }

        if (fields[0][2..] != Convert.ToBase64String(Encoding.UTF8.GetBytes(_header.Text)))
        {
            return Fail(ScramErrors.ChannelBindingsDontMatch);
        }

        if (fields[1][2..] != _nonce)
        {
            return Fail(ScramErrors.OtherError);
        }

        var authMessage = $"{_clientFirstBare},{_serverFirst},{withoutProof}";
        var storedKey = _verifier!.StoredKey.Span;
        if (proof.Length != ScramSha256.KeyBytes || storedKey.Length != ScramSha256.KeyBytes)
        {
            return Fail(ScramErrors.InvalidProof);
        }

        var clientKey = ScramSha256.Xor(proof, ScramSha256.Sign(storedKey, authMessage));
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(clientKey), storedKey))
        {
            return Fail(ScramErrors.InvalidProof);
        }

        signature = ScramSha256.Sign(_verifier.ServerKey.Span, authMessage);
        return true;
    }

    private void Enter(Stage stage)
    {
        if (_stage != stage)
        {
            throw new InvalidOperationException($"The exchange is at {_stage}, not at {stage}; call its methods in order, each once.");
        }
    }

    private bool Fail(string error)
    {
        Error = error;
        _stage = Stage.Over;
        return false;
    }
}
