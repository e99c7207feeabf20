using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Confab.Polling;
using Confab.Transport.Connections;
using Confab.Transport.Limits;
using Confab.Transport.Sockets;

namespace Confab.Transport.EventLoops;

/// <summary>Takes connections from a listening socket on the first event loop, and gives each to the loop whose turn it is.</summary>
[SupportedOSPlatform("linux")]
internal sealed class LoopAcceptor : IPollable, IDisposable
{
    // So that those who wait to be let in do not hold up those who are in.
    private const int AcceptsAtOnce = 64;

    private readonly Socket _listener;
    private readonly int _number;
    private readonly string _door;
    private readonly EventLoopSet _loops;
    private readonly ConnectionLimits _limits;
    private readonly TimeProvider _clock;
    private readonly ITransportEvents _events;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Action<EventLoop, StreamDescriptor, IPEndPoint>? _begin;
    private ITimer? _pause;
    private int _slot = -1;
    private bool _isDisposed;

    /// <param name="listener">Bound; it becomes the acceptor's.</param>
    /// <param name="door">The door's name, for the log.</param>
    /// <param name="loops">Where the connections live.</param>
    /// <param name="limits">The bounds of connections.</param>
    /// <param name="clock">Gives pauses their time.</param>
    /// <param name="events">Hears what goes wrong.</param>
    public LoopAcceptor(Socket listener, string door, EventLoopSet loops, ConnectionLimits limits, TimeProvider clock, ITransportEvents events)
    {
        _listener = listener;
        _door = door;
        _loops = loops;
        _limits = limits;
        _clock = clock;
        _events = events;
        listener.Blocking = false;
        _number = (int)listener.Handle;
    }

    /// <summary>Completes when the listening socket is closed.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Lets the system take connections; nobody is served yet.</summary>
    /// <exception cref="SocketException">Another program was faster.</exception>
    public void Listen()
    {
        // A peer that vanished without a word is found out by the system, also while we have nothing to send. Said once: connections have it from here.
        new StreamDescriptor(_number).Prepare(
            (int)Math.Max(1, _limits.KeepAliveTime.TotalSeconds), SocketAcceptor.KeepAliveInterval, SocketAcceptor.KeepAliveCount);
        _listener.Listen(_limits.AcceptBacklog);
    }

    /// <summary>Begins.</summary>
    /// <param name="begin">Takes each connection over, on its loop's thread; must not throw.</param>
    public void Start(Action<EventLoop, StreamDescriptor, IPEndPoint> begin)
    {
        _begin = begin;
        _loops.First.Post(Watch);
    }

    public void Dispose() => _loops.First.Post(Close);

    void IPollable.Ready(PollEvents happened)
    {
        for (var i = 0; i < AcceptsAtOnce && !_isDisposed; i++)
        {
            var error = StreamDescriptor.TryAccept(_number, out var connection, out var peer);
            if (error == StreamDescriptor.NobodyWaits)
            {
                return;
            }

            if (error != 0)
            {
                // Out of descriptors or memory: the door stays open and tries again.
                _events.AcceptFailed(_door, StreamDescriptor.Failure(error));
                Pause();
                return;
            }

            if (peer is null)
            {
                connection.Close(reset: true);
                continue;
            }

            var loop = _loops.Next();
            loop.Invoke(() => _begin!(loop, connection, PeerAddress.Plain(peer)));
        }
    }

    private void Watch()
    {
        if (!_isDisposed)
        {
            _slot = _loops.First.Watch(_number, PollEvents.Readable, this);
        }
    }

    private void Pause()
    {
        _loops.First.Change(_number, PollEvents.None, _slot);
        _pause?.Dispose();
        _pause = _clock.CreateTimer(_ => _loops.First.Post(Resume), null, SocketAcceptor.PauseAfterFailure, Timeout.InfiniteTimeSpan);
    }

    private void Resume()
    {
        if (!_isDisposed)
        {
            _loops.First.Change(_number, PollEvents.Readable, _slot);
        }
    }

    private void Close()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _pause?.Dispose();
            if (_slot >= 0)
            {
                _loops.First.Forget(_number, _slot);
            }

            _listener.Dispose();
            _ended.TrySetResult();
        }
    }
}
