using System.Net;
using Confab.Chat.Replies;
using Confab.Dialects;
using Confab.Engine.Sessions;
using Confab.Transport.Limits;

namespace Confab.Transport.Connections;

/// <summary>
/// One session as a transport sees it: the conversation, its way into the engine, its connection, and its flood control. The reader of the
/// connection feeds it; the watch ends it when it owes something for too long.
/// </summary>
public sealed class LiveSession
{
    private readonly DialectSession _dialect;
    private readonly EngineSession _engine;
    private readonly FloodGate? _sessionGate;
    private readonly FloodGate? _addressGate;
    private readonly ConnectionLimits _limits;
    private readonly TimeProvider _clock;
    private readonly long _opened;

    // The reading half of a conversation is called by one at a time: the reader, the watch, or a timer.
    private readonly Lock _reading = new();
    private ITimer? _firstBytesTimer;
    private long _partialSince;
    private int _inputEnded;

    internal LiveSession(
        DialectSession dialect,
        EngineSession engine,
        Connection connection,
        Admission admission,
        FloodGate? sessionGate,
        FloodGate? addressGate,
        ConnectionLimits limits,
        TimeProvider clock)
    {
        _dialect = dialect;
        _engine = engine;
        _sessionGate = sessionGate;
        _addressGate = addressGate;
        _limits = limits;
        _clock = clock;
        _opened = clock.GetTimestamp();
        Connection = connection;
        Admission = admission;
    }

    public Connection Connection { get; }

    public EngineSession Engine => _engine;

    internal Admission Admission { get; }

    /// <summary>Begins the conversation.</summary>
    internal void Start() => _dialect.Start(_engine);

    /// <summary>Takes what one read returned. False when the connection was closed and nothing more may be read.</summary>
    /// <param name="read">The bytes.</param>
    /// <param name="endOfRead">False when more bytes wait already.</param>
    /// <param name="wait">How long to wait before reading on: flood control.</param>
    public bool Receive(ReadOnlySpan<byte> read, bool endOfRead, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (Connection.IsClosing)
        {
            return true;
        }

        long messages;
        lock (_reading)
        {
            if (_inputEnded != 0)
            {
                return true;
            }

            var before = _engine.Submitted;
            if (_dialect.Receive(read, endOfRead) == Received.Abort)
            {
                // Not an end in order: what came in pieces before is not said either.
                Lost(reason: null);
                Connection.Abort();
                return false;
            }

            messages = _engine.Submitted - before;
            WatchPartial(messages);
        }

        wait = Longer(_sessionGate?.Count(messages, read.Length), _addressGate?.Count(messages, read.Length));
        return true;
    }

    /// <summary>
    /// The peer has ended its direction. What it asked is answered first, history and searches too, then the session ends. Calling
    /// again does nothing.
    /// </summary>
    public async Task EndInputAsync(string? reason)
    {
        lock (_reading)
        {
            if (Interlocked.Exchange(ref _inputEnded, 1) != 0)
            {
                return;
            }

            _dialect.InputEnding();
        }

        await _engine.WhenAllAnsweredAsync();
        _dialect.InputEnded(reason);
    }

    /// <summary>The connection is gone: ends the session at once. Calling again does nothing.</summary>
    public void Lost(string? reason)
    {
        lock (_reading)
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
        var partialSince = Volatile.Read(ref _partialSince);
        if (_dialect.AwaitsSignOn && _clock.GetElapsedTime(_opened) >= _limits.SignOnTimeout)
        {
            GiveUp(RefusalCode.SignOnTimeout, $"No nickname came within {_limits.SignOnTimeout.TotalSeconds:0} seconds. Connect again.");
        }
        else if (partialSince != 0 && _clock.GetElapsedTime(partialSince) >= _limits.PartialMessageTimeout)
        {
            GiveUp(
                RefusalCode.MalformedInput,
                $"A message was begun and not ended within {_limits.PartialMessageTimeout.TotalSeconds:0} seconds. Connect again.");
        }
    }

    private void GiveUp(RefusalCode code, string text)
    {
        lock (_reading)
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
        var since = _partialSince == 0 || messages > 0 ? _clock.GetTimestamp() : _partialSince;
        Volatile.Write(ref _partialSince, _dialect.HoldsPartial ? since : 0);

        if (!_dialect.HoldsFirstBytes)
        {
            _firstBytesTimer?.Dispose();
            _firstBytesTimer = null;
        }
        else
        {
            _firstBytesTimer ??= _clock.CreateTimer(_ => FirstBytesWaited(), null, _limits.FirstBytesTimeout, Timeout.InfiniteTimeSpan);
        }
    }

    private void FirstBytesWaited()
    {
        lock (_reading)
        {
            if (_inputEnded == 0 && _dialect.HoldsFirstBytes)
            {
                _dialect.FirstBytesWaited();
            }
        }
    }

    private static TimeSpan Longer(TimeSpan? one, TimeSpan? other)
    {
        var (a, b) = (one ?? TimeSpan.Zero, other ?? TimeSpan.Zero);
        return a > b ? a : b;
    }
}
