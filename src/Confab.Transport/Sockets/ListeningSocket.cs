using System.Net;
using System.Net.Sockets;

namespace Confab.Transport.Sockets;

/// <summary>Sockets that take connections.</summary>
public static class ListeningSocket
{
    /// <summary>Takes a port, without listening on it yet.</summary>
    /// <exception cref="SocketException">The port is taken, or the address is not this machine's.</exception>
    public static Socket Bind(IPEndPoint endPoint)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // On Unix the runtime sets SO_REUSEADDR when it binds a stream socket, so an immediate restart works.
            socket.Bind(endPoint);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
