namespace Confab.Protocols.WebSockets;

/// <summary>What <see cref="WebSocketDecoder.Read"/> has found.</summary>
public enum WebSocketFound
{
    /// <summary>All input was used, and nothing more is whole.</summary>
    NeedMore,

    /// <summary>A whole message of text, which is valid UTF-8.</summary>
    Text,

    /// <summary>A whole message of any bytes.</summary>
    Binary,

    /// <summary>The peer asks whether somebody is there; it is to be sent the same content back.</summary>
    Ping,

    /// <summary>The answer to a ping, or a sign of life that nobody asked for.</summary>
    Pong,

    /// <summary>The peer sends nothing more, and wants the same to be said to it.</summary>
    Close,

    /// <summary>A message has begun that is longer than allowed (status 1009). Told once; no message is read after it.</summary>
    TooLong,

    /// <summary>A text is not valid UTF-8 (status 1007). Told once; nothing is read after it.</summary>
    InvalidText,

    /// <summary>What came is against RFC 6455 (status 1002). Told once; nothing is read after it.</summary>
    Violation,
}
