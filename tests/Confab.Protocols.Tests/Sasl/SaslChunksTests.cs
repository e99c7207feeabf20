using Confab.Protocols.Sasl;
using FsCheck;
using FsCheck.Fluent;

namespace Confab.Protocols.Tests.Sasl;

public sealed class SaslChunksTests
{
    [Theory]
    [InlineData(0, new[] { 1 })]
    [InlineData(1, new[] { 4 })]
    [InlineData(297, new[] { 396 })]
    [InlineData(298, new[] { 400, 1 })]
    [InlineData(300, new[] { 400, 1 })]
    [InlineData(301, new[] { 400, 4 })]
    [InlineData(600, new[] { 400, 400, 1 })]
    public void A_message_is_spread_over_chunks_and_the_last_is_never_full(int bytes, int[] lengths) =>
        Assert.Equal(lengths, SaslChunks.Split(new byte[bytes]).Select(chunk => chunk.Length));

    [Fact]
    public void What_is_spread_is_put_together_again() =>
        Prop.ForAll<byte[], int>((bytes, more) =>
        {
            byte[] message = [.. bytes, .. Enumerable.Repeat((byte)more, Math.Abs(more % 1000))];
            var reader = new SaslChunks(2000);
            var chunks = SaslChunks.Split(message);
            Assert.All(chunks.SkipLast(1), chunk => Assert.Equal(SaslChunkResult.NeedMore, reader.Read(chunk, out _)));
            Assert.Equal(SaslChunkResult.Complete, reader.Read(chunks[^1], out var read));
            Assert.Equal(message, read);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Theory]
    [InlineData("?", SaslChunkResult.Invalid)]
    [InlineData("", SaslChunkResult.Invalid)]
    [InlineData("QQ", SaslChunkResult.Invalid)]
    [InlineData("QQ=", SaslChunkResult.Invalid)]
    [InlineData("QQ==QQ==", SaslChunkResult.Invalid)]
    [InlineData("Q Q=", SaslChunkResult.Invalid)]
    [InlineData("QQ\t==", SaslChunkResult.Invalid)]
    [InlineData("Qé==", SaslChunkResult.Invalid)]
    [InlineData("*", SaslChunkResult.Aborted)]
    public void What_is_no_chunk_is_told_and_the_next_message_is_read(string chunk, SaslChunkResult result)
    {
        var reader = new SaslChunks(1000);
        Assert.Equal(SaslChunkResult.NeedMore, reader.Read(new string('A', 400), out _));
        Assert.Equal(result, reader.Read(chunk, out var message));
        Assert.Empty(message);
        Assert.Equal(SaslChunkResult.Complete, reader.Read("QQ==", out message));
        Assert.Equal("A"u8.ToArray(), message);
    }

    [Fact]
    public void A_chunk_of_more_than_400_bytes_is_too_long() =>
        Assert.Equal(SaslChunkResult.TooLong, new SaslChunks(10_000).Read(new string('A', 404), out _));

    [Fact]
    public void A_message_above_the_bound_is_too_long_as_soon_as_it_is()
    {
        var reader = new SaslChunks(300);
        Assert.Equal(SaslChunkResult.NeedMore, reader.Read(new string('A', 400), out _));
        Assert.Equal(SaslChunkResult.Complete, reader.Read("+", out var message));
        Assert.Equal(300, message.Length);

        Assert.Equal(SaslChunkResult.NeedMore, reader.Read(new string('A', 400), out _));
        Assert.Equal(SaslChunkResult.TooLong, reader.Read("QQ==", out message));
        Assert.Empty(message);
        Assert.Equal(SaslChunkResult.NeedMore, reader.Read(new string('A', 400), out _));
        Assert.Equal(SaslChunkResult.TooLong, reader.Read(new string('A', 400), out _));
    }

    [Fact]
    public void A_bound_that_cannot_be_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new SaslChunks(0));
}
