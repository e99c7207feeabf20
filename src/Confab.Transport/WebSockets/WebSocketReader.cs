using System.Buffers;
using System.Net;
using System.Net.WebSockets;
using Confab.Transport.Connections;

namespace Confab.Transport.WebSockets;

/// <summary>Reads one WebSocket until its end. Each message is a line, whose end is added. An idle one holds no buffer.</summary>
internal sealed class WebSocketReader(
    WebSocketArrival arrival, WebSocketWire wire, LiveSession session, IPEndPoint peer, SessionHost host, TimeProvider clock, ITransportEvents events)
    : SessionReader(session, peer, host, events)
{
    private CancellationTokenSource? _patience;
    private ValueWebSocketReceiveResult _first;
    private bool _anyHeard;

    protected override async ValueTask<int> WhenReadableAsync()
    {
        _first = await arrival.Socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
        return 0;
    }

    protected override async ValueTask<TimeSpan?> ReadOnceAsync()
    {
        if (_first.MessageType == WebSocketMessageType.Close)
        {
            return null;
        }

        // One byte more shows that a message is too long; two are for the end of the line.
        var buffer = ArrayPool<byte>.Shared.Rent(arrival.MessageBytes + 2);
        var count = await ReadMessageAsync(buffer.AsMemory(0, arrival.MessageBytes + 1));
        _patience?.CancelAfter(Timeout.InfiniteTimeSpan);
        var wait = count is { } length ? Hand(buffer, length) : null;
        ArrayPool<byte>.Shared.Return(buffer);
        return wait;
    }

    // The connection below belongs to whoever accepted it, and goes when this is done.
    protected override async Task ReleaseAsync()
    {
        await wire.Closed;
        _patience?.Dispose();
        arrival.Socket.Dispose();
    }

    // How long the message is; null where the peer has closed.
    private async Task<int?> ReadMessageAsync(Memory<byte> buffer)
    {
        var (result, count) = (_first, 0);
        var patience = result.EndOfMessage ? CancellationToken.None : Patience();
        while (!result.EndOfMessage)
        {
            if (count == buffer.Length)
            {
                Refuse();
                count = 0;
            }

            result = await arrival.Socket.ReceiveAsync(buffer[count..], patience);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            count += result.Count;
        }

        if (count == buffer.Length)
        {
            Refuse();
            return 0;
        }

        if (!_anyHeard)
        {
            _anyHeard = true;
            wire.FirstHeard(result.MessageType);
        }

        return count;
    }

    // A message that has begun must end.
    private CancellationToken Patience()
    {
        if (_patience is null || !_patience.TryReset())
        {
            _patience?.Dispose();
            _patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        }

        _patience.CancelAfter(Host.Limits.PartialMessageTimeout);
        return _patience.Token;
    }

    private TimeSpan? Hand(byte[] buffer, int count)
    {
        // Clients must not send the end of the line, and some do.
        while (count > 0 && buffer[count - 1] is (byte)'\r' or (byte)'\n')
        {
            count--;
        }

        "\r\n"u8.CopyTo(buffer.AsSpan(count));
        return Session.Receive(buffer.AsSpan(0, count + 2), endOfRead: true, out var wait) ? wait : null;
    }

    // What the peer still sends is read on and discarded, or our last words would be lost with the connection.
    private void Refuse()
    {
        wire.Status = WebSocketCloseStatus.MessageTooBig;
        Session.Refuse($"A message of more than {arrival.MessageBytes} bytes came. Send shorter ones.");
    }
}
