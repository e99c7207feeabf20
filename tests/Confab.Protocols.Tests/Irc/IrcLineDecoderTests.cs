using System.Text;
using Confab.Protocols.Irc;
using Confab.Protocols.Tests.Cutting;

namespace Confab.Protocols.Tests.Irc;

public sealed class IrcLineDecoderTests
{
    private const int MaxTags = 8;
    private const int MaxBody = 10;

    public static TheoryData<string, string[]> Vectors => new()
    {
        { "PING a\r\n", ["PING a"] },
        { "PING a\n", ["PING a"] },
        { "\r\n\n", ["", ""] },
        { "A\nB\r\nC\n", ["A", "B", "C"] },
        { "A\r\r\n", ["A\r"] },
        { "A\rB\n", ["A\rB"] },
        { "12345678\r\n", ["12345678"] },
        { "123456789\n", ["123456789"] },
        { "@a=345 12345678\r\nA\n", ["@a=345 12345678", "A"] },
        { "@a   12345\r\n", ["@a   12345"] },
        { "@a\r\n", ["@a"] },
        { "@123456\n", ["@123456"] },
        { "@a\n@b c\n", ["@a", "@b c"] },
        { "no end", [] },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Lines_come_out_the_same_however_they_are_cut(string sent, string[] lines)
    {
        foreach (var pieces in Cuts.Of(Encoding.Latin1.GetBytes(sent)))
        {
            Assert.Equal(lines.Select(Found.Of), NewDecoder().Feed(pieces));
        }
    }

    [Theory]
    [InlineData("123456789\r\nok\n")]
    [InlineData("1234567890\nok\n")]
    [InlineData("@a 123456789\r\nok\n")]
    [InlineData("@a=34567 A\nok\n")]
    [InlineData("@a=34567\nok\n")]
    [InlineData("@a=34567890123456789012345678901234567890\nok\n")]
    public void An_overlong_line_is_told_once_and_nothing_after_it_is_lost(string sent)
    {
        foreach (var pieces in Cuts.Of(Encoding.Latin1.GetBytes(sent)))
        {
            Assert.Equal([Found.TooLong, Found.Of("ok")], NewDecoder().Feed(pieces));
        }
    }

    [Fact]
    public void The_bounds_of_the_specification_hold_to_the_byte()
    {
        var decoder = new IrcLineDecoder();
        var tags = $"@{new string('t', 4094)} ";
        var body = $"PRIVMSG #tea :{new string('x', 510 - 14)}";
        var found = decoder.Feed(Encoding.Latin1.GetBytes($"{tags}{body}\r\n@t{tags[1..]}{body}\r\n{tags}{body}x\r\n{tags}A\r\n"));
        Assert.Equal([Found.Of(tags + body), Found.TooLong, Found.TooLong, Found.Of($"{tags}A")], found);
    }

    [Fact]
    public void A_line_of_ten_megabytes_costs_no_memory_and_the_next_is_read()
    {
        var decoder = new IrcLineDecoder();
        var piece = new byte[100_000];
        Array.Fill(piece, (byte)'x');
        Assert.Equal([Found.TooLong], decoder.Feed(piece));
        for (var i = 0; i < 100; i++)
        {
            Assert.Empty(decoder.Feed(piece));
            Assert.True(decoder.HoldsPartial);
            Assert.False(decoder.HoldsBuffer);
        }

        Assert.Equal([Found.Of("PING")], decoder.Feed("\nPING\r\n"u8.ToArray()));
    }

    [Fact]
    public void A_buffer_is_held_only_while_there_is_a_partial_line()
    {
        var decoder = NewDecoder();
        decoder.Feed("PING\n"u8.ToArray());
        Assert.False(decoder.HoldsPartial);
        Assert.False(decoder.HoldsBuffer);
        decoder.Feed("PI"u8.ToArray());
        Assert.True(decoder.HoldsPartial);
        decoder.Feed("NG\n"u8.ToArray());
        Assert.False(decoder.HoldsPartial);
        Assert.False(decoder.HoldsBuffer);
    }

    [Fact]
    public void A_whole_line_costs_nothing()
    {
        var decoder = NewDecoder();
        Assert.Equal(0, Allocation.Of(() =>
        {
            ReadOnlySpan<byte> input = "@a PING\r\n"u8;
            decoder.Read(ref input, out _);
        }));
    }

    [Fact]
    public void A_reset_forgets_everything()
    {
        var decoder = NewDecoder();
        decoder.Feed("@a PI"u8.ToArray());
        decoder.Reset();
        Assert.False(decoder.HoldsPartial);
        Assert.Equal([Found.TooLong], decoder.Feed("1234567890"u8.ToArray()));
        decoder.Reset();
        Assert.Equal([Found.Of("PING")], decoder.Feed("PING\n"u8.ToArray()));
    }

    [Theory]
    [InlineData(0, 512)]
    [InlineData(10, 1)]
    [InlineData(int.MaxValue, 512)]
    public void A_bound_that_cannot_be_is_refused(int maxTagBytes, int maxBodyBytes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new IrcLineDecoder(maxTagBytes, maxBodyBytes));

    private static IrcLineDecoder NewDecoder() => new(MaxTags, MaxBody);
}
