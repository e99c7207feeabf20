using System.Buffers;
using System.Net.Sockets;
using Confab.Transport.Connections;

namespace Confab.Transport.Sockets;

/// <summary>Reads one socket until its end. An idle connection holds no buffer: it waits for readiness, and rents one only then.</summary>
internal sealed class SocketReader(Socket socket, LiveSession session) : SessionReader(session)
{
    protected override ValueTask<int> WhenReadableAsync() => socket.ReceiveAsync(Memory<byte>.Empty, SocketFlags.None);

    protected override ValueTask<TimeSpan?> ReadOnceAsync()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Host.Limits.ReadBytes);
        try
        {
            return ValueTask.FromResult(Read(buffer.AsSpan(0, Host.Limits.ReadBytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private TimeSpan? Read(Span<byte> buffer)
    {
        var count = socket.Receive(buffer, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
        {
            return TimeSpan.Zero;
        }

        if (error != SocketError.Success)
        {
            throw new SocketException((int)error);
        }

        return count > 0 && Session.Receive(buffer[..count], endOfRead: socket.Available == 0, out var wait) ? wait : null;
    }
}
