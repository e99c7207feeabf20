using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Confab.TlsFloor;

/// <summary>One TLS session and nothing else.</summary>
internal static class Session
{
    public static async Task RunAsync(Socket socket, SslServerAuthenticationOptions options, Crowd crowd)
    {
        await using var network = new NetworkStream(socket, ownsSocket: true);
        await using var tls = new SslStream(network);
        try
        {
            await tls.AuthenticateAsServerAsync(options);
            await crowd.EnterAsync(tls);
            var more = true;
            while (more)
            {
                // A read of nothing waits without a buffer; only what has come needs one.
                var nothing = await tls.ReadAsync(Memory<byte>.Empty);
                more = nothing == 0 && await PassOnAsync(tls, crowd);
            }
        }
        catch (Exception end) when (end is IOException or AuthenticationException or SocketException)
        {
            // The client is gone, or was none: nobody is told.
        }

        await crowd.LeaveAsync(tls);
    }

    private static async ValueTask<bool> PassOnAsync(SslStream tls, Crowd crowd)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            var length = await tls.ReadAsync(buffer);
            await crowd.SayAsync(buffer.AsMemory(0, length));
            return length > 0;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
