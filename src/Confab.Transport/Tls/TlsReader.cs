using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;
using Confab.Transport.Connections;

namespace Confab.Transport.Tls;

/// <summary>Reads one TLS connection until its end. An idle one holds no buffer, here or in the stream.</summary>
internal sealed class TlsReader(Socket socket, SslStream tls, TlsWire wire, LiveSession session) : SessionReader(session)
{
    protected override ValueTask<int> WhenReadableAsync() => tls.ReadAsync(Memory<byte>.Empty);

    protected override async ValueTask<TimeSpan?> ReadOnceAsync()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Host.Limits.ReadBytes);
        var bytes = buffer.AsMemory(0, Host.Limits.ReadBytes);
        var count = await tls.ReadAsync(bytes);
        TimeSpan? wait = count > 0 && Session.Receive(bytes.Span[..count], IsEndOfRead(count), out var debt) ? debt : null;

        // Not where the read failed: it may still hold the buffer.
        ArrayPool<byte>.Shared.Return(buffer);
        return wait;
    }

    protected override async Task ReleaseAsync()
    {
        await wire.Closed;
        await tls.DisposeAsync();
        socket.Dispose();
    }

    private bool IsEndOfRead(int count) => count < Host.Limits.ReadBytes && socket.Available == 0;
}
