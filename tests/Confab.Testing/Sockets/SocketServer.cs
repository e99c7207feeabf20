using System.Net;
using Confab.Chat;
using Confab.Dialects;
using Confab.Engine;
using Confab.Storage;
using Confab.Storage.Memory;
using Confab.Transport.Connections;
using Confab.Transport.Doors;

namespace Confab.Testing.Sockets;

/// <summary>A whole server on free ports of this machine, with every door open.</summary>
public sealed class SocketServer : IAsyncDisposable
{
    private readonly Dictionary<string, IDoor> _doors = [];
    private readonly SessionHost _host;
    private readonly DoorBinder _binder;

    private SocketServer(TestServerOptions options, IMessageLog log, Func<string, int> portOf)
    {
        Log = log;
        var withLoops = OperatingSystem.IsLinux() && options.EventLoops > 0;
        options.Engine.DeliveryShards = withLoops ? options.EventLoops : 1;
        Engine = new ChatEngine(
            new ChatState(options.ChatOptions()), log, new CountingIds(), TimeProvider.System, options.Engine, TaskScheduler.Default, Events);
        _binder = new DoorBinder(Engine, options.Connections, withLoops);
        _host = new SessionHost(Engine, options.Connections, TimeProvider.System, Events);
        foreach (var name in DialectCatalog.Names)
        {
            var dialect = DialectCatalog.Create(name, options.Dialect(new DialectOptions(TestServerOptions.Lobby)))!;
            var plan = new DoorPlan(new IPEndPoint(IPAddress.Loopback, portOf(name)), dialect);
            _doors[name] = _binder.Bind(plan, _host, TimeProvider.System, Events);
            _doors[name].Listen();
            _doors[name].Accept();
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
        _binder.Dispose();
        _host.Dispose();
        Log.Dispose();
        if (!Events.Defects.IsEmpty)
        {
            throw new InvalidOperationException(string.Join('\n', Events.Defects));
        }
    }
}
