namespace Confab.Transport.WebSockets;

/// <summary>What all WebSockets of a door are told alike.</summary>
/// <param name="MessageBytes">Longest message that is taken, in bytes.</param>
/// <param name="PingInterval">After so much silence a peer is asked whether it still lives.</param>
/// <param name="PingTimeout">How long it may take to answer.</param>
/// <param name="Clock">Gives these their time.</param>
/// <param name="Stopping">Cancelled when the server goes away, which the peer is told.</param>
public sealed record WebSocketRules(int MessageBytes, TimeSpan PingInterval, TimeSpan PingTimeout, TimeProvider Clock, CancellationToken Stopping);
