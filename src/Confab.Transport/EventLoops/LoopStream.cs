using System.Runtime.Versioning;
using Confab.Polling;
using Confab.Transport.Connections;

namespace Confab.Transport.EventLoops;

/// <summary>
/// A connection on an event loop as a stream, for what is spoken on it before its session begins. It is watched only while somebody waits, and reads
/// only when it is asked, so that nothing is lost when the session takes over.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class LoopStream(EventLoop loop, StreamDescriptor descriptor) : AsyncStream, IPollable
{
    private readonly Lock _sync = new();
    private TaskCompletionSource? _ready;
    private PollEvents _wanted;
    private int _slot = -1;
    private bool _isLeft;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            Task ready;
            lock (_sync)
            {
                CheckOpen();
                switch (descriptor.TryReceive(buffer.Span))
                {
                    case null:
                        ready = WhenReady(PollEvents.Readable);
                        break;
                    case < 0:
                        throw new IOException("The connection was broken by the peer.");
                    case var count:
                        return count.Value;
                }
            }

            await ready.WaitAsync(cancellationToken);
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            Task? ready = null;
            lock (_sync)
            {
                CheckOpen();
                var sent = descriptor.TrySend(buffer.Span);
                if (sent < 0)
                {
                    throw new IOException("The connection was broken by the peer.");
                }

                buffer = buffer[sent..];
                if (!buffer.IsEmpty)
                {
                    ready = WhenReady(PollEvents.Writable);
                }
            }

            if (ready is not null)
            {
                await ready.WaitAsync(cancellationToken);
            }
        }
    }

    // What was written is with the system.
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
        // As above.
    }

    /// <summary>Ends the outgoing direction behind what was written.</summary>
    public void ShutdownSend()
    {
        lock (_sync)
        {
            if (!_isLeft)
            {
                descriptor.ShutdownSend();
            }
        }
    }

    /// <summary>Lets go of the descriptor, for somebody else to use or close it; on the loop's thread. False where that has happened before.</summary>
    public bool TryLeave()
    {
        lock (_sync)
        {
            if (_isLeft)
            {
                return false;
            }

            _isLeft = true;
        }

        TellReady();
        return true;
    }

    void IPollable.Ready(PollEvents happened) => TellReady();

    private void CheckOpen()
    {
        if (_isLeft)
        {
            throw new IOException("The connection was closed on this side.");
        }
    }

    // Under the lock.
    private Task WhenReady(PollEvents what)
    {
        _wanted |= what;
        _ready ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        loop.Post(Watch);
        return _ready.Task;
    }

    private void Watch()
    {
        lock (_sync)
        {
            if (_isLeft || _wanted is PollEvents.None)
            {
                return;
            }

            if (_slot < 0)
            {
                _slot = loop.Watch(descriptor.Number, _wanted, this);
            }
            else
            {
                loop.Change(descriptor.Number, _wanted, _slot);
            }
        }
    }

    // Whoever waits looks again. Nothing is watched until then: a broken connection would show for ever.
    private void TellReady()
    {
        TaskCompletionSource? ready;
        lock (_sync)
        {
            if (_slot >= 0)
            {
                loop.Forget(descriptor.Number, _slot);
                _slot = -1;
            }

            (ready, _ready, _wanted) = (_ready, null, PollEvents.None);
        }

        ready?.TrySetResult();
    }
}
