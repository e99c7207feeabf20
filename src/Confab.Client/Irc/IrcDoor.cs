using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Confab.Client.Irc;

/// <summary>Where IRC is spoken, and over what.</summary>
/// <param name="Transport">What carries the lines.</param>
/// <param name="Address">Host and port.</param>
/// <param name="Path">For WebSocket: the path of the page, with its leading "/".</param>
/// <example>
/// <code>
/// IrcDoor.TryParse("ircs://chat.example", out var door, out var problem);
/// </code>
/// </example>
public sealed record IrcDoor(IrcTransport Transport, ServerAddress Address, string Path = IrcDoor.UsualPath)
{
    /// <summary>Where a Confab server has IRC over WebSocket.</summary>
    private const string UsualPath = "/irc";

    private const string Shapes = "write irc://host:port, ircs://host:port, ws://host:port/irc or wss://host/irc";

    /// <summary>Whether nobody on the way can read or change what is said.</summary>
    public bool IsSecure => Transport is IrcTransport.Tls or IrcTransport.SecureWebSocket;

    /// <summary>
    /// Reads <c>irc://</c> (port 6667), <c>ircs://</c> (6697), <c>ws://</c> (80) or <c>wss://</c> (443), each with a host, and a port where it is
    /// another one.
    /// </summary>
    /// <param name="text">What somebody typed.</param>
    /// <param name="door">The door, when the result is true.</param>
    /// <param name="problem">Otherwise what is wrong with the text, and what is expected.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out IrcDoor? door, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        door = null;
        var end = text.IndexOf("://", StringComparison.Ordinal);
        (IrcTransport Transport, int Port)? scheme = (end < 0 ? "" : text[..end].ToUpperInvariant()) switch
        {
            "IRC" => (IrcTransport.Tcp, 6667),
            "IRCS" => (IrcTransport.Tls, 6697),
            "WS" => (IrcTransport.WebSocket, 80),
            "WSS" => (IrcTransport.SecureWebSocket, 443),
            _ => null,
        };

        if (scheme is not { } known)
        {
            problem = $"\"{text}\" is not an address of an IRC server; {Shapes}.";
            return false;
        }

        var rest = text[(end + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var path = slash < 0 ? "" : rest[slash..];
        if (path.Length > 1 && known.Transport is IrcTransport.Tcp or IrcTransport.Tls)
        {
            problem = $"\"{text}\" has the path \"{path}\", and only WebSocket has one; {Shapes}.";
            return false;
        }

        if (!ServerAddress.TryParse(slash < 0 ? rest : rest[..slash], known.Port, out var address, out problem))
        {
            return false;
        }

        door = new IrcDoor(known.Transport, address, path.Length > 1 ? path : UsualPath);
        return true;
    }

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => Transport switch
    {
        IrcTransport.Tcp => $"irc://{Address}",
        IrcTransport.Tls => $"ircs://{Address}",
        IrcTransport.WebSocket => string.Create(CultureInfo.InvariantCulture, $"ws://{Address}{Path}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"wss://{Address}{Path}"),
    };
}
