using Confab.Chat.Replies;
using Confab.Dialects;
using Confab.Engine.Delivery;
using Confab.Engine.Sessions;
using Confab.Transport.Limits;

namespace Confab.Transport.Connections;

/// <summary>
/// One session as a transport sees it: the conversation, its way into the engine, its connection, and its flood control. The reader of the
/// connection feeds it; the watch ends it when it owes something for too long.
/// </summary>
public sealed class LiveSession : IConnectionOwner
{
    // Its reading half is called by one at a time, the reader, the watch or a timer, who holds its lock.
    private readonly DialectSession _dialect;
    private readonly Dialect _door;
    private readonly SessionHost _host;
    private readonly SessionLayer? _layer;
    private readonly FloodGate? _sessionGate;
    private readonly long _opened;

    private ITimer? _firstBytesTimer;
    private long _partialSince;
    private int _inputEnded;

    /// <summary>Opens the session of a connection that was counted in.</summary>
    internal LiveSession(SessionHost host, Dialect door, Admission admission, IWire wire, SessionLayer? layer, Func<DialectSession, Connection, EngineSession> open)
    {
        _layer = layer;
        _host = host;
        _door = door;
        _dialect = door.CreateSession();
        _opened = host.Setup.Clock.GetTimestamp();
        Admission = admission;
        _sessionGate = host.Limits.FloodControl && !admission.Entry.IsExempt ? new FloodGate(host.Limits.SessionFlood, host.Setup.Clock) : null;
        Connection = new Connection(wire, host.Setup, this);
        Engine = open(_dialect, Connection);
    }

    public Connection Connection { get; }

    public EngineSession Engine { get; }

    ReadOnlyMemory<byte> IConnectionOwner.SlowReaderNotice => _dialect.SlowReaderNotice;

    Framing? IConnectionOwner.Framing => _layer?.Framing;

    ReadOnlyMemory<byte> IConnectionOwner.Farewell => _layer?.Farewell ?? default;

    internal Admission Admission { get; }

    internal SessionHost Host => _host;

    /// <summary>Where it is among the live sessions; theirs alone to set.</summary>
    internal int Place { get; set; }

    void IConnectionOwner.TooSlow(string reason) => _host.TooSlow(_door.Name, Admission.Peer, reason);

    /// <summary>Begins the conversation.</summary>
    internal void Start() => _dialect.Start(Engine);

    /// <summary>Takes what one read returned. False when nothing more is to be read: the connection was closed, or the peer has said its last word.</summary>
    /// <param name="read">The bytes; they may be overwritten.</param>
    /// <param name="endOfRead">False when more bytes wait already.</param>
    /// <param name="wait">How long to wait before reading on: flood control.</param>
    public bool Receive(Span<byte> read, bool endOfRead, out TimeSpan wait)
    {
        var goesOn = _layer is null ? Take(read, endOfRead, out var messages) : TakeThrough(_layer, read, out messages);
        wait = goesOn && messages is { } some && _sessionGate is not null
            ? Longer(_sessionGate.Count(some, read.Length), Admission.Entry.Count(some, read.Length))
            : TimeSpan.Zero;
        return goesOn;
    }

    /// <summary>Takes bytes of the dialect.</summary>
    /// <param name="read">The bytes.</param>
    /// <param name="endOfRead">As <see cref="Receive"/>.</param>
    /// <param name="messages">How many messages they were; null where the session has ended, and they are discarded.</param>
    /// <returns>As <see cref="Receive"/>.</returns>
    internal bool Take(ReadOnlySpan<byte> read, bool endOfRead, out long? messages)
    {
        messages = null;
        if (Connection.IsClosing)
        {
            return true;
        }

        lock (_dialect)
        {
            if (_inputEnded != 0)
            {
                return true;
            }

            var before = Engine.Submitted;
            if (_dialect.Receive(read, endOfRead) == Received.Abort)
            {
                // Not an end in order: what came in pieces before is not said either.
                Lost(reason: null);
                Connection.Abort();
                return false;
            }

            messages = Engine.Submitted - before;
            WatchPartial(messages.Value);
        }

        return true;
    }

    /// <summary>Completes when more may be read: flood control's wait is over, and few enough requests are in flight.</summary>
    /// <param name="wait">What <see cref="Receive"/> asked for.</param>
    internal Task PauseAsync(TimeSpan wait) => wait > TimeSpan.Zero ? WaitOffAsync(wait) : Engine.WhenCapacityAsync();

