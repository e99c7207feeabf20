using System.Net.WebSockets;
using System.Text;

namespace Confab.Irc.Tests.Kit;

/// <summary>A client of the web door: a line is a message.</summary>
internal sealed class WebClient : IAsyncDisposable
{
    public const string Text = "text.ircv3.net";
    public const string Binary = "binary.ircv3.net";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();
    private int _pings;

    /// <summary>What was agreed on; null for nothing.</summary>
    public string? Subprotocol => _socket.SubProtocol;

    /// <summary>The kinds of messages that came.</summary>
    public HashSet<WebSocketMessageType> Kinds { get; } = [];

    public static async Task<WebClient> ConnectAsync(IrcServer server, string[] subprotocols, string path = "/irc", string? origin = null)
    {
        var client = new WebClient();
        foreach (var subprotocol in subprotocols)
        {
            client._socket.Options.AddSubProtocol(subprotocol);
        }

        if (origin is not null)
        {
            client._socket.Options.SetRequestHeader("Origin", origin);
        }

        using var patience = new CancellationTokenSource(_patience);
        try
        {
            await client._socket.ConnectAsync(new Uri($"ws://{server.Server.EndPoint("web")}{path}"), patience.Token);
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    public Task SendAsync(string line) => SendAsync(
        Encoding.UTF8.GetBytes(line), Subprotocol == Binary ? WebSocketMessageType.Binary : WebSocketMessageType.Text);

    public Task SendAsync(byte[] bytes, WebSocketMessageType kind) => _socket.SendAsync(bytes, kind, endOfMessage: true, CancellationToken.None);

    /// <summary>The next message, which must be one line without its end.</summary>
    public async Task<IrcMessage> ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        using var patience = new CancellationTokenSource(_patience);
        var length = 0;
        ValueWebSocketReceiveResult result;
        do
        {
            result = await _socket.ReceiveAsync(buffer.AsMemory(length), patience.Token);
            length += result.Count;
        }
        while (!result.EndOfMessage);

        if (result.MessageType == WebSocketMessageType.Close)
        {
            throw new InvalidOperationException($"The server closed the connection: {_socket.CloseStatus} {_socket.CloseStatusDescription}");
        }

        Kinds.Add(result.MessageType);
        Assert.DoesNotContain(buffer.AsSpan(0, length).ToArray(), octet => octet is (byte)'\r' or (byte)'\n');
        return IrcMessage.Parse(Encoding.UTF8.GetString(buffer, 0, length));
    }

    /// <summary>Sends these lines; returns all that comes before the answer to a PING behind them.</summary>
    public async Task<Replies> AskAsync(params string[] lines)
    {
        var token = $"web-{++_pings}";
        foreach (var line in lines.Append($"PING {token}"))
        {
            await SendAsync(line);
        }

        var messages = new List<IrcMessage>();
        while (await ReadAsync() is var message && (message.Command != "PONG" || message.Last != token))
        {
            messages.Add(message);
        }

        return new Replies(messages);
    }

    /// <summary>Registers, and reads the burst.</summary>
    public async Task<Replies> RegisterAsync(string nick)
    {
        await SendAsync($"NICK {nick}");
        await SendAsync($"USER {nick} 0 * :{nick}");
        var messages = new List<IrcMessage>();
        do
        {
            messages.Add(await ReadAsync());
        }
        while (messages[^1].Command is not ("422" or "376"));

        return new Replies([.. messages, .. await AskAsync()]);
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
