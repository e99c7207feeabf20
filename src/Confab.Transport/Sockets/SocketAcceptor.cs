using System.Net;
using System.Net.Sockets;
using Confab.Transport.Connections;
using Confab.Transport.Limits;

namespace Confab.Transport.Sockets;

/// <summary>Takes connections from a listening socket, one after the other, until it is disposed of, and with it the socket.</summary>
internal sealed class SocketAcceptor(Socket listener, string door, ConnectionLimits limits, TimeProvider clock, ITransportEvents events) : IDisposable
{
    /// <summary>How long the system waits between two questions whether a silent peer still lives, in seconds.</summary>
    internal const int KeepAliveInterval = 15;

    /// <summary>After so many questions without an answer the peer is gone.</summary>
    internal const int KeepAliveCount = 4;

    private volatile bool _closed;

    /// <summary>How long nobody is let in after an attempt has failed: what is missing is not there again at once.</summary>
    internal static TimeSpan PauseAfterFailure { get; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Lets the system take connections; nobody is served yet.</summary>
    /// <exception cref="SocketException">Another program was faster.</exception>
    public void Listen() => listener.Listen(limits.AcceptBacklog);

    /// <summary>Begins.</summary>
    /// <param name="begin">Takes each connection over; must not block. Where it throws, the connection is closed.</param>
    public void Start(Action<Socket, IPEndPoint> begin) => _ = AcceptAsync(begin);

    public void Dispose()
    {
        _closed = true;
        listener.Dispose();
    }

    private async Task AcceptAsync(Action<Socket, IPEndPoint> begin)
    {
        while (!_closed)
        {
            Socket? socket = null;
            try
            {
                socket = await listener.AcceptAsync();
                if (Prepare(socket) is { } peer)
                {
                    begin(socket, peer);
                }
                else
                {
                    socket.Dispose();
                }
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
                events.AcceptFailed(door, failure);
                await Task.Delay(PauseAfterFailure, clock);
            }
        }
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
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, (int)Math.Max(1, limits.KeepAliveTime.TotalSeconds));
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveInterval);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAliveCount);
    }
}
