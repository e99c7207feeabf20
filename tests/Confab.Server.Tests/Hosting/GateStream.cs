using System.Text;

namespace Confab.Server.Tests.Hosting;

/// <summary>An output whose reader stands still until the test lets it go on.</summary>
internal sealed class GateStream : MemoryStream
{
    private readonly SemaphoreSlim _gate = new(0);
    private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when somebody writes.</summary>
    public Task Began => _began.Task;

    /// <summary>Completes with all that was written, once that ends with the words.</summary>
    public async Task<string> WrittenUntilAsync(string words)
    {
        Words = words;
        return await _ended.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Lets all writes go on.</summary>
    public void Open() => _gate.Release(1000);

    private string Words { get; set; } = "";

    public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

    public override void Write(byte[] buffer, int offset, int count)
    {
        _began.TrySetResult();
        _gate.Wait();
        base.Write(buffer, offset, count);
        var all = Encoding.UTF8.GetString(ToArray());
        if (all.EndsWith(Words, StringComparison.Ordinal))
        {
            _ended.TrySetResult(all);
        }
    }
}
