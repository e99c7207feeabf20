using System.Text;
using Confab.Protocols.NulText;
using Confab.Protocols.Tests.Cutting;

namespace Confab.Protocols.Tests.NulText;

public sealed class NulDecoderTests
{
    public static TheoryData<string, string[]> Vectors => new()
    {
        { "Hi from client 1\0", ["Hi from client 1"] },
        { "one\0two\0three\0", ["one", "two", "three"] },
        { "\0\0", ["", ""] },
        { "two\r\nlines\n\0", ["two\r\nlines\n"] },
        { "grüße €5 😀\0", ["grüße €5 😀"] },
        { "12345678901234567890\0", ["12345678901234567890"] },
        { "said\0never ended", ["said"] },
        { "", [] },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Messages_come_out_the_same_however_they_are_cut(string sent, string[] messages)
    {
        foreach (var pieces in Cuts.Of(Encoding.UTF8.GetBytes(sent)))
        {
            Assert.Equal(messages.Select(Found.Of), new NulDecoder(20).Feed(pieces));
        }
    }

    [Theory]
    [InlineData("ok\012345\0later\0")]
    [InlineData("ok\0123456789 and so on")]
    public void An_overlong_message_is_told_once_and_nothing_after_it_is_read(string sent)
    {
        foreach (var pieces in Cuts.Of(Encoding.UTF8.GetBytes(sent)))
        {
            Assert.Equal([Found.Of("ok"), Found.TooLong], new NulDecoder(4).Feed(pieces));
        }
    }

    [Fact]
    public void An_overlong_message_is_told_at_the_byte_that_passes_the_bound()
    {
        var decoder = new NulDecoder(4);
        Assert.Empty(decoder.Feed("1234"u8.ToArray()));
        Assert.Equal([Found.TooLong], decoder.Feed("5"u8.ToArray()));
        Assert.False(decoder.HoldsBuffer);
    }

    [Fact]
    public void A_message_of_twenty_thousand_bytes_in_many_packets_is_whole()
    {
        var text = string.Concat(Enumerable.Repeat("häßlich, aber €! 😀\n", 1_000));
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text), 0];
        Assert.Equal([Found.Of(text)], new NulDecoder(65_536).Feed(bytes.Chunk(1_447)));
    }

    [Fact]
    public void Bytes_that_are_not_text_are_replaced() =>
        Assert.Equal([Found.Of("a\uFFFDb")], new NulDecoder(20).Feed([(byte)'a', 0xFF, (byte)'b', 0]));

    [Fact]
    public void A_buffer_is_held_only_while_there_is_a_partial_message()
    {
        var decoder = new NulDecoder(100);
        decoder.Feed("part"u8.ToArray());
        Assert.True(decoder.HoldsBuffer);
        decoder.Feed("ial\0"u8.ToArray());
        Assert.False(decoder.HoldsBuffer);
    }

    [Fact]
    public void A_whole_message_costs_only_its_string()
    {
        var decoder = new NulDecoder(100);
        Assert.Equal(Allocation.OfString("hello"u8), Allocation.Of(() =>
        {
            ReadOnlySpan<byte> input = "hello\0"u8;
            decoder.Read(ref input, out _);
        }));
    }

    [Fact]
    public void A_reset_begins_anew()
    {
        var decoder = new NulDecoder(4);
        decoder.Feed("too long"u8.ToArray());
        decoder.Reset();
        Assert.Equal([Found.Of("new")], decoder.Feed("new\0"u8.ToArray()));
    }

    [Fact]
    public void A_bound_of_nothing_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new NulDecoder(0));
}
