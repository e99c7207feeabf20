using System.Net.WebSockets;

namespace Confab.Client.Irc.Wires;

/// <summary>A WebSocket: each message is one line without its end (IRCv3 websocket).</summary>
internal sealed class WebSocketWire(WebSocket socket) : IIrcWire
{
    private bool _owesLineEnd;

    public async ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_owesLineEnd)
        {
            return EndLine(buffer, 0);
        }

        var received = await socket.ReceiveAsync(buffer, cancellationToken);
        if (received.MessageType == WebSocketMessageType.Close)
        {
            return 0;
        }

        if (!received.EndOfMessage)
        {
            // An empty piece of a message is no end.
            return received.Count > 0 ? received.Count : await ReceiveAsync(buffer, cancellationToken);
        }

        _owesLineEnd = true;
        return received.Count < buffer.Length ? EndLine(buffer, received.Count) : received.Count;
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> lines, CancellationToken cancellationToken)
    {
        while (!lines.IsEmpty)
        {
            var end = lines.Span.IndexOf("\r\n"u8);
            await socket.SendAsync(lines[..end], WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            lines = lines[(end + 2)..];
        }
    }

    public void Dispose() => socket.Dispose();

    private int EndLine(Memory<byte> buffer, int count)
    {
        _owesLineEnd = false;
        buffer.Span[count] = (byte)'\n';
        return count + 1;
    }
}
