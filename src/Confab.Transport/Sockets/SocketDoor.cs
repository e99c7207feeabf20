using System.Net;
using System.Net.Sockets;
using Confab.Dialects;
using Confab.Transport.Connections;
using Confab.Transport.Doors;
using Confab.Transport.Limits;

namespace Confab.Transport.Sockets;

/// <summary>A listening TCP socket and what it speaks, plainly or through TLS, to people or to proxies that speak for them.</summary>
public sealed class SocketDoor : IDoor
{
    /// <summary>How long the system waits between two questions whether a silent peer still lives, in seconds.</summary>
    internal const int KeepAliveInterval = 15;

    /// <summary>After so many questions without an answer the peer is gone.</summary>
    internal const int KeepAliveCount = 4;

    private static readonly TimeSpan _acceptPause = TimeSpan.FromMilliseconds(100);

    private readonly Socket _listener;
    private readonly DoorPlan _plan;
    private readonly SessionHost _host;
    private readonly TimeProvider _clock;
    private readonly ITransportEvents _events;
    private readonly CancellationTokenSource _closing = new();
    private readonly Entrance _entrance;
    private volatile bool _closed;

    private SocketDoor(Socket listener, DoorPlan plan, SessionHost host, TimeProvider clock, ITransportEvents events)
    {
        _listener = listener;
        _plan = plan;
        _host = host;
        _clock = clock;
        _events = events;
        _entrance = new Entrance(plan, host, clock, events, _closing.Token);
        EndPoint = (IPEndPoint)listener.LocalEndPoint!;
    }

    public string Name => _plan.Name;

    public IPEndPoint EndPoint { get; }

    public Dialect Dialect => _plan.Dialect;

    /// <summary>Takes the door's port. Nobody can connect yet.</summary>
    /// <exception cref="SocketException">The port is taken, or the address is not this machine's.</exception>
    public static SocketDoor Bind(DoorPlan plan, SessionHost host, TimeProvider clock, ITransportEvents events) =>
        new(ListeningSocket.Bind(plan.EndPoint), plan, host, clock, events);

    /// <summary>Opens a plain door and begins to accept.</summary>
    /// <exception cref="SocketException">The port is taken, or the address is not this machine's.</exception>
    public static SocketDoor Open(IPEndPoint endPoint, Dialect dialect, SessionHost host, TimeProvider clock, ITransportEvents events)
    {
        var door = Bind(new DoorPlan(endPoint, dialect), host, clock, events);
        try
        {
            door.Listen();
            door.Accept();
            return door;
        }
        catch
        {
            door.Dispose();
            throw;
        }
    }

    public string HowToJoin(string host) => _plan.Certificates is null
        ? Dialect.HowToJoin(host, EndPoint.Port)
        : $"with TLS; by hand: openssl s_client -quiet -connect {(host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host)}:{EndPoint.Port}";

    public void Listen() => _listener.Listen(_host.Limits.AcceptBacklog);

    public void Accept() => _ = AcceptAsync();

    public Task EndAsync() => Task.CompletedTask;

    public void Dispose()
    {
        if (!_closed)
        {
            _closed = true;
            _listener.Dispose();
            _closing.Cancel();
            _closing.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        while (!_closed)
        {
            Socket? socket = null;
            try
            {
                socket = await _listener.AcceptAsync();
                Begin(socket);
            }
            catch (Exception) when (_closed)
            {
                socket?.Dispose();
                return;
            }
            catch (Exception failure)
            {
                // Out of descriptors or memory, or a connection that cannot be served: the door stays open and tries again.
                socket?.Dispose();
                _events.AcceptFailed(Name, failure);
                await Task.Delay(_acceptPause, _clock);
            }
        }
    }

    private void Begin(Socket socket)
    {
        if (Prepare(socket) is not { } peer)
        {
            socket.Dispose();
            return;
        }

        _entrance.Begin(socket, peer);
    }

    // Null where the peer is gone already.
    private IPEndPoint? Prepare(Socket socket)
    {
        try
        {
            var peer = (IPEndPoint)socket.RemoteEndPoint!;
            socket.NoDelay = true;
            KeepAlive(socket);
            return PeerAddress.Plain(peer);
        }
        catch (SocketException)
        {
            return null;
        }
    }

    // A peer that vanished without a word is found out by the kernel, also while we have nothing to send.
    private void KeepAlive(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, optionValue: true);
        socket.SetSocketOption(
            SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, (int)Math.Max(1, _host.Limits.KeepAliveTime.TotalSeconds));
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveInterval);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAliveCount);
    }
}
