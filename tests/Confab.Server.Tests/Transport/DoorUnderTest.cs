using System.Net;
using Confab.Chat;
using Confab.Engine;
using Confab.Storage.Memory;
using Confab.Testing;
using Confab.Testing.Sockets;
using Confab.Transport.Connections;
using Confab.Transport.Doors;
using Confab.Transport.Limits;
using Confab.Transport.Sockets;

namespace Confab.Server.Tests.Transport;

/// <summary>One door on a free port, whose sessions are the test's.</summary>
internal sealed class DoorUnderTest : IAsyncDisposable
{
    private readonly ChatEngine _engine;
    private readonly SessionHost _host;
    private readonly SocketDoor _door;
    private readonly MemoryMessageLog _log = new();

    public DoorUnderTest(Func<DoorPlan, DoorPlan>? plan = null, ConnectionLimits? limits = null, TimeProvider? clock = null)
    {
        clock ??= TimeProvider.System;
        _engine = new ChatEngine(
            new ChatState(new TestServerOptions().ChatOptions()), _log, new CountingIds(), TimeProvider.System, new EngineOptions(), TaskScheduler.Default, Events);
        _host = new SessionHost(_engine, limits ?? new ConnectionLimits(), clock, Events);
        _engine.Start();
        var plain = new DoorPlan(new IPEndPoint(IPAddress.Loopback, 0), Dialect);
        _door = SocketDoor.Bind(plan is null ? plain : plan(plain), _host, clock, Events);
        _door.Listen();
        _door.Accept();
    }

    public WitnessDialect Dialect { get; } = new();

    public QuietEvents Events { get; } = new();

    public SessionHost Host => _host;

    public IPEndPoint EndPoint => _door.EndPoint;

    public Task<SocketClient> ConnectAsync() => SocketClient.ConnectAsync(EndPoint);

    public async ValueTask DisposeAsync()
    {
        _door.Dispose();
        _engine.Stop();
        await _engine.Stopped;
        _host.AbortAll();
        _host.Dispose();
        _log.Dispose();
        Assert.Empty(Events.Defects);
    }
}