    /// <summary>
    /// The peer has ended its direction. What it asked is answered first, history and searches too, then the session ends. Calling
    /// again does nothing.
    /// </summary>
    public async Task EndInputAsync(string? reason)
    {
        lock (_dialect)
        {
            if (Interlocked.Exchange(ref _inputEnded, 1) != 0)
            {
                return;
            }

            _dialect.InputEnding();
        }

        await Engine.WhenAllAnsweredAsync();
        _dialect.InputEnded(reason);
    }

    /// <summary>The connection is gone: ends the session at once. Calling again does nothing.</summary>
    public void Lost(string? reason)
    {
        lock (_dialect)
        {
            _firstBytesTimer?.Dispose();
            if (Interlocked.Exchange(ref _inputEnded, 1) == 0)
            {
                _dialect.InputEnded(reason);
            }
        }
    }

    /// <summary>What came cannot be taken: tells the peer, where the dialect can, and ends the session. Calling again does nothing.</summary>
    internal void Refuse(string text) => GiveUp(RefusalCode.MalformedInput, text);

    /// <summary>Ends the session where it owes its sign-on or the end of a message for too long.</summary>
    internal void Watch()
    {
        if (Connection.IsClosing || Volatile.Read(ref _inputEnded) != 0)
        {
            return;
        }

        _dialect.WatchSilence();
        _layer?.Watch(this);
        var partialSince = Volatile.Read(ref _partialSince);
        if (_dialect.AwaitsSignOn && _host.Setup.Clock.GetElapsedTime(_opened) >= _host.Setup.Limits.SignOnTimeout)
        {
            GiveUp(RefusalCode.SignOnTimeout, $"No nickname came within {_host.Setup.Limits.SignOnTimeout.TotalSeconds:0} seconds. Connect again.");
        }
        else if (partialSince != 0 && _host.Setup.Clock.GetElapsedTime(partialSince) >= _host.Setup.Limits.PartialMessageTimeout)
        {
            GiveUp(
                RefusalCode.MalformedInput,
                $"A message was begun and not ended within {_host.Setup.Limits.PartialMessageTimeout.TotalSeconds:0} seconds. Connect again.");
        }
    }

    // What the layer keeps for itself is counted as well: it costs a look and perhaps an answer.
    private bool TakeThrough(SessionLayer layer, Span<byte> read, out long? messages)
    {
        var goesOn = layer.Receive(read, this, out var count);
        messages = Connection.IsClosing ? null : count;
        lock (_dialect)
        {
            WatchPartial(count);
        }

        return goesOn;
    }

    // A debt may be long; a connection that ends meanwhile does not have to wait it off.
    private async Task WaitOffAsync(TimeSpan wait)
    {
        try
        {
            await Connection.Ended.WaitAsync(wait, _host.Setup.Clock);
        }
        catch (TimeoutException)
        {
            // Waited off.
        }

        await Engine.WhenCapacityAsync();
    }

    private void GiveUp(RefusalCode code, string text)
    {
        lock (_dialect)
        {
            if (Interlocked.Exchange(ref _inputEnded, 1) == 0)
            {
                _dialect.GiveUp(new Refused(code, text));
            }
        }
    }

    // A message counts from its own beginning, not from that of the ones before.
    private void WatchPartial(long messages)
    {
        var since = _partialSince == 0 || messages > 0 ? _host.Setup.Clock.GetTimestamp() : _partialSince;
        Volatile.Write(ref _partialSince, _dialect.HoldsPartial || _layer is { HoldsPartial: true } ? since : 0);

        if (!_dialect.HoldsFirstBytes)
        {
            _firstBytesTimer?.Dispose();
            _firstBytesTimer = null;
        }
        else
        {
            _firstBytesTimer ??= _host.Setup.Clock.CreateTimer(_ => FirstBytesWaited(), null, _host.Setup.Limits.FirstBytesTimeout, Timeout.InfiniteTimeSpan);
        }
    }

    private void FirstBytesWaited()
    {
        lock (_dialect)
        {
            if (_inputEnded == 0 && _dialect.HoldsFirstBytes)
            {
                _dialect.FirstBytesWaited();
            }
        }
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
