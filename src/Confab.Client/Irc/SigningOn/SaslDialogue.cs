using System.Security.Cryptography;
using Confab.Protocols.Irc;
using Confab.Protocols.Sasl;

namespace Confab.Client.Irc.SigningOn;

/// <summary>The client's side of AUTHENTICATE (IRCv3 sasl-3.1), for one connection. Pure but for fresh randomness.</summary>
internal sealed class SaslDialogue
{
    private const string ScramMechanism = "SCRAM-SHA-256";
    private const string ExternalMechanism = "EXTERNAL";
    private const int MaxServerBytes = 16 * 1024;
    private const int NonceBytes = 18;

    private readonly IrcCredentials _credentials;
    private readonly ServerAddress _address;
    private readonly SaslChunks _chunks = new(MaxServerBytes);
    private readonly ScramClientExchange? _scram;
    private int _step;

    /// <summary>Chooses the best way that both sides know.</summary>
    /// <param name="credentials">What the client can prove.</param>
    /// <param name="offered">The capability's value, such as <c>PLAIN,EXTERNAL</c>; empty if the server does not list them.</param>
    /// <param name="isPrivate">Whether nobody on the way can read a secret.</param>
    /// <param name="address">Where the client is connected to.</param>
    /// <exception cref="RefusedException">There is no way that both sides know.</exception>
    public SaslDialogue(IrcCredentials credentials, string offered, bool isPrivate, ServerAddress address)
    {
        _credentials = credentials;
        _address = address;
        var mechanisms = offered.Split(',', StringSplitOptions.RemoveEmptyEntries);
        string[] wanted = credentials.Proof switch
        {
            IrcProof.Password => [ScramMechanism, PlainMessage.Name],
            IrcProof.Certificate => [ExternalMechanism],
            _ => [OauthBearerMessage.Name],
        };
        Mechanism = wanted.FirstOrDefault(name => mechanisms.Length == 0 || mechanisms.Contains(name, StringComparer.OrdinalIgnoreCase))
            ?? throw new RefusedException("SASL", $"The server cannot sign in with {string.Join(" or ", wanted)}; it offers {offered}.");
        if (!isPrivate && Mechanism is PlainMessage.Name or OauthBearerMessage.Name)
        {
            throw new RefusedException("SASL", $"{Mechanism} would show the secret to all on the way; connect over TLS (ircs:// or wss://).");
        }

        _scram = Mechanism == ScramMechanism
            ? new ScramClientExchange(credentials.Account, credentials.Secret, Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes)))
            : null;
    }

    /// <summary>What the client signs in with.</summary>
    public string Mechanism { get; }

    /// <summary>Takes a parameter of AUTHENTICATE.</summary>
    /// <param name="chunk">The parameter.</param>
    /// <param name="toSend">Receives the answer.</param>
    /// <exception cref="RefusedException">What the server says cannot be right.</exception>
    public void Take(string chunk, List<IrcMessage> toSend)
    {
        switch (_chunks.Read(chunk, out var message))
        {
            case SaslChunkResult.NeedMore:
                return;
            case SaslChunkResult.Complete:
                foreach (var part in SaslChunks.Split(Answer(message)))
                {
                    toSend.Add(new IrcMessage("AUTHENTICATE", part));
                }

                return;
            default:
                throw new RefusedException("SASL", $"What the server sent while signing in by {Mechanism} cannot be read.");
        }
    }

    /// <summary>The server says that the client is in.</summary>
    /// <exception cref="RefusedException">It did not prove that it knows the account.</exception>
    public void Succeeded()
    {
        if (_scram is not null && _step < 3)
        {
            throw new RefusedException("SASL", "The server let the client in without proving that it knows the account; it may be another server.");
        }
    }

    private byte[] Answer(byte[] message)
    {
        _step++;
        return Mechanism switch
        {
            PlainMessage.Name => new PlainMessage("", _credentials.Account, _credentials.Secret).Write(),

            // A second message is the reason for a refusal, which the client takes note of (RFC 7628 section 3.2.3).
            OauthBearerMessage.Name => _step == 1
                ? new OauthBearerMessage(null, _credentials.Secret, _address.Host, _address.Port).Write()
                : [1],
            _ => _scram is null ? [] : ScramAnswer(_scram, message),
        };
    }

    private byte[] ScramAnswer(ScramClientExchange scram, byte[] message)
    {
        var clientFinal = Array.Empty<byte>();
        var isRight = _step switch
        {
            1 => true,
            2 => scram.ReadServerFirst(message, out clientFinal),
            _ => scram.ReadServerFinal(message),
        };
        if (!isRight)
        {
            throw new RefusedException("SASL", scram.Problem ?? "The server's message cannot be read.");
        }

        return _step == 1 ? scram.WriteClientFirst() : clientFinal;
    }
}
