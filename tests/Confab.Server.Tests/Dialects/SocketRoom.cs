using Confab.Testing;
using Confab.Testing.Sockets;

namespace Confab.Server.Tests.Dialects;

/// <summary>A server on real sockets with somebody at the text door, who sees who is there and what is said.</summary>
internal sealed class SocketRoom : IAsyncDisposable
{
    public const string Watcher = "watcher";

    private SocketRoom(SocketServer server, SocketClient watch) => (Server, Watch) = (server, watch);

    public SocketServer Server { get; }

    public SocketClient Watch { get; }

    public static async Task<SocketRoom> OpenAsync(TestServerOptions? options = null)
    {
        // The clients of a busy test machine need more than the usual moment to read two messages apart.
        options ??= new TestServerOptions();
        options.Connections.PacedGap = TimeSpan.FromMilliseconds(120);
        var server = SocketServer.Start(options);
        var watch = await server.ConnectAsync("text");
        await watch.SendAsync($"{Watcher}\n");
        await watch.ReadUntilAsync("/help lists the commands.\n");
        return new SocketRoom(server, watch);
    }

    /// <summary>Connects, and waits until the client sits in the room under its port.</summary>
    public async Task<SocketClient> EnterAsync(string door)
    {
        var client = await Server.ConnectAsync(door);
        await SeesAsync($"{client.Port}", there: true);
        return client;
    }

    /// <summary>Connects to the alias door and signs on as the historic client does.</summary>
    public async Task<SocketClient> EnterAliasAsync(string alias)
    {
        var client = await Server.ConnectAsync("alias");
        Assert.Equal("NICK", await client.ReadAsync());
        await client.SendAsync(alias);
        Assert.Equal($"{alias} joined!", await client.ReadAsync());
        Assert.Equal("Connected to server!", await client.ReadAsync());
        return client;
    }

    /// <summary>Asks who is there until somebody is, or is not.</summary>
    public async Task SeesAsync(string nickname, bool there)
    {
        while (true)
        {
            await Watch.SendAsync("/who\n/ping who\n");
            var listed = await Watch.ReadUntilAsync("* pong who\n");
            if ((listed.Contains($" {nickname},", StringComparison.Ordinal) || listed.Contains($" {nickname}.", StringComparison.Ordinal)) == there)
            {
                return;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Watch.DisposeAsync();
        await Server.DisposeAsync();
    }
}
