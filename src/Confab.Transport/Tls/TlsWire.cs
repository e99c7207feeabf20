using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;
using Confab.Transport.Connections;

namespace Confab.Transport.Tls;

/// <summary>TLS over a TCP socket as the pipe of a connection.</summary>
internal sealed class TlsWire(Socket socket, SslStream tls, TimeSpan patience, TimeProvider clock) : QueuedWire(patience, clock)
{
    protected override Task WriteCopyAsync(ReadOnlySpan<byte> bytes)
    {
        var copy = ArrayPool<byte>.Shared.Rent(bytes.Length);
        bytes.CopyTo(copy);
        return WriteRentedAsync(copy, bytes.Length);
    }

    protected override Task WriteAsync(ReadOnlyMemory<byte> bytes) => tls.WriteAsync(bytes).AsTask();

    // close_notify (RFC 8446 section 6.1), then the end of the stream: a peer can tell this from a connection that was cut.
    protected override async Task EndAsync()
    {
        await tls.ShutdownAsync();
        socket.Shutdown(SocketShutdown.Send);
    }

    // The stream is left to the reader, which wakes when its socket is gone.
    protected override void CloseNow(bool reset) => SocketEnd.Close(socket, reset);

    private async Task WriteRentedAsync(byte[] copy, int length)
    {
        await tls.WriteAsync(copy.AsMemory(0, length));

        // Not where it failed: the write may still hold it.
        ArrayPool<byte>.Shared.Return(copy);
    }
}
