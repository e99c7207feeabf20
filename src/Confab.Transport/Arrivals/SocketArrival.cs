using System.Net;
using System.Net.Sockets;
using Confab.Dialects;
using Confab.Transport.Connections;
using Confab.Transport.Limits;
using Confab.Transport.Sockets;

namespace Confab.Transport.Arrivals;

/// <summary>One on a portable socket.</summary>
internal sealed class SocketArrival(Socket socket, IPEndPoint peer, SocketSession sessions) : Arrival(peer)
{
    private int _isLeft;

    public override Stream Stream { get; } = new NetworkStream(socket, ownsSocket: false);

    public override void Begin(Dialect dialect, Admission admission, SessionLayer layer, Memory<byte> already)
    {
        if (Interlocked.Exchange(ref _isLeft, 1) != 0)
        {
            admission.Dispose();
        }
        else if (Tls is null)
        {
            sessions.Begin(socket, dialect, admission, layer, already);
        }
        else
        {
            sessions.BeginTls(socket, Tls, dialect, admission, layer, already);
        }
    }

    public override void Close(bool reset)
    {
        if (Interlocked.Exchange(ref _isLeft, 1) == 0)
        {
            SocketEnd.Close(socket, reset);
        }
    }

    protected override void ShutdownSend()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException gone)
        {
            throw new IOException(gone.Message, gone);
        }
    }
}
