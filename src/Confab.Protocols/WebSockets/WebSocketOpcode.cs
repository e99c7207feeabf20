namespace Confab.Protocols.WebSockets;

/// <summary>What a frame is (RFC 6455 section 5.2).</summary>
public enum WebSocketOpcode : byte
{
    /// <summary>A further part of the message that was begun.</summary>
    Continuation = 0,

    /// <summary>A message of UTF-8, or the first part of one.</summary>
    Text = 1,

    /// <summary>A message of any bytes, or the first part of one.</summary>
    Binary = 2,

    /// <summary>The last frame of its direction.</summary>
    Close = 8,

    /// <summary>To be answered with <see cref="Pong"/> and the same content.</summary>
    Ping = 9,

    /// <summary>The answer to <see cref="Ping"/>.</summary>
    Pong = 10,
}
