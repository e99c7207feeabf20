using System.Net.WebSockets;

namespace Confab.Transport.WebSockets;

/// <summary>A WebSocket that somebody has opened, and what is known of it.</summary>
/// <param name="Socket">The WebSocket, over <paramref name="Stream"/>.</param>
/// <param name="Stream">What gathers its messages.</param>
/// <param name="Subprotocol">What was agreed on; null for nothing.</param>
public sealed record WebSocketArrival(WebSocket Socket, BatchingStream Stream, string? Subprotocol)
{
    /// <summary>Whether it is behind TLS.</summary>
    public bool IsSecure { get; init; }

    /// <summary>Longest message that is taken, in bytes.</summary>
    public required int MessageBytes { get; init; }

    /// <summary>Ends the connection below at once.</summary>
    public required Action Abort { get; init; }

    /// <summary>Cancelled when the server goes away, which the peer is told.</summary>
    public CancellationToken Stopping { get; init; }
}
