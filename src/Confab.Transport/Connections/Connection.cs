using System.Buffers;
using Confab.Engine.Delivery;
using Confab.Transport.Backlogs;
using Confab.Transport.Limits;

namespace Confab.Transport.Connections;

/// <summary>
/// The outgoing half of one connection: sends without ever waiting, keeps a bounded backlog of what the peer has not taken, paces messages for
/// clients without framing, and ends the connection in the way that the dialect wants. One lock guards all of it, held for
/// the time of a non-blocking send at most.
/// </summary>
public sealed partial class Connection : ISessionOutput
{
    private readonly Lock _sync = new();
    private readonly ConnectionLimits _limits;
    private readonly TimeProvider _clock;
    private readonly Action<string> _onSlow;
    private readonly Func<ReadOnlyMemory<byte>> _slowNotice;
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IWire _wire;
    private readonly BacklogBudget _budget;
    private readonly BacklogAccount _account;

    // Text for a session without framing waits in the paced queue, all else in the backlog. A session turns from the one kind to the other
    // at most once and never back, so the backlog fills only when the paced queue is empty.
    private readonly Backlog _backlog;
    private readonly PacedQueue _paced;
    private readonly Pace _pace;

    private ITimer? _paceTimer;
    private ITimer? _endTimer;
    private bool _wireBusy;
    private int _sending;
    private CloseStyle? _closing;
    private bool _ending;
    private bool _ended;
    private bool _peerEnded;

    /// <param name="wire">The pipe below.</param>
    /// <param name="limits">The bounds.</param>
    /// <param name="budget">What all backlogs may hold together.</param>
    /// <param name="clock">Gives gaps and timeouts their time.</param>
    /// <param name="slowNotice">Gives the last words to a peer whose backlog is given up; empty where its protocol has none.</param>
    /// <param name="onSlow">Told, once, when the backlog is given up, and why. Called under the connection's lock.</param>
    public Connection(
        IWire wire,
        ConnectionLimits limits,
        BacklogBudget budget,
        TimeProvider clock,
        Func<ReadOnlyMemory<byte>> slowNotice,
        Action<string> onSlow)
    {
        _wire = wire;
        _limits = limits;
        _clock = clock;
        _slowNotice = slowNotice;
        _onSlow = onSlow;
        _budget = budget;
        _account = budget.Open(GiveUpForOthers);
        _backlog = new Backlog(limits.BacklogBytes, _account);
        _paced = new PacedQueue(limits.BacklogBytes, _account);
        _pace = new Pace(limits, clock);
    }

    /// <summary>How many bytes wait for the peer.</summary>
    public int BacklogBytes
    {
        get
        {
            lock (_sync)
            {
                return _backlog.Bytes + _paced.Bytes;
            }
        }
    }

    /// <summary>True when the connection only waits for its end: what the peer still sends is discarded.</summary>
    public bool IsClosing
    {
        get
        {
            lock (_sync)
            {
                return _closing is not null || _ended;
            }
        }
    }

    /// <summary>Completes when the connection has ended in both directions.</summary>
    public Task Ended => _completion.Task;

    private IOutgoingQueue Queue => _paced.IsEmpty ? _backlog : _paced;

    public void Deliver(ReadOnlySpan<Segment> segments, bool paced)
    {
        lock (_sync)
        {
            if (_closing is not null || _ended)
            {
                return;
            }

            if (paced)
            {
                DeliverPaced(segments);
            }
            else if (segments.Length == 1)
            {
                DeliverStream(segments[0].Bytes);
            }
            else
            {
                DeliverGathered(segments);
            }
        }

        _budget.EndCondemned();
    }

    public void Close(CloseStyle style)
    {
        lock (_sync)
        {
            if (!_ended && _closing is null)
            {
                BeginClose(style);
            }
        }
    }

    /// <summary>Ends the connection now, whatever still waits: the peer is broken, or its time is up.</summary>
    public void Abort() => EndNow(reset: true);

    /// <summary>The peer has ended its direction: an ordinary close need not wait for that any more.</summary>
    public void PeerEnded()
    {
        lock (_sync)
        {
            _peerEnded = true;
            if (_ending && _closing is CloseStyle.Normal)
            {
                End(reset: false);
            }
        }
    }

