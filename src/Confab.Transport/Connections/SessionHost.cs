using System.Net;
using Confab.Chat.Sessions;
using Confab.Dialects;
using Confab.Engine;
using Confab.Engine.Delivery;
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
    private readonly ITransportEvents _events;
    private readonly AddressBook _addresses;
    private readonly LiveSessions _live = new();
    private readonly ITimer _watch;

    public SessionHost(ChatEngine engine, ConnectionLimits limits, TimeProvider clock, ITransportEvents events)
    {
        _engine = engine;
        _events = events;
        _addresses = new AddressBook(limits, clock);
        Setup = new ConnectionSetup(limits, new BacklogBudget(limits.BacklogBudgetBytes), clock);
        _watch = clock.CreateTimer(_ => Watch(), null, _watchPeriod, _watchPeriod);
    }

    public ConnectionLimits Limits => Setup.Limits;

    public BacklogBudget Budget => Setup.Budget;

    /// <summary>What all connections are told alike.</summary>
    internal ConnectionSetup Setup { get; }

    public int Count => _live.Count;

    /// <summary>Counts a connection in, before anything is read from it. Null where a bound forbids it; the caller then closes the pipe.</summary>
    /// <param name="door">The door's name, for the log.</param>
    /// <param name="peer">The peer's address and port.</param>
    public Admission? Admit(string door, IPEndPoint peer)
    {
        var admission = _addresses.TryEnter(peer, out var refusal);
        if (admission is null)
        {
            _events.Refused(door, peer, refusal!);
        }

        return admission;
    }

    /// <summary>Opens the session of a connection that was counted in. The session counts it out at its end.</summary>
    /// <param name="dialect">What the door speaks.</param>
    /// <param name="admission">The connection's.</param>
    /// <param name="wire">The pipe.</param>
    /// <param name="layer">What the pipe speaks below the dialect; null for nothing.</param>
    /// <param name="shard">Whose thread sends; null where any may.</param>
    /// <param name="isSecure">Whether the pipe is TLS.</param>
    /// <param name="certificateFingerprint">As <see cref="SessionOrigin.CertificateFingerprint"/>.</param>
    public LiveSession Open(
        Dialect dialect,
        Admission admission,
        IWire wire,
        SessionLayer? layer = null,
        DeliveryShard? shard = null,
        bool isSecure = false,
        string? certificateFingerprint = null)
    {
        var origin = new SessionOrigin(dialect.Name, admission.Entry.Text, admission.Port)
        {
            IsSecure = isSecure,
            CertificateFingerprint = certificateFingerprint,
        };
        var live = new LiveSession(
            this, dialect, admission, wire, layer, (conversation, connection) => _engine.Open(origin, conversation.Wrap(connection), conversation, shard));
        _live.Add(live);
        _events.Opened(dialect.Name, admission.Peer, live.Engine.Id);
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
    public void Closed(LiveSession session)
    {
        if (_live.Remove(session))
        {
            session.Admission.Dispose();
            session.Lost(reason: null);
            _events.Closed(session.Engine.Origin.Door, session.Admission.Peer, session.Engine.Id);
        }
    }

    /// <summary>Ends every connection now; for a server that has said its goodbyes and waited.</summary>
    public void AbortAll()
    {
        foreach (var session in _live.All)
        {
            session.Connection.Abort();
        }
    }

    public void Dispose() => _watch.Dispose();

    /// <summary>Tells whoever keeps the log that a session is given up.</summary>
    internal void TooSlow(string door, IPEndPoint peer, string reason) => _events.TooSlow(door, peer, reason);

    /// <summary>Tells whoever keeps the log that a session is ended by a defect.</summary>
    internal void Broken(LiveSession session, Exception defect) =>
        _events.SessionBroken(session.Engine.Origin.Door, session.Admission.Peer, defect);

    private void Watch()
    {
        foreach (var session in _live.All)
        {
            session.Watch();
        }

        _addresses.Sweep();
    }
}
