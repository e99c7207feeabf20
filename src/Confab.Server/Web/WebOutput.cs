using System.IO.Pipelines;

namespace Confab.Server.Web;

/// <summary>
/// The outgoing direction of a connection, for the web server: it takes a peer that is gone for a reader that wants nothing more, as pipes tell each other, and
/// an exception for a defect, about which it would write a page into the log for every visitor who closes a window.
/// </summary>
internal sealed class WebOutput(Stream stream) : PipeWriter
{
    private readonly PipeWriter _inner = Create(stream, new StreamPipeWriterOptions(leaveOpen: true));

    public override bool CanGetUnflushedBytes => _inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => _inner.UnflushedBytes;

    public override void Advance(int bytes) => _inner.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => _inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _inner.GetSpan(sizeHint);

    public override void CancelPendingFlush() => _inner.CancelPendingFlush();

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await _inner.FlushAsync(cancellationToken);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            return new FlushResult(isCanceled: false, isCompleted: true);
        }
    }

    // What was not written before is not written any more: that would need a wait, and Kestrel has flushed what it wanted to be seen.
    public override void Complete(Exception? exception = null) => _inner.Complete(exception ?? new OperationCanceledException());

    public override async ValueTask CompleteAsync(Exception? exception = null)
    {
        var flushed = await FlushAsync();
        await _inner.CompleteAsync(exception ?? (flushed.IsCompleted ? new OperationCanceledException() : null));
    }
}
