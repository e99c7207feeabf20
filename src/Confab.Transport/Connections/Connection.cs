using System.Buffers;
using Confab.Engine.Delivery;
using Confab.Transport.Backlogs;

namespace Confab.Transport.Connections;

/// <summary>
/// The outgoing half of one connection: sends without ever waiting, keeps a bounded backlog of what the peer has not taken, paces messages for
/// clients without framing, and ends the connection in the way that the dialect wants. One lock guards all of it, held for
/// the time of a non-blocking send at most.
/// </summary>
public sealed partial class Connection : ISessionOutput, IBacklogHolder
{
    private readonly ConnectionSetup _setup;
    private readonly IConnectionOwner _owner;
    // Nobody but its connection locks it, which saves every connection an object that is nothing but a lock.
    private readonly IWire _wire;

    // Made when somebody asks: thousands of connections wait for nothing.
    private TaskCompletionSource? _completion;

    // Null while nothing waits, which is nearly always.
    private WaitingBytes? _waiting;
    private ITimer? _endTimer;
    private CloseStyle? _closing;
    private bool _wireBusy;
    private bool _ending;
    private bool _ended;
    private bool _peerEnded;
    private bool _saidFarewell;

    /// <param name="wire">The pipe below.</param>
    /// <param name="setup">What all connections of the server share.</param>
    /// <param name="owner">Is told when the peer reads too slowly.</param>
    public Connection(IWire wire, ConnectionSetup setup, IConnectionOwner owner)
    {
        _wire = wire;
        _setup = setup;
        _owner = owner;
    }

    /// <summary>How many bytes wait for the peer.</summary>
    public int BacklogBytes
    {
        get
        {
            lock (_wire)
            {
                return _waiting?.Bytes ?? 0;
            }
        }
    }

    /// <summary>True when the connection only waits for its end: what the peer still sends is discarded.</summary>
    public bool IsClosing
    {
        get
        {
            lock (_wire)
            {
                return _closing is not null || _ended;
            }
        }
    }

    /// <summary>Completes when the connection has ended in both directions.</summary>
    public Task Ended
    {
        get
        {
            lock (_wire)
            {
                if (_completion is null)
                {
                    _completion = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    if (_ended)
                    {
                        _completion.SetResult();
                    }
                }

                return _completion.Task;
            }
        }
    }

    private WaitingBytes Waiting => _waiting ??= new WaitingBytes(_setup, this);

    private bool NothingWaits => _waiting is null || _waiting.IsEmpty;

    public Framing? Framing => _owner.Framing;

    public void Deliver(ReadOnlySpan<Segment> segments, bool paced)
    {
        lock (_wire)
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

        _setup.Budget.EndCondemned();
    }

    /// <summary>Sends what the pipe's own protocol says: whole frames, behind what was delivered before. Nothing once the connection is closing.</summary>
    public void Send(ReadOnlySpan<byte> frames)
    {
        lock (_wire)
        {
            if (_closing is null && !_ended)
            {
                DeliverStream(frames);
            }
        }

        _setup.Budget.EndCondemned();
    }

    public void Close(CloseStyle style)
    {
        lock (_wire)
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
        lock (_wire)
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
        lock (_wire)
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
            if (_waiting is { Sending: > 0 and var sent })
            {
                _waiting.Sending = 0;
                _waiting.Consume(sent);
            }

            Pump();
        }
    }

    private void DeliverStream(ReadOnlySpan<byte> bytes)
    {
        if (NothingWaits && !_wireBusy)
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

        if (Waiting is { Paced.IsEmpty: true } waiting ? waiting.Backlog.TryAdd(bytes) : Waiting.Paced.TryAdd(bytes, alone: false))
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
        if (Waiting.Paced.Bytes + message.Length > _setup.Limits.BacklogBytes)
        {
            Pump();
        }

        if (!_ended && !Waiting.Paced.TryAdd(message, alone))
        {
            GiveUp();
        }

        return !_ended && _closing is null;
    }

    // Sends what waits until the peer takes no more, a gap is due, or nothing waits; the last leads on to the end where one was asked for.
    private void Pump()
    {
        while (!_wireBusy && !_ended && _waiting is { IsEmpty: false } queue)
        {
            if (queue.Rest is var rest && rest > TimeSpan.Zero)
            {
                queue.PaceTimer?.Dispose();
                queue.PaceTimer = _setup.Clock.CreateTimer(_ => OnPaceTimer(), null, rest, Timeout.InfiniteTimeSpan);
                return;
            }

            var waiting = queue.Queue.Next;
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
                    queue.Queue.Consume(sent);
                }

                _wireBusy = true;
                queue.Sending = waiting.Length - sent;
                _wire.SendWhenWritable(waiting[sent..]);
                return;
            }

            queue.Consume(sent);
        }

        if (!_wireBusy && !_ended && _closing is { } style)
        {
            BeginEnd(style);
        }
    }

    private void OnPaceTimer()
    {
        lock (_wire)
        {
            Pump();
        }
    }
}
