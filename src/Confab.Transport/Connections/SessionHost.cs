using System.Collections.Concurrent;
using System.Net;
using Confab.Chat.Sessions;
using Confab.Dialects;
using Confab.Engine;
using Confab.Engine.Delivery;
using Confab.Engine.Sessions;
using Confab.Transport.Backlogs;
using Confab.Transport.Limits;

namespace Confab.Transport.Connections;

/// <summary>
/// All live sessions of a server, over whatever pipe: counts them in and out by address, wires each to the engine, and watches for those
/// that owe something too long. Safe from any thread.
/// </summary>
public sealed class SessionHost : IDisposable
{
    private static readonly TimeSpan _watchPeriod = TimeSpan.FromSeconds(1);

    private readonly ChatEngine _engine;
    private readonly ConnectionLimits _limits;
    private readonly TimeProvider _clock;
    private readonly ITransportEvents _events;
    private readonly AddressBook _addresses;
    private readonly ConcurrentDictionary<SessionId, LiveSession> _live = new();
    private readonly ITimer _watch;

    public SessionHost(ChatEngine engine, ConnectionLimits limits, TimeProvider clock, ITransportEvents events)
    {
        _engine = engine;
        _limits = limits;
        _clock = clock;
        _events = events;
        _addresses = new AddressBook(limits, clock);
        Budget = new BacklogBudget(limits.BacklogBudgetBytes);
        _watch = clock.CreateTimer(_ => Watch(), null, _watchPeriod, _watchPeriod);
    }

    public ConnectionLimits Limits => _limits;

    public BacklogBudget Budget { get; }

    public int Count => _live.Count;

    /// <summary>Counts a connection in, before anything is read from it. Null where a bound forbids it; the caller then closes the pipe.</summary>
    /// <param name="door">The door's name, for the log.</param>
    /// <param name="peer">The peer's address and port.</param>
    public Admission? Admit(string door, IPEndPoint peer)
    {
        if (_addresses.TryEnter(peer.Address) is { } refusal)
        {
            _events.Refused(door, peer, refusal);
            return null;
        }

        return new Admission(_addresses, peer);
    }

    /// <summary>Opens the session of a connection that was counted in. The session counts it out at its end.</summary>
    /// <param name="dialect">What the door speaks.</param>
    /// <param name="admission">The connection's.</param>
    /// <param name="wire">The pipe.</param>
    /// <param name="shard">Whose thread sends; null where any may.</param>
    /// <param name="isSecure">Whether the pipe is TLS.</param>
    /// <param name="certificateFingerprint">As <see cref="SessionOrigin.CertificateFingerprint"/>.</param>
    public LiveSession Open(
        Dialect dialect, Admission admission, IWire wire, DeliveryShard? shard = null, bool isSecure = false, string? certificateFingerprint = null)
    {
        var peer = admission.Peer;
        var conversation = dialect.CreateSession();
        var connection = new Connection(
            wire, _limits, Budget, _clock, () => conversation.SlowReaderNotice, reason => _events.TooSlow(dialect.Name, peer, reason));
        var origin = new SessionOrigin(dialect.Name, peer.Address.ToString(), peer.Port)
        {
            IsSecure = isSecure,
            CertificateFingerprint = certificateFingerprint,
        };
        var engineSession = _engine.Open(origin, conversation.Wrap(connection), conversation, shard);
        var live = Create(conversation, engineSession, connection, admission);
        _live.TryAdd(engineSession.Id, live);
        _events.Opened(dialect.Name, peer, engineSession.Id);
        return live;
    }

    /// <summary>Counts a connection in and opens its session, over a pipe that needs nothing in between. Null where a bound forbids it.</summary>
    /// <param name="dialect">What the door speaks.</param>
    /// <param name="peer">The peer's address and port.</param>
    /// <param name="wire">The pipe.</param>
    public LiveSession? TryOpen(Dialect dialect, IPEndPoint peer, IWire wire) =>
        Admit(dialect.Name, peer) is { } admission ? Open(dialect, admission, wire) : null;

    /// <summary>Begins the conversation; apart from <see cref="Open"/>, so that the pipe can be told its connection first.</summary>
    public static void Start(LiveSession session) => session.Start();

    /// <summary>The pipe of a session is closed: counts it out.</summary>
    public void Closed(LiveSession session, IPEndPoint peer)
    {
        if (_live.TryRemove(session.Engine.Id, out _))
        {
            session.Admission.Dispose();
            session.Lost(reason: null);
            _events.Closed(session.Engine.Origin.Door, peer, session.Engine.Id);
        }
    }

    /// <summary>Ends every connection now; for a server that has said its goodbyes and waited.</summary>
    public void AbortAll()
    {
        foreach (var session in _live.Values)
        {
            session.Connection.Abort();
        }
    }

    public void Dispose() => _watch.Dispose();

    private LiveSession Create(DialectSession conversation, EngineSession engine, Connection connection, Admission admission)
    {
        var address = admission.Peer.Address;
        var exempt = !_limits.FloodControl || _addresses.IsExempt(address);
        return new LiveSession(
            conversation,
            engine,
            connection,
            admission,
            exempt ? null : new FloodGate(_limits.SessionFlood, _clock),
            exempt ? null : _addresses.GateOf(address),
            _limits,
            _clock);
    }

    private void Watch()
    {
        foreach (var session in _live.Values)
        {
            session.Watch();
        }

        _addresses.Sweep();
    }
}
