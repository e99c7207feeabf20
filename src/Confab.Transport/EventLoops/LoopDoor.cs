using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Confab.Dialects;
using Confab.Polling;
using Confab.Transport.Connections;
using Confab.Transport.Doors;
using Confab.Transport.Limits;
using Confab.Transport.Sockets;

namespace Confab.Transport.EventLoops;

/// <summary>A listening TCP socket whose connections live on event loops: for plain doors without proxies in front.</summary>
[SupportedOSPlatform("linux")]
internal sealed class LoopDoor : IDoor, IPollable
{
    // So that those who wait to be let in do not hold up those who are in.
    private const int AcceptsAtOnce = 64;

    private static readonly TimeSpan _acceptPause = TimeSpan.FromMilliseconds(100);

    private readonly Socket _listener;
    private readonly int _number;
    private readonly DoorPlan _plan;
    private readonly EventLoopSet _loops;
    private readonly SessionHost _host;
    private readonly TimeProvider _clock;
    private readonly ITransportEvents _events;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ITimer? _pause;
    private int _slot = -1;
    private bool _isDisposed;

    private LoopDoor(Socket listener, DoorPlan plan, EventLoopSet loops, SessionHost host, TimeProvider clock, ITransportEvents events)
    {
        _listener = listener;
        _plan = plan;
        _loops = loops;
        _host = host;
        _clock = clock;
        _events = events;
        listener.Blocking = false;
        _number = (int)listener.Handle;
        EndPoint = (IPEndPoint)listener.LocalEndPoint!;
    }

    public string Name => _plan.Name;

    public IPEndPoint EndPoint { get; }

    public Dialect Dialect => _plan.Dialect;

    /// <summary>True for doors that can be of this kind.</summary>
    public static bool Suits(DoorPlan plan) => plan is { Certificates: null, Proxies: null };

    /// <inheritdoc cref="SocketDoor.Bind"/>
    public static LoopDoor Bind(DoorPlan plan, EventLoopSet loops, SessionHost host, TimeProvider clock, ITransportEvents events) =>
        new(ListeningSocket.Bind(plan.EndPoint), plan, loops, host, clock, events);

    public string HowToJoin(string host) => Dialect.HowToJoin(host, EndPoint.Port);

    public void Listen()
    {
        // A peer that vanished without a word is found out by the system, also while we have nothing to send. Said once: connections have it from here.
        new StreamDescriptor(_number).Prepare((int)Math.Max(1, _host.Limits.KeepAliveTime.TotalSeconds), SocketDoor.KeepAliveInterval, SocketDoor.KeepAliveCount);
        _listener.Listen(_host.Limits.AcceptBacklog);
    }

    public void Accept() => _loops.First.Post(Watch);

    public Task EndAsync() => _ended.Task;

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
                _events.AcceptFailed(Name, StreamDescriptor.Failure(error));
                Pause();
                return;
            }

            var loop = _loops.Next();
            loop.Invoke(() => Begin(loop, connection, peer));
        }
    }

    private void Begin(EventLoop loop, StreamDescriptor connection, IPEndPoint? from)
    {
        if (from is null || PeerAddress.Plain(from) is var peer && _host.Admit(Name, peer) is not { } admission)
        {
            connection.Close(reset: true);
            return;
        }

        LiveSession? session = null;
        try
        {
            var wire = new LoopConnection(loop, connection, peer, _host, _clock, _events);
            session = _host.Open(_plan.Dialect, admission, wire, loop.Shard);
            wire.Begin(session);
        }
        catch (Exception defect)
        {
            _events.SessionBroken(Name, peer, defect);
            if (session is not null)
            {
                session.Connection.Abort();
            }
            else
            {
                admission.Dispose();
                connection.Close(reset: true);
            }
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
        _pause = _clock.CreateTimer(_ => _loops.First.Post(Resume), null, _acceptPause, Timeout.InfiniteTimeSpan);
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
