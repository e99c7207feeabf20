using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace Confab.Server.Tests.Transport.WebSockets;

/// <summary>A WebSocket client. Every wait is bounded.</summary>
internal sealed class WebClient : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket;

    private WebClient(ClientWebSocket socket) => _socket = socket;

    public ClientWebSocket Socket => _socket;

    /// <summary>The types of the messages that came.</summary>
    public HashSet<WebSocketMessageType> Types { get; } = [];

    public static async Task<WebClient> ConnectAsync(IPEndPoint endPoint, Action<ClientWebSocketOptions>? configure = null, string scheme = "ws", string path = "/irc")
    {
        var socket = new ClientWebSocket();
        configure?.Invoke(socket.Options);
        using var patience = new CancellationTokenSource(_patience);
        await socket.ConnectAsync(new Uri($"{scheme}://{endPoint}{path}"), patience.Token);
        return new WebClient(socket);
    }

    public async Task SendAsync(string text, WebSocketMessageType type = WebSocketMessageType.Text, bool endOfMessage = true) =>
        await _socket.SendAsync(Encoding.UTF8.GetBytes(text), type, endOfMessage, CancellationToken.None);

    /// <summary>The next message; null at the end.</summary>
    public async Task<string?> ReadAsync()
    {
        using var patience = new CancellationTokenSource(_patience);
        var buffer = new byte[128 * 1024];
        var count = 0;
        while (true)
        {
            var result = await _socket.ReceiveAsync(buffer.AsMemory(count), patience.Token);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            count += result.Count;
            if (result.EndOfMessage)
            {
                Types.Add(result.MessageType);
                return Encoding.UTF8.GetString(buffer, 0, count);
            }
        }
    }

    /// <summary>Reads on to a message.</summary>
    public async Task<string> SeesAsync(string message, bool contains = false)
    {
        var seen = new List<string>();
        while (await ReadAsync() is { } next)
        {
            Assert.DoesNotContain('\n', next);
            Assert.DoesNotContain('\r', next);
            if (contains ? next.Contains(message, StringComparison.Ordinal) : next == message)
            {
                return next;
            }

            seen.Add(next);
        }

        throw new InvalidOperationException($"'{message}' did not come, but {string.Join(" | ", seen)}, and the end with {_socket.CloseStatus}.");
    }

    /// <summary>Reads on to the end, and tells its reason.</summary>
    public async Task<WebSocketCloseStatus?> EndAsync()
    {
        while (await ReadAsync() is not null)
        {
        }

        return _socket.CloseStatus;
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
