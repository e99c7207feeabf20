using System.Buffers;
using System.Text;
using Confab.Protocols.Telnet;
using Confab.Protocols.Tests.Cutting;

namespace Confab.Protocols.Tests.Telnet;

public sealed class TelnetFilterTests
{
    private const byte Iac = 255;
    private const byte Dont = 254;
    private const byte Do = 253;
    private const byte Wont = 252;
    private const byte Will = 251;
    private const byte Sb = 250;
    private const byte Ayt = 246;
    private const byte Se = 240;

    public static TheoryData<byte[], string, byte[]> Vectors => new()
    {
        { [.. "plain text\r\n"u8], "plain text\r\n", [] },
        { [.. "a"u8, Iac, Will, 31, .. "b"u8], "ab", [Iac, Dont, 31] },
        { [Iac, Do, 1, Iac, Do, 3, .. "hi"u8], "hi", [Iac, Wont, 1, Iac, Wont, 3] },
        { [Iac, Wont, 1, Iac, Dont, 1], "", [] },
        { [.. "are "u8, Iac, Ayt, .. "you"u8], "are you", [] },
        { [.. "a"u8, Iac, Sb, 31, 0, 80, 0, 24, Iac, Se, .. "b"u8], "ab", [] },
        { [Iac, Sb, 24, Iac, Iac, (byte)'\n', Iac, Se, .. "b"u8], "b", [] },
        { [Iac, Sb, 24, Iac, Do, 1, Iac, Se, .. "b"u8], "b", [] },
        { [.. "a"u8, Iac, Iac, .. "b"u8], "ab", [] },
        { [.. "a"u8, Iac, .. "b\n"u8], "ab\n", [] },
        { [.. "line\r\0next"u8], "line\r\nnext", [] },
        { [.. "line\r"u8, Iac, 241, 0, .. "next"u8], "line\r\nnext", [] },
        { [.. "a\0b\r\0\0c"u8], "ab\r\nc", [] },
        { [Iac, Will, Iac, .. "x"u8], "x", [Iac, Dont, Iac] },
        { [Iac, Do, 0, .. "x"u8], "x", [Iac, Wont, 0] },
        { [.. "grüße 😀"u8], "grüße 😀", [] },
        { [Iac, Se, .. "x"u8], "x", [] },
        { [.. "x"u8, Iac, Sb, .. "never ended\n"u8], "x", [] },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Telnet_bytes_are_removed_and_options_refused_however_they_are_cut(byte[] sent, string text, byte[] replies)
    {
        foreach (var pieces in Cuts.Of(sent))
        {
            var (actualText, actualReplies) = Run(pieces, usePlain: false);
            Assert.Equal(text, Encoding.UTF8.GetString(actualText));
            Assert.Equal(replies, actualReplies);
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Using_plain_reads_unchanged_gives_the_same(byte[] sent, string text, byte[] replies)
    {
        foreach (var pieces in Cuts.Of(sent))
        {
            var (actualText, actualReplies) = Run(pieces, usePlain: true);
            Assert.Equal(text, Encoding.UTF8.GetString(actualText));
            Assert.Equal(replies, actualReplies);
        }
    }

    [Fact]
    public void Ordinary_lines_are_plain()
    {
        var filter = new TelnetFilter();
        Assert.True(filter.IsPlain("grüße\r\n"u8));
        Assert.True(filter.IsPlain([]));
    }

    [Fact]
    public void Reads_that_a_sequence_touches_are_not_plain()
    {
        var filter = new TelnetFilter();
        Assert.False(filter.IsPlain([(byte)'a', Iac]));
        Assert.False(filter.IsPlain("a\0"u8));
        Assert.False(filter.IsPlain("a\r"u8));
        filter.Filter([Iac], new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        Assert.False(filter.IsPlain("a"u8));
    }

    [Fact]
    public void Two_filters_that_talk_to_each_other_fall_silent()
    {
        var answers = Run([[Iac, Will, 1, Iac, Do, 3]], usePlain: false).Replies;
        Assert.Equal(6, answers.Length);
        Assert.Empty(Run([answers], usePlain: false).Replies);
    }

    internal static (byte[] Text, byte[] Replies) Run(byte[][] pieces, bool usePlain)
    {
        var filter = new TelnetFilter();
        var text = new ArrayBufferWriter<byte>();
        var replies = new ArrayBufferWriter<byte>();
        foreach (var piece in pieces)
        {
            if (usePlain && filter.IsPlain(piece))
            {
                text.Write(piece);
            }
            else
            {
                filter.Filter(piece, text, replies);
            }
        }

        return (text.WrittenSpan.ToArray(), replies.WrittenSpan.ToArray());
    }
}
