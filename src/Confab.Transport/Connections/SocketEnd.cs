using System.Net.Sockets;

namespace Confab.Transport.Connections;

/// <summary>The end of a socket.</summary>
internal static class SocketEnd
{
    /// <summary>Closes a socket, in order or with a reset. May be called again.</summary>
    public static void Close(Socket socket, bool reset)
    {
        if (reset)
        {
            try
            {
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
            }
            catch (SocketException)
            {
                // A broken socket needs no reset.
            }
            catch (ObjectDisposedException)
            {
                return;
            }
        }

        socket.Dispose();
    }
}
