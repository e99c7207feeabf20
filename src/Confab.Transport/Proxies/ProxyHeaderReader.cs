using System.Buffers;
using System.Net;
using System.Net.Sockets;
using Confab.Transport.Limits;

namespace Confab.Transport.Proxies;

/// <summary>Reads a PROXY header from a socket, and not one byte of what follows it.</summary>
internal static class ProxyHeaderReader
{
    /// <summary>Whom the proxy speaks for; itself where it says so.</summary>
    /// <exception cref="InvalidDataException">What comes is no such header.</exception>
    public static async Task<IPEndPoint> ReadAsync(Socket socket, IPEndPoint proxy, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ProxyHeader.MostBytes);
        try
        {
            for (var count = 0; ;)
            {
                // What is only looked at can be left to the client. What comes before the header is complete belongs to it wholly.
                var rest = buffer.AsMemory(count, ProxyHeader.MostBytes - count);
                var seen = await socket.ReceiveAsync(rest, SocketFlags.Peek, cancellation);
                if (seen == 0)
                {
                    throw new InvalidDataException("the connection ended within the PROXY header");
                }

                var status = ProxyHeader.Read(buffer.AsSpan(0, count + seen), out var length, out var announced);
                if (status == ProxyHeaderStatus.Malformed)
                {
                    throw new InvalidDataException("a PROXY header was expected, and something else came");
                }

                var taken = status == ProxyHeaderStatus.Complete ? length - count : seen;
                await socket.ReceiveAsync(rest[..taken], SocketFlags.None, cancellation);
                count += taken;
                if (status == ProxyHeaderStatus.Complete)
                {
                    return announced is null ? proxy : PeerAddress.Plain(announced);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
