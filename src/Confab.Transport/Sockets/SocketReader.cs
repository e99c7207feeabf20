using System.Buffers;
using System.Net;
using System.Net.Sockets;
using Confab.Transport.Connections;

namespace Confab.Transport.Sockets;

/// <summary>Reads one socket until its end. An idle connection holds no buffer: it waits for readiness, and rents one only then.</summary>
internal sealed class SocketReader(Socket socket, LiveSession session, IPEndPoint peer, SessionHost host, TimeProvider clock, ITransportEvents events)
{
    public async Task RunAsync()
    {
        try
        {
            await ReadAsync();
            await DrainAsync();
        }
        catch (SocketException)
        {
            // A reset, or a timeout of the kernel's: the peer is gone.
            session.Connection.Abort();
        }
        catch (ObjectDisposedException)
        {
            // Closed from our side.
            session.Connection.Abort();
        }
        catch (Exception defect)
        {
            events.SessionBroken(session.Engine.Origin.Door, peer, defect);
            session.Connection.Abort();
        }
        finally
        {
            host.Closed(session, peer);
        }
    }

    private async Task ReadAsync()
    {
        while (true)
        {
            await socket.ReceiveAsync(Memory<byte>.Empty, SocketFlags.None);
            if (!ReadOnce(out var wait))
            {
                return;
            }

            if (wait > TimeSpan.Zero)
            {
                await PauseAsync(wait);
            }

            await session.Engine.WhenCapacityAsync();
        }
    }

    // A debt may be long; a connection that ends meanwhile does not have to wait it off.
    private async Task PauseAsync(TimeSpan wait)
    {
        try
        {
            await session.Connection.Ended.WaitAsync(wait, clock);
        }
        catch (TimeoutException)
        {
            // Waited off.
        }
    }

    // False at the end of the stream, and when nothing more is wanted.
    private bool ReadOnce(out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        var buffer = ArrayPool<byte>.Shared.Rent(host.Limits.ReadBytes);
        try
        {
            var count = socket.Receive(buffer.AsSpan(0, host.Limits.ReadBytes), SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock)
            {
                return true;
            }

            if (error != SocketError.Success)
            {
                throw new SocketException((int)error);
            }

            return count > 0 && session.Receive(buffer.AsSpan(0, count), endOfRead: socket.Available == 0, out wait);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // The peer sends no more. It is served what it asked for, then the session ends, and with it, after all was sent, the connection.
    private async Task DrainAsync()
    {
        session.Connection.PeerEnded();
        await session.EndInputAsync(reason: null);
        await session.Connection.Ended;
    }
}
