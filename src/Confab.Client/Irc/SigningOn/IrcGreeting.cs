using System.Globalization;
using Confab.Client.Connections;
using Confab.Protocols.Irc;

namespace Confab.Client.Irc.SigningOn;

/// <summary>
/// The first words of one connection: capabilities, account, name, up to the end of the server's greeting (IRCv3 capability-negotiation
/// of version 302; Modern IRC "Connection Registration"). Pure: takes lines and says what to send.
/// </summary>
internal sealed class IrcGreeting(IrcClientOptions options, IrcDoor door, string nickname)
{
    private readonly Dictionary<string, string> _offered = new(StringComparer.Ordinal);
    private readonly NumberedNickname _names = new(nickname, options.Reconnect.Random);
    private SaslDialogue? _sasl;
    private bool _isSignedIn;

    /// <summary>What the server said of itself; complete when <see cref="Take"/> says so.</summary>
    public ServerFacts Facts { get; } = new();

    private bool IsPrivate => door.IsSecure || door.Address.Host is "127.0.0.1" or "::1" or "localhost";

    public void Begin(List<IrcMessage> toSend)
    {
        toSend.Add(new IrcMessage("CAP", "LS", "302"));
        if (options.ServerPassword is { } password)
        {
            toSend.Add(new IrcMessage("PASS", password));
        }

        toSend.Add(new IrcMessage("NICK", _names.Current));
        toSend.Add(new IrcMessage("USER", options.Username ?? nickname, "0", "*", options.RealName ?? nickname));
    }

    /// <summary>Takes a line of the server.</summary>
    /// <param name="line">The line.</param>
    /// <param name="toSend">Receives what to send.</param>
    /// <returns>True when the client is in, and what follows is conversation.</returns>
    /// <exception cref="RefusedException">The server does not want this client, or the client not this server.</exception>
    /// <exception cref="StsUpgradeException">The server wants to be reached over TLS.</exception>
    /// <exception cref="WireFaultException">The server ended it.</exception>
    public bool Take(IrcMessage line, List<IrcMessage> toSend)
    {
        switch (line.Command)
        {
            case "PING":
                toSend.Add(new IrcMessage("PONG", line.Parameters));
                break;
            case "ERROR":
                throw new WireFaultException($"it said: {line.Parameter(0)}");
            case "CAP":
                TakeCapabilities(line, toSend);
                break;
            case "AUTHENTICATE":
                Sasl("AUTHENTICATE").Take(line.Parameter(0) ?? "", toSend);
                break;
            case IrcNumerics.RplSaslSuccess:
                Sasl(line.Command).Succeeded();
                _isSignedIn = true;
                toSend.Add(new IrcMessage("CAP", "END"));
                break;
            case IrcNumerics.ErrNicknameInUse or IrcNumerics.ErrNickCollision or IrcNumerics.ErrUnavailResource:
                toSend.Add(new IrcMessage("NICK", _names.Next() ?? throw IrcAnswer.Refused(line)));
                break;
            case IrcNumerics.RplWelcome:
                Facts.Nickname = line.Parameter(0) ?? _names.Current;
                CheckWelcome();
                break;
            case IrcNumerics.RplIsupport:
                Facts.Learn(line);
                break;
            case IrcNumerics.RplEndOfMotd or IrcNumerics.ErrNoMotd:
                return true;
            default:
                Judge(line);
                break;
        }

        return false;
    }

    // What is wrong with the account or the password stays wrong, however often one tries.
    private static void Judge(IrcMessage line)
    {
        var ends = line.Command is IrcNumerics.ErrNickLocked or IrcNumerics.ErrSaslFail or IrcNumerics.ErrSaslTooLong or IrcNumerics.ErrSaslAborted
            || (IrcAnswer.IsRefusal(line) && line.Command != IrcNumerics.ErrUnknownCommand);
        if (ends)
        {
            throw IrcAnswer.Refused(line);
        }
    }

    private static WireFaultException Lacks(string what) =>
        new($"it does not offer {what}, without which a client cannot know what became of its messages.");

    private void TakeCapabilities(IrcMessage line, List<IrcMessage> toSend)
    {
        var list = (line.Parameters is [.., var last] ? last : "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (line.Parameter(1))
        {
            case "LS":
                foreach (var entry in list)
                {
                    var equals = entry.IndexOf('=', StringComparison.Ordinal);
                    _offered[equals < 0 ? entry : entry[..equals]] = equals < 0 ? "" : entry[(equals + 1)..];
                }

                if (line.Parameters is not [_, _, "*", _])
                {
                    Choose(toSend);
                }

                break;
            case "ACK":
                Facts.Capabilities.UnionWith(list);
                Agreed(toSend);
                break;
            case "NAK":
                throw Lacks(string.Join(", ", list));
            default:
                break;
        }
    }

    private void Choose(List<IrcMessage> toSend)
    {
        LearnSts();
        if (WantedCapabilities.Needed.FirstOrDefault(name => !_offered.ContainsKey(name)) is { } missing)
        {
            throw Lacks(missing);
        }

        if (options.Credentials is not null && !_offered.ContainsKey("sasl"))
        {
            throw new RefusedException("SASL", "The server has no accounts to sign in to (it does not offer sasl).");
        }

        var wanted = WantedCapabilities.Needed.Concat(WantedCapabilities.Welcome.Where(_offered.ContainsKey));
        toSend.Add(new IrcMessage("CAP", "REQ", string.Join(' ', options.Credentials is null ? wanted : wanted.Append("sasl"))));
    }

    private void LearnSts()
    {
        var sts = _offered.GetValueOrDefault("sts", "");
        if (door.IsSecure)
        {
            Facts.StsSeconds = StsPolicies.Value(sts, "duration");
        }
        else if (door.Transport == IrcTransport.Tcp && StsPolicies.Value(sts, "port") is { } port and >= 1 and <= 65535)
        {
            throw new StsUpgradeException((int)port);
        }
    }

    private void Agreed(List<IrcMessage> toSend)
    {
        if (options.Credentials is null)
        {
            toSend.Add(new IrcMessage("CAP", "END"));
            return;
        }

        _sasl = new SaslDialogue(options.Credentials, _offered["sasl"], IsPrivate, door.Address);
        toSend.Add(new IrcMessage("AUTHENTICATE", _sasl.Mechanism));
    }

    private SaslDialogue Sasl(string command) =>
        _sasl ?? throw new WireFaultException(string.Create(CultureInfo.InvariantCulture, $"it sent {command} though nobody signs in."));

    // Older servers know nothing of capabilities and let people in without a word about them.
    private void CheckWelcome()
    {
        if (WantedCapabilities.Needed.FirstOrDefault(name => !Facts.Capabilities.Contains(name)) is { } missing)
        {
            throw Lacks(missing);
        }

        if (options.Credentials is not null && !_isSignedIn)
        {
            throw new RefusedException("SASL", "The server let the client in without its account.");
        }
    }
}
