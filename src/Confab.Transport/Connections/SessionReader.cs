using System.Net.Sockets;

namespace Confab.Transport.Connections;

/// <summary>Reads one connection until its end, and looks after that end. What a read is, the pipe says.</summary>
internal abstract class SessionReader(LiveSession session)
{
    protected LiveSession Session => session;

    protected SessionHost Host => session.Host;

    /// <summary>Reads until the end.</summary>
    /// <param name="already">What was read before; it may be overwritten.</param>
    public async Task RunAsync(Memory<byte> already = default)
    {
        try
        {
            await ReadAsync(already);
            await DrainAsync();
        }
        catch (Exception gone) when (gone is SocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // A reset, a timeout of the kernel's, or the pipe was closed from our side.
            session.Connection.Abort();
        }
        catch (Exception defect)
        {
            Host.Broken(session, defect);
            session.Connection.Abort();
        }
        finally
        {
            Host.Closed(session);
            await ReleaseAsync();
        }
    }

    /// <summary>Completes when something can be read; holds no buffer meanwhile.</summary>
    protected abstract ValueTask<int> WhenReadableAsync();

    /// <summary>Reads what is there and hands it to the session. Null at the end of the stream, and when nothing more is wanted.</summary>
    /// <returns>How long to wait before the next read.</returns>
    protected abstract ValueTask<TimeSpan?> ReadOnceAsync();

    /// <summary>Nothing is read any more: lets go what only the reader may let go.</summary>
    protected virtual Task ReleaseAsync() => Task.CompletedTask;

    private async Task ReadAsync(Memory<byte> already)
    {
        TimeSpan? wait = TimeSpan.Zero;
        if (!already.IsEmpty)
        {
            wait = session.Receive(already.Span, endOfRead: true, out var debt) ? debt : null;
        }

        while (wait is { } some)
        {
            await session.PauseAsync(some);
            await WhenReadableAsync();
            wait = await ReadOnceAsync();
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
