using System.Net;
using Confab.Chat;
using Confab.Dialects;
using Confab.Engine;
using Confab.Storage;
using Confab.Storage.Memory;
using Confab.Transport.Connections;
using Confab.Transport.Sockets;

namespace Confab.Testing.Sockets;

/// <summary>A whole server on free ports of this machine, with every door open.</summary>
public sealed class SocketServer : IAsyncDisposable
{
    private readonly Dictionary<string, SocketDoor> _doors = [];
    private readonly SessionHost _host;

    private SocketServer(TestServerOptions options, IMessageLog log, Func<string, int> portOf)
    {
        Log = log;
        Engine = new ChatEngine(
            new ChatState(options.ChatOptions()), log, new CountingIds(), TimeProvider.System, options.Engine, TaskScheduler.Default, Events);
        _host = new SessionHost(Engine, options.Connections, TimeProvider.System, Events);
        foreach (var name in DialectCatalog.Names)
        {
            var dialect = DialectCatalog.Create(name, options.Dialect(new DialectOptions(TestServerOptions.Lobby)))!;
            _doors[name] = SocketDoor.Open(new IPEndPoint(IPAddress.Loopback, portOf(name)), dialect, _host, TimeProvider.System, Events);
        }
    }

    public ChatEngine Engine { get; }

    public IMessageLog Log { get; }

    public QuietEvents Events { get; } = new();

    public SessionHost Host => _host;

    /// <summary>Starts a server.</summary>
    /// <param name="options">What is to be different.</param>
    /// <param name="log">Its history; one in memory where null.</param>
    /// <param name="portOf">The port of each door; free ones where null.</param>
    public static SocketServer Start(TestServerOptions? options = null, IMessageLog? log = null, Func<string, int>? portOf = null)
    {
        var server = new SocketServer(options ?? new TestServerOptions(), log ?? new MemoryMessageLog(), portOf ?? (_ => 0));
        server.Engine.Start();
        return server;
    }

    public IPEndPoint EndPoint(string door) => _doors[door].EndPoint;

    public Task<SocketClient> ConnectAsync(string door) => SocketClient.ConnectAsync(EndPoint(door));

    /// <summary>Says goodbye to everybody, as a server that stops does.</summary>
    public async Task StopAsync()
    {
        foreach (var door in _doors.Values)
        {
            door.Dispose();
        }

        Engine.Stop();
        await Engine.Stopped;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _host.AbortAll();
        _host.Dispose();
        Log.Dispose();
        if (!Events.Defects.IsEmpty)
        {
            throw new InvalidOperationException(string.Join('\n', Events.Defects));
        }
    }
}
