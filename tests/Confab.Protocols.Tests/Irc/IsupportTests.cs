using System.Buffers;
using System.Text;
using Confab.Protocols.Irc;

namespace Confab.Protocols.Tests.Irc;

public sealed class IsupportTests
{
    [Theory]
    [InlineData("NETWORK", "The Tea Room", @"NETWORK=The\x20Tea\x20Room")]
    [InlineData("X", @"a\b=c", @"X=a\x5Cb\x3Dc")]
    [InlineData("CHANTYPES", "", "CHANTYPES=")]
    [InlineData("UTF8ONLY", null, "UTF8ONLY")]
    [InlineData("-SILENCE", null, "-SILENCE")]
    [InlineData("PREFIX", "(qaohv)~&@%+", "PREFIX=(qaohv)~&@%+")]
    public void A_token_is_escaped_and_read_back(string name, string? value, string written)
    {
        var token = new IsupportToken(name, value);
        Assert.Equal(written, token.ToString());
        Assert.Equal(token, IsupportToken.Parse(written));
    }

    [Fact]
    public void Something_that_is_no_escape_stands_for_itself() =>
        Assert.Equal(@"a\xZZ\x4", IsupportToken.Parse(@"A=a\xZZ\x4").Value);

    [Fact]
    public void A_line_has_at_most_thirteen_tokens()
    {
        var tokens = Enumerable.Range(1, 27).Select(i => new IsupportToken($"T{i}")).ToArray();
        var lines = IsupportWriter.Lines(tokens, "irc.example", "ada");
        Assert.Equal([13, 13, 1], lines.Select(line => line.Count));
        Assert.Equal(tokens.Select(token => token.Name), lines.SelectMany(line => line));
    }

    [Fact]
    public void A_line_has_at_most_512_bytes_and_says_what_it_is()
    {
        var tokens = Enumerable.Range(1, 30).Select(i => new IsupportToken($"T{i}", new string('é', 20 + i))).ToArray();
        var output = new ArrayBufferWriter<byte>();
        IsupportWriter.Write(output, tokens, "irc.example", "ada");

        var lines = Encoding.UTF8.GetString(output.WrittenSpan).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line =>
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 510);
            Assert.StartsWith(":irc.example 005 ada T", line, StringComparison.Ordinal);
            Assert.EndsWith(" :are supported by this server", line, StringComparison.Ordinal);
        });
        Assert.Equal(tokens.Select(token => token.ToString()), lines.SelectMany(line => line.Split(' ')[3..^5]));
    }

    [Fact]
    public void No_tokens_are_no_lines() => Assert.Empty(IsupportWriter.Lines([], "irc.example", "ada"));
}
