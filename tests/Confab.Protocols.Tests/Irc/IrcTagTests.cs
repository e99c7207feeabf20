using System.Buffers;
using System.Text;
using Confab.Protocols.Irc;

namespace Confab.Protocols.Tests.Irc;

public sealed class IrcTagTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("raw+:=,escaped; \\", @"raw+:=,escaped\:\s\\")]
    [InlineData("a\r\nb", @"a\r\nb")]
    [InlineData("; ;", @"\:\s\:")]
    [InlineData("é 😀", @"é\s😀")]
    public void Values_are_escaped_and_read_back(string value, string escaped)
    {
        Assert.Equal(escaped, IrcTagEscape.Escape(value));
        Assert.Equal(value, IrcTagEscape.Unescape(escaped));
        Assert.Equal(value, IrcTagEscape.Unescape(Encoding.UTF8.GetBytes(escaped)));
    }

    [Theory]
    [InlineData(@"test\", "test")]
    [InlineData(@"\b", "b")]
    [InlineData(@"\", "")]
    [InlineData(@"\\\", @"\")]
    [InlineData(@"\é", "é")]
    [InlineData(@"\\s", @"\s")]
    public void Escapes_that_nobody_should_send_are_read_as_the_specification_says(string escaped, string value) =>
        Assert.Equal(value, IrcTagEscape.Unescape(escaped));

    [Fact]
    public void A_nul_cannot_be_written() => Assert.Equal("ab", IrcTagEscape.Escape("a\0b"));

    [Theory]
    [InlineData("time", true)]
    [InlineData("+typing", true)]
    [InlineData("+draft/reply", true)]
    [InlineData("example.com/foo-bar", true)]
    [InlineData("draft/foo-0.2", true)]
    [InlineData("", false)]
    [InlineData("+", false)]
    [InlineData("/a", false)]
    [InlineData("a/", false)]
    [InlineData("a_b", false)]
    [InlineData("++a", false)]
    [InlineData("a.b", false)]
    [InlineData("é", false)]
    public void Names_keep_to_the_grammar_or_not(string name, bool wellFormed) => Assert.Equal(wellFormed, IrcTag.IsWellFormed(name));

    [Fact]
    public void Client_only_tags_begin_with_plus()
    {
        Assert.True(new IrcTag("+typing", "active").IsClientOnly);
        Assert.False(new IrcTag("time", "+").IsClientOnly);
    }

    [Fact]
    public void A_list_is_written_and_read_back()
    {
        IrcTag[] tags = [new("a", "x; y"), new("b"), new("+c/d", "é")];
        var output = new ArrayBufferWriter<byte>();
        var written = IrcTagList.Write(output, tags);
        Assert.Equal(output.WrittenCount, written);
        Assert.Equal(@"a=x\:\sy;b;+c/d=é", Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.Equal(tags, IrcTagList.Parse(output.WrittenSpan));
    }
}
