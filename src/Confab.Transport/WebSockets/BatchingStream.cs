using System.Buffers;

namespace Confab.Transport.WebSockets;

/// <summary>
/// Stands between a WebSocket and its connection, so that several messages go out in one write: between <see cref="Hold"/> and
/// <see cref="ReleaseAsync"/> what is written is only gathered. Writes may come from several threads: answers to pings come from the reader.
/// </summary>
public sealed class BatchingStream(Stream inner) : Stream
{
    private readonly Lock _sync = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ArrayBufferWriter<byte>? _held;
    private bool _holding;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Gathers what is written from now on.</summary>
    public void Hold()
    {
        lock (_sync)
        {
            _holding = true;
        }
    }

    /// <summary>Writes what was gathered, all at once.</summary>
    public async Task ReleaseAsync()
    {
        ArrayBufferWriter<byte>? gathered;
        lock (_sync)
        {
            _holding = false;
            (gathered, _held) = (_held, null);
        }

        if (gathered is not null)
        {
            await WriteThroughAsync(gathered.WrittenMemory, CancellationToken.None);
        }
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        lock (_sync)
        {
            if (_holding)
            {
                _held ??= new ArrayBufferWriter<byte>(buffer.Length);
                _held.Write(buffer.Span);
                return ValueTask.CompletedTask;
            }
        }

        return new ValueTask(WriteThroughAsync(buffer, cancellationToken));
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // What was written has been flushed too, or is being gathered.
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
        // As above.
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task WriteThroughAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await inner.WriteAsync(bytes, cancellation);
            await inner.FlushAsync(cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }
}