    /// <summary>What <see cref="IWire.SendWhenWritable"/> was given has been sent, or the pipe is broken.</summary>
    public void OnSent(bool broken)
    {
        lock (_sync)
        {
            _wireBusy = false;
            if (_ended)
            {
                return;
            }

            if (broken)
            {
                End(reset: true);
                return;
            }

            // Zero where the queue was given up meanwhile.
            if (_sending > 0)
            {
                Consume(_sending);
                _sending = 0;
            }

            Pump();
        }
    }

    private void DeliverStream(ReadOnlySpan<byte> bytes)
    {
        if (Queue.IsEmpty && !_wireBusy)
        {
            var sent = _wire.TrySend(bytes);
            if (sent < 0)
            {
                End(reset: true);
                return;
            }

            bytes = bytes[sent..];
            if (bytes.IsEmpty)
            {
                return;
            }
        }

        if (_paced.IsEmpty ? _backlog.TryAdd(bytes) : _paced.TryAdd(bytes, alone: false))
        {
            Pump();
        }
        else
        {
            GiveUp();
        }
    }

    // Copying into one buffer and sending once is faster than a gather list, as measured for the design.
    private void DeliverGathered(ReadOnlySpan<Segment> segments)
    {
        var total = 0;
        foreach (var segment in segments)
        {
            total += segment.Bytes.Length;
        }

        var gathered = ArrayPool<byte>.Shared.Rent(total);
        var length = 0;
        foreach (var segment in segments)
        {
            segment.Bytes.CopyTo(gathered.AsSpan(length));
            length += segment.Bytes.Length;
        }

        DeliverStream(gathered.AsSpan(0, total));
        ArrayPool<byte>.Shared.Return(gathered);
    }

    private void DeliverPaced(ReadOnlySpan<Segment> segments)
    {
        foreach (var segment in segments)
        {
            for (var message = segment.First; message < segment.End; message++)
            {
                if (!TryAddPaced(segment.Buffer.Bytes(message, message + 1), segment.Buffer.IsAlone(message)))
                {
                    return;
                }
            }
        }

        Pump();
    }

    // False where the connection has been given up.
    private bool TryAddPaced(ReadOnlySpan<byte> message, bool alone)
    {
        // One tick may have more to say than may wait; what the peer takes at once has not waited.
        if (_paced.Bytes + message.Length > _limits.BacklogBytes)
        {
            Pump();
        }

        if (!_ended && !_paced.TryAdd(message, alone))
        {
            GiveUp();
        }

        return !_ended && _closing is null;
    }

    // Sends what waits until the peer takes no more, a gap is due, or nothing waits; the last leads on to the end where one was asked for.
    private void Pump()
    {
        while (!_wireBusy && !_ended && !Queue.IsEmpty)
        {
            if (!_paced.IsEmpty && _pace.Rest(_paced) is var rest && rest > TimeSpan.Zero)
            {
                _paceTimer?.Dispose();
                _paceTimer = _clock.CreateTimer(_ => OnPaceTimer(), null, rest, Timeout.InfiniteTimeSpan);
                return;
            }

            var waiting = Queue.Next;
            var sent = _wire.TrySend(waiting.Span);
            if (sent < 0)
            {
                End(reset: true);
                return;
            }

            if (sent < waiting.Length)
            {
                if (sent > 0)
                {
                    Queue.Consume(sent);
                }

                _wireBusy = true;
                _sending = waiting.Length - sent;
                _wire.SendWhenWritable(waiting[sent..]);
                return;
            }

            Consume(sent);
        }

        if (!_wireBusy && !_ended && _closing is { } style)
        {
            BeginEnd(style);
        }
    }

    private void Consume(int count)
    {
        if (_paced.IsEmpty)
        {
            _backlog.Consume(count);
        }
        else
        {
            var alone = _paced.NextIsAlone;
            _paced.Consume(count);
            _pace.Sent(alone);
        }
    }

    private void OnPaceTimer()
    {
        lock (_sync)
        {
            Pump();
        }
    }
}
