using System.Net;
using System.Net.Sockets;
using Confab.Dialects;
using Confab.Transport.Connections;

namespace Confab.Transport.Sockets;

/// <summary>A listening TCP socket and what it speaks.</summary>
public sealed class SocketDoor : IDisposable
{
    private static readonly TimeSpan _acceptPause = TimeSpan.FromMilliseconds(100);

    private readonly Socket _listener;
    private readonly Dialect _dialect;
    private readonly SessionHost _host;
    private readonly TimeProvider _clock;
    private readonly ITransportEvents _events;
    private volatile bool _closed;

    private SocketDoor(Socket listener, Dialect dialect, SessionHost host, TimeProvider clock, ITransportEvents events)
    {
        _listener = listener;
        _dialect = dialect;
        _host = host;
        _clock = clock;
        _events = events;
        EndPoint = (IPEndPoint)listener.LocalEndPoint!;
    }

    /// <summary>Where it listens; with the port that was chosen, where 0 was asked for.</summary>
    public IPEndPoint EndPoint { get; }

    public Dialect Dialect => _dialect;

    /// <summary>Opens the door and begins to accept.</summary>
    /// <exception cref="SocketException">The port is taken, or the address is not this machine's.</exception>
    public static SocketDoor Open(IPEndPoint endPoint, Dialect dialect, SessionHost host, TimeProvider clock, ITransportEvents events)
    {
        var listener = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // On Unix the runtime sets SO_REUSEADDR when it binds a stream socket, so an immediate restart works.
            listener.Bind(endPoint);
            listener.Listen(host.Limits.AcceptBacklog);
        }
        catch
        {
            listener.Dispose();
            throw;
        }

        var door = new SocketDoor(listener, dialect, host, clock, events);
        _ = door.AcceptAsync();
        return door;
    }

    /// <summary>Accepts nobody any more; sessions stay.</summary>
    public void Dispose()
    {
        _closed = true;
        _listener.Dispose();
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
                _events.AcceptFailed(_dialect.Name, failure);
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

        var wire = new SocketWire(socket);
        if (_host.TryOpen(_dialect, peer, wire) is not { } session)
        {
            wire.Close(reset: true);
            return;
        }

        wire.Sent = session.Connection.OnSent;
        SessionHost.Start(session);
        _ = new SocketReader(socket, session, peer, _host, _clock, _events).RunAsync();
    }

    // Null where the peer is gone already.
    private IPEndPoint? Prepare(Socket socket)
    {
        try
        {
            var peer = (IPEndPoint)socket.RemoteEndPoint!;
            socket.Blocking = false;
            socket.NoDelay = true;
            KeepAlive(socket);
            return peer.Address.IsIPv4MappedToIPv6 ? new IPEndPoint(peer.Address.MapToIPv4(), peer.Port) : peer;
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
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 15);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 4);
    }
}
