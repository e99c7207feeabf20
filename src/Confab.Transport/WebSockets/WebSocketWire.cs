using System.Net.WebSockets;
using System.Text;
using System.Text.Unicode;
using Confab.Transport.Connections;

namespace Confab.Transport.WebSockets;

/// <summary>A WebSocket as the pipe of a connection: each line is a message, without its CR and LF, and those of one write go out together.</summary>
internal sealed class WebSocketWire(WebSocketArrival arrival, TimeSpan patience, TimeProvider clock) : QueuedWire(patience, clock)
{
    private readonly LineCutter _lines = new();

    // Where nothing was agreed on, the client's first message decides.
    private volatile bool _isBinary = arrival.Subprotocol == Subprotocol.Binary;

    /// <summary>What the peer is told at the end, where it is not the usual.</summary>
    public WebSocketCloseStatus? Status { get; set; }

    /// <summary>The peer has begun to speak, in messages of this type.</summary>
    public void FirstHeard(WebSocketMessageType type)
    {
        if (arrival.Subprotocol is null)
        {
            _isBinary = type == WebSocketMessageType.Binary;
        }
    }

    protected override Task WriteCopyAsync(ReadOnlySpan<byte> bytes)
    {
        _lines.Add(bytes);
        return WriteLinesAsync();
    }

    protected override Task WriteAsync(ReadOnlyMemory<byte> bytes) => WriteCopyAsync(bytes.Span);

    protected override Task EndAsync() => arrival.Socket.CloseOutputAsync(
        Status ?? (arrival.Stopping.IsCancellationRequested ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure),
        statusDescription: null,
        CancellationToken.None);

    // Not on this thread: whoever waits for the connection would go on within its lock.
    protected override void CloseNow(bool reset)
    {
        if (arrival.Socket.State is not WebSocketState.Closed)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static abort => abort(), arrival.Abort, preferLocal: true);
        }
    }

    private async Task WriteLinesAsync()
    {
        arrival.Stream.Hold();
        try
        {
            while (_lines.TryNext(out var line))
            {
                var isBinary = _isBinary;
                if (!isBinary && !Utf8.IsValid(line.Span))
                {
                    // A browser would end the connection. Who agreed on text gets what can be shown of it.
                    isBinary = arrival.Subprotocol is null;
                    line = isBinary ? line : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(line.Span));
                }

                await arrival.Socket.SendAsync(
                    line, isBinary ? WebSocketMessageType.Binary : WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            }
        }
        finally
        {
            await arrival.Stream.ReleaseAsync();
        }
    }
}
