using System.Text;
using Confab.Protocols.Lines;
using Confab.Protocols.Tests.Cutting;

namespace Confab.Protocols.Tests.Lines;

public sealed class LineDecoderTests
{
    public static TheoryData<string, string[]> Vectors => new()
    {
        { "hello\n", ["hello"] },
        { "hello\r\n", ["hello"] },
        { "\n\r\n", ["", ""] },
        { "one\ntwo\r\nthree\n", ["one", "two", "three"] },
        { "a\rb\r\r\n", ["a\rb\r"] },
        { "grüße €5 😀\r\n", ["grüße €5 😀"] },
        { "nul\0inside\n", ["nul\0inside"] },
        { "12345678901234567890\n", ["12345678901234567890"] },
        { "12345678901234567890\r\nnext\n", ["12345678901234567890", "next"] },
        { "no end", [] },
        { "\r", [] },
        { "", [] },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Lines_come_out_the_same_however_they_are_cut(string sent, string[] lines)
    {
        foreach (var pieces in Cuts.Of(Encoding.UTF8.GetBytes(sent)))
        {
            Assert.Equal(lines.Select(Found.Of), new LineDecoder(20).Feed(pieces));
        }
    }

    [Theory]
    [InlineData("12345\nok\n")]
    [InlineData("12345\r\nok\n")]
    [InlineData("1234\r5\nok\n")]
    [InlineData("1234\r\r\nok\n")]
    [InlineData("123456789012345678901234567890\nok\n")]
    [InlineData("😀😀\nok\n")]
    public void An_overlong_line_is_told_once_and_the_next_one_is_read(string sent)
    {
        foreach (var pieces in Cuts.Of(Encoding.UTF8.GetBytes(sent)))
        {
            Assert.Equal([Found.TooLong, Found.Of("ok")], new LineDecoder(4).Feed(pieces));
        }
    }

    [Fact]
    public void Two_overlong_lines_are_told_twice()
    {
        foreach (var pieces in Cuts.Of("12345\n12345\n"u8.ToArray()))
        {
            Assert.Equal([Found.TooLong, Found.TooLong], new LineDecoder(4).Feed(pieces));
        }
    }

    [Fact]
    public void An_overlong_line_is_told_at_the_byte_that_passes_the_bound()
    {
        var decoder = new LineDecoder(4);
        Assert.Empty(decoder.Feed("1234"u8.ToArray()));
        Assert.Equal([Found.TooLong], decoder.Feed("5"u8.ToArray()));
        Assert.False(decoder.HoldsBuffer);
        Assert.Empty(decoder.Feed(new byte[100_000]));
        Assert.False(decoder.HoldsBuffer);
    }

    [Fact]
    public void A_carriage_return_at_the_bound_waits_for_its_line_feed()
    {
        var decoder = new LineDecoder(4);
        Assert.Empty(decoder.Feed("1234\r"u8.ToArray()));
        Assert.Empty(decoder.Feed(Array.Empty<byte>()));
        Assert.Equal([Found.TooLong], decoder.Feed("x"u8.ToArray()));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, (byte)'\n' }, "\uFFFD")]
    [InlineData(new byte[] { (byte)'a', 0xE2, 0x82, (byte)'\n' }, "a\uFFFD")]
    [InlineData(new byte[] { 0xC0, 0xAF, (byte)'\n' }, "\uFFFD\uFFFD")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80, (byte)'\n' }, "\uFFFD\uFFFD\uFFFD")]
    public void Bytes_that_are_not_text_are_replaced(byte[] sent, string line)
    {
        foreach (var pieces in Cuts.Of(sent))
        {
            Assert.Equal([Found.Of(line)], new LineDecoder(20).Feed(pieces));
        }
    }

    [Fact]
    public void A_buffer_is_held_only_while_there_is_a_partial_line()
    {
        var decoder = new LineDecoder(100);
        decoder.Feed("whole\n"u8.ToArray());
        Assert.False(decoder.HoldsBuffer);
        decoder.Feed("part"u8.ToArray());
        Assert.True(decoder.HoldsBuffer);
        decoder.Feed("ial\n"u8.ToArray());
        Assert.False(decoder.HoldsBuffer);
    }

    [Fact]
    public void A_whole_line_costs_only_its_string()
    {
        var decoder = new LineDecoder(100);
        Assert.Equal(Allocation.OfString("hello"u8), Allocation.Of(() =>
        {
            ReadOnlySpan<byte> input = "hello\r\n"u8;
            decoder.Read(ref input, out _);
        }));
    }

    [Fact]
    public void A_reset_forgets_the_partial_line_and_its_buffer()
    {
        var decoder = new LineDecoder(4);
        decoder.Feed("old"u8.ToArray());
        decoder.Reset();
        Assert.False(decoder.HoldsBuffer);
        Assert.Equal([Found.Of("new")], decoder.Feed("new\n"u8.ToArray()));
    }

    [Fact]
    public void A_reset_ends_the_skipping_of_an_overlong_line()
    {
        var decoder = new LineDecoder(4);
        decoder.Feed("too long"u8.ToArray());
        decoder.Reset();
        Assert.Equal([Found.Of("new")], decoder.Feed("new\n"u8.ToArray()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_bound_that_cannot_be_is_refused_with_its_value(int maxBytes)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new LineDecoder(maxBytes));
        Assert.Equal(maxBytes, refusal.ActualValue);
    }
}
