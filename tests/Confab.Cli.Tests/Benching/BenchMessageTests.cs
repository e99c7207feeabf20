using System.Buffers;
using Confab.Cli.Benching;

namespace Confab.Cli.Tests.Benching;

public sealed class BenchMessageTests
{
    [Theory]
    [InlineData(0, 1, 0, BenchPlan.SmallestSize)]
    [InlineData(99_999, int.MaxValue, long.MaxValue, BenchPlan.SmallestSize)]
    [InlineData(3, 17, 1234567890123, 1000)]
    public void What_was_written_is_read_and_has_its_size(int sender, int sequence, long timestamp, int size)
    {
        var output = new ArrayBufferWriter<byte>();
        new BenchMessage(sender, sequence, timestamp).Write(output, size);

        Assert.Equal(size + 1, output.WrittenCount);
        Assert.Equal((byte)'\n', output.WrittenSpan[^1]);
        Assert.True(BenchMessage.TryRead(output.WrittenSpan[..^1], out var read));
        Assert.Equal(new BenchMessage(sender, sequence, timestamp), read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("1 2")]
    [InlineData("1 2 ")]
    [InlineData("1 2 x")]
    public void Anything_else_is_none(string text) => Assert.False(BenchMessage.TryRead(System.Text.Encoding.UTF8.GetBytes(text), out _));
}
