using System.Buffers;
using System.IO.Pipelines;
using System.IO.Pipes;
using Confab.Server.Web;

namespace Confab.Server.Tests.Web;

public sealed class WebOutputTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_flushed_is_written_and_the_stream_stays_open()
    {
        using var stream = new MemoryStream();
        var output = new WebOutput(stream);

        output.Write("one"u8);
        Assert.False((await output.FlushAsync(Cancel)).IsCompleted);
        output.Write("two"u8);
        await output.CompleteAsync();

        Assert.Equal("onetwo"u8.ToArray(), stream.ToArray());
        Assert.True(stream.CanWrite);
    }

    [Fact]
    public async Task A_peer_that_is_gone_wants_nothing_more_and_is_no_defect()
    {
        // The other end of this one is closed.
        await using var stream = BrokenStream();
        var output = new WebOutput(stream);

        output.Write("one"u8);
        Assert.True((await output.FlushAsync(Cancel)).IsCompleted);
        output.Write("two"u8);
        Assert.True((await output.FlushAsync(Cancel)).IsCompleted);
        await output.CompleteAsync();
    }

    [Fact]
    public void It_ends_without_a_word_where_nobody_can_wait()
    {
        using var stream = new MemoryStream();
        PipeWriter output = new WebOutput(stream);

        output.Write("one"u8);
        output.Complete();

        Assert.Empty(stream.ToArray());
    }

    private static AnonymousPipeServerStream BrokenStream()
    {
        var stream = new AnonymousPipeServerStream(PipeDirection.Out);
        stream.DisposeLocalCopyOfClientHandle();
        return stream;
    }
}
