namespace Confab.Transport.Connections;

/// <summary>
/// A pipe whose writes may complete later (TLS, WebSocket), as one that never blocks: what is sent is copied and written, one write at a
/// time, and while one is under way nothing more is taken. A write that completes at once, which is the usual case, costs no wait.
/// </summary>
/// <param name="patience">How long a close in order may take to say its last word, once nothing else holds it up.</param>
/// <param name="clock">Gives that its time.</param>
internal abstract class QueuedWire(TimeSpan patience, TimeProvider clock) : IWire
{
    /// <summary>Most bytes that are taken at once: a record of TLS, and a block of the backlog. It is what may wait beside the backlog.</summary>
    protected const int MostBytes = 16 * 1024;

    private readonly Lock _sync = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ReadOnlyMemory<byte> _next;
    private bool _hasNext;
    private bool _writing;
    private bool _endWanted;
    private bool _endBegun;
    private bool _ended;
    private bool _closeWanted;
    private bool _broken;
    private ITimer? _patienceTimer;

    /// <summary>Called when bytes given to <see cref="SendWhenWritable"/> are out, or the pipe is broken.</summary>
    public Action<bool>? Sent { get; set; }

    public int TrySend(ReadOnlySpan<byte> bytes)
    {
        if (!TryBegin(out var broken))
        {
            return broken ? -1 : 0;
        }

        bytes = bytes[..Math.Min(bytes.Length, MostBytes)];
        Task writing;
        try
        {
            writing = WriteCopyAsync(bytes);
        }
        catch (Exception failure)
        {
            writing = Task.FromException(failure);
        }

        if (!writing.IsCompleted)
        {
            _ = FinishAsync(writing, tellSent: false);
            return bytes.Length;
        }

        // The caller holds its lock and must not be called back within, but there can be nothing to call back for.
        return Finish(writing.IsCompletedSuccessfully) ? bytes.Length : -1;
    }

    public void SendWhenWritable(ReadOnlyMemory<byte> bytes)
    {
        lock (_sync)
        {
            _next = bytes;
            _hasNext = true;
        }

        GoOn();
    }

    /// <summary>Completes when nothing uses the pipe any more.</summary>
    public Task Closed => _closed.Task;

    public void ShutdownSend()
    {
        WantEnd();
        GoOn();
    }

    // The kernel goes on sending what an ordinary socket was given before it was closed. So does this, as long as its patience lasts.
    public void Close(bool reset)
    {
        lock (_sync)
        {
            if (!reset && !_broken && !_ended)
            {
                _closeWanted = true;
                _patienceTimer ??= clock.CreateTimer(_ => Leave(reset: false), null, patience, Timeout.InfiniteTimeSpan);
            }
        }

        if (_closeWanted && !reset)
        {
            WantEnd();
            GoOn();
        }
        else
        {
            Leave(reset);
        }
    }

    /// <summary>Writes a copy of the bytes. Called by one at a time.</summary>
    protected abstract Task WriteCopyAsync(ReadOnlySpan<byte> bytes);

    /// <summary>Writes bytes that stay as they are until then. Called by one at a time.</summary>
    protected abstract Task WriteAsync(ReadOnlyMemory<byte> bytes);

    /// <summary>Says the protocol's last word, then ends the outgoing direction. Called by one at a time, and once.</summary>
    protected abstract Task EndAsync();

    /// <inheritdoc cref="IWire.Close"/>
    protected abstract void CloseNow(bool reset);

    private void WantEnd()
    {
        lock (_sync)
        {
            _endWanted |= !_endBegun;
        }
    }

    private void Leave(bool reset)
    {
        lock (_sync)
        {
            _broken = true;
            _patienceTimer?.Dispose();
        }

        CloseNow(reset);
        _closed.TrySetResult();
    }

    private bool TryBegin(out bool broken)
    {
        lock (_sync)
        {
            broken = _broken;
            if (_writing || _broken || _hasNext)
            {
                return false;
            }

            return _writing = true;
        }
    }

    // True where the pipe is whole.
    private bool Finish(bool succeeded)
    {
        lock (_sync)
        {
            _writing = false;
            _broken |= !succeeded;
            return !_broken;
        }
    }

    private async Task FinishAsync(Task writing, bool tellSent)
    {
        bool whole;
        try
        {
            await writing;
            whole = Finish(succeeded: true);
        }
        catch (Exception)
        {
            // Whatever it was: the peer is gone, and the connection is told.
            whole = Finish(succeeded: false);
        }

        if (tellSent)
        {
            Sent?.Invoke(!whole);
        }

        GoOn();
    }

    // Begins what waits for its turn. On another thread, because callers hold their connection's lock, which is taken when it is done.
    private void GoOn()
    {
        var leave = false;
        lock (_sync)
        {
            if (_writing)
            {
                return;
            }

            if (_hasNext || (_endWanted && !_broken))
            {
                _writing = true;
            }
            else if (_closeWanted && (_ended || _broken))
            {
                (leave, _closeWanted) = (true, false);
            }
            else
            {
                return;
            }
        }

        if (leave)
        {
            Leave(reset: false);
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(static wire => wire.WriteNext(), this, preferLocal: true);
        }
    }

    private void WriteNext()
    {
        ReadOnlyMemory<byte> bytes;
        bool isBytes;
        bool broken;
        lock (_sync)
        {
            (bytes, isBytes, broken) = (_next, _hasNext, _broken);
            (_next, _hasNext) = (default, false);
            _endWanted &= isBytes;
            _endBegun |= !isBytes;
        }

        _ = FinishAsync(isBytes ? WriteNextAsync(bytes, broken) : EndOnceAsync(), tellSent: isBytes);
    }

    private async Task WriteNextAsync(ReadOnlyMemory<byte> bytes, bool broken)
    {
        ObjectDisposedException.ThrowIf(broken, this);
        await WriteAsync(bytes);
    }

    private async Task EndOnceAsync()
    {
        await EndAsync();
        lock (_sync)
        {
            _ended = true;
        }
    }
}
