namespace Confab.Client.Irc;

/// <summary>What carries IRC lines to a server.</summary>
public enum IrcTransport
{
    /// <summary>TCP without encryption.</summary>
    Tcp,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>WebSocket without encryption (IRCv3 websocket, subprotocol <c>text.ircv3.net</c>).</summary>
    WebSocket,

    /// <summary>WebSocket over TLS.</summary>
    SecureWebSocket,
}
