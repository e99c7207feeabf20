using System.Net;
using Confab.Chat;
using Confab.Dialects;
using Confab.Engine;
using Confab.Storage;
using Confab.Storage.Memory;
using Confab.Testing.Time;
using Confab.Transport.Connections;

namespace Confab.Testing.Memory;

/// <summary>A whole server in memory, with a clock that can be turned and loops that run only when told to: no thread, no socket, no chance.</summary>
public sealed class MemoryServer : IDisposable
{
    private readonly Dictionary<string, Dialect> _dialects = [];
    private readonly SessionHost _host;
    private int _lastPort = 50_000;

    public MemoryServer(TestServerOptions? options = null, IMessageLog? log = null, TestClock? clock = null, IIdSource? ids = null, TaskScheduler? lookups = null)
    {
        options ??= new TestServerOptions();
        Clock = clock ?? new TestClock();
        Log = log ?? new MemoryMessageLog(logId: Guid.Empty);
        Engine = new ChatEngine(
            new ChatState(options.ChatOptions()), Log, ids ?? new CountingIds(), Clock, options.Engine, lookups ?? InlineScheduler.Instance, Events);
        _host = new SessionHost(Engine, options.Connections, Clock, Events);
        foreach (var name in DialectCatalog.Names)
        {
            _dialects[name] = DialectCatalog.Create(name, options.Dialect(new DialectOptions(TestServerOptions.Lobby) { Clock = Clock }))!;
        }
    }

    public TestClock Clock { get; }

    public IMessageLog Log { get; }

    public ChatEngine Engine { get; }

    public QuietEvents Events { get; } = new();

    /// <summary>
    /// True: clients only hand things in, and the test itself calls <see cref="Run"/> or steps the engine, so that many requests come into one
    /// tick and a server may be lost between any two deeds.
    /// </summary>
    public bool IsStepwise { get; init; }

    public SessionHost Host => _host;

    /// <summary>Connects a client through a door; refused connections are closed at once.</summary>
    /// <param name="door">The dialect's name.</param>
    /// <param name="address">Where the client comes from.</param>
    /// <param name="layer">What the pipe speaks below the dialect; null for nothing.</param>
    public MemoryClient Connect(string door, string address = "127.0.0.1", SessionLayer? layer = null)
    {
        var peer = new IPEndPoint(IPAddress.Parse(address), ++_lastPort);
        var wire = new MemoryWire();
        var session = _host.Admit(door, peer) is { } admission ? _host.Open(_dialects[door], admission, wire, layer) : null;
        if (session is null)
        {
            wire.Close(reset: true);
        }
        else
        {
            wire.Sent = session.Connection.OnSent;
            SessionHost.Start(session);
        }

        var client = new MemoryClient(this, wire, session, peer);
        RunOn();
        return client;
    }

    /// <summary>Runs the server until nothing is left to do at this time.</summary>
    public void Run()
    {
        while (Engine.Step())
        {
        }

        if (!Events.Defects.IsEmpty)
        {
            throw new InvalidOperationException(string.Join('\n', Events.Defects));
        }
    }

    /// <summary>Turns the clock on, running the server behind every timer that goes off.</summary>
    public void Advance(TimeSpan time)
    {
        var until = Clock.GetUtcNow() + time;
        while (Clock.NextDue() is { } due && due <= until)
        {
            Clock.Advance(due > Clock.GetUtcNow() ? due - Clock.GetUtcNow() : TimeSpan.Zero);
            Run();
        }

        Clock.Advance(until - Clock.GetUtcNow());
        Run();
    }

    /// <summary>Lets the pauses between messages to clients without framing pass.</summary>
    public void Settle() => Advance(TimeSpan.FromMilliseconds(500));

    /// <summary>Stops the server and lets its goodbyes go out.</summary>
    public void Stop()
    {
        Engine.Stop();
        Advance(TimeSpan.FromSeconds(10));
    }

    public void Dispose()
    {
        _host.Dispose();
        Engine.Dispose();
    }

    internal void Closed(LiveSession session)
    {
        _host.Closed(session);
        RunOn();
    }

    internal void RunOn()
    {
        if (!IsStepwise)
        {
            Run();
        }
    }
}
