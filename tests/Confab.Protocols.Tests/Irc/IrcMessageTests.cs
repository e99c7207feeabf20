using System.Text;
using Confab.Protocols.Irc;

namespace Confab.Protocols.Tests.Irc;

public sealed class IrcMessageTests
{
    /// <summary>The line, then its tags, source, command and parameters.</summary>
    public static TheoryData<string, string, string?, string, string[]> Vectors => new()
    {
        { "PING", "", null, "PING", [] },
        { "ping token", "", null, "PING", ["token"] },
        { "PiNg :token", "", null, "PING", ["token"] },
        { "001 ada :Welcome, ada", "", null, "001", ["ada", "Welcome, ada"] },
        { ":irc.example CAP * LIST :", "", "irc.example", "CAP", ["*", "LIST", ""] },
        { ":ada!a@host PRIVMSG #tea :the kettle is on", "", "ada!a@host", "PRIVMSG", ["#tea", "the kettle is on"] },
        { ":ada!a@host PRIVMSG #tea ::-)", "", "ada!a@host", "PRIVMSG", ["#tea", ":-)"] },
        { ":ada!a@host PRIVMSG #tea one", "", "ada!a@host", "PRIVMSG", ["#tea", "one"] },
        { "PRIVMSG #tea :  two  spaces  ", "", null, "PRIVMSG", ["#tea", "  two  spaces  "] },
        { "PRIVMSG   #tea    :text", "", null, "PRIVMSG", ["#tea", "text"] },
        { "MODE #tea +o  ada   ", "", null, "MODE", ["#tea", "+o", "ada"] },
        { "MODE a:b c:", "", null, "MODE", ["a:b", "c:"] },
        { "  NICK ada", "", null, "NICK", ["ada"] },
        { ":irc.example   PONG  a", "", "irc.example", "PONG", ["a"] },
        { ": PONG a", "", null, "PONG", ["a"] },
        { "@a=1;b;c= PING x", "a=1;b;c", null, "PING", ["x"] },
        { "@a=1   :src   PING x", "a=1", "src", "PING", ["x"] },
        { "@ PING", "", null, "PING", [] },
        { "@;;a;; PING", "a", null, "PING", [] },
        { "@a=1;b=2;a=3 PING", "a=3;b=2", null, "PING", [] },
        { "@A=1;a=2 PING", "A=1;a=2", null, "PING", [] },
        { "@+example.com/foo=x;draft/a-0.2 PING", "+example.com/foo=x;draft/a-0.2", null, "PING", [] },
        { "@not_a*name=kept;=lost PING", "not_a*name=kept", null, "PING", [] },
        { "@a=b=c PING", "a=b=c", null, "PING", [] },
        { "größe a é", "", null, "GRößE", ["a", "é"] },
        { "A 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17", "", null, "A", [.. Enumerable.Range(1, 17).Select(i => $"{i}")] },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_line_is_taken_apart(string line, string tags, string? source, string command, string[] parameters)
    {
        Assert.Equal(IrcParseResult.Message, IrcMessage.TryParse(Encoding.UTF8.GetBytes(line), out var message));
        Assert.Equal(tags, string.Join(';', message!.Tags.Select(tag => tag.Value.Length > 0 ? $"{tag.Name}={tag.Value}" : tag.Name)));
        Assert.Equal(source, message.Source);
        Assert.Equal(command, message.Command);
        Assert.Equal(parameters, message.Parameters);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("     ")]
    public void A_line_with_nothing_in_it_is_empty(string line) => AssertNoMessage(IrcParseResult.Empty, line);

    [Theory]
    [InlineData(":source")]
    [InlineData(":source ")]
    [InlineData("@tag")]
    [InlineData("@tag :source")]
    [InlineData("@tag  ")]
    [InlineData(":")]
    [InlineData("@")]
    [InlineData(" :source PING")]
    [InlineData(" @tag PING")]
    [InlineData("@a @b PING")]
    [InlineData(":a :b PING")]
    [InlineData("PRIVMSG #tea :a\rQUIT")]
    [InlineData("PRIVMSG #tea :a\nQUIT")]
    [InlineData("PRIVMSG #tea :a\0b")]
    [InlineData("@a=\0 PING")]
    public void A_line_without_a_command_or_with_a_control_character_that_ends_lines_is_malformed(string line) =>
        AssertNoMessage(IrcParseResult.Malformed, line);

    [Fact]
    public void A_refusal_of_bytes_that_are_not_text_can_name_the_command_and_the_label()
    {
        byte[] line = [.. "@label=7 privmsg #tea :"u8, 0xFF];
        Assert.Equal(IrcParseResult.NotUtf8, IrcMessage.TryParse(line, out var message));
        Assert.Equal("PRIVMSG", message!.Command);
        Assert.Equal("7", message.Tag("label"));
        Assert.Empty(message.Parameters);
    }

    [Fact]
    public void A_command_that_is_not_text_is_a_star()
    {
        Assert.Equal(IrcParseResult.NotUtf8, IrcMessage.TryParse([0xC3, (byte)' ', (byte)'a'], out var message));
        Assert.Equal("*", message!.Command);
    }

    [Fact]
    public void A_tag_value_that_is_not_text_is_dropped_and_the_message_stays()
    {
        byte[] line = [.. "@a="u8, 0xFF, .. ";b=2;"u8, 0xFE, .. "=3 PING"u8];
        Assert.Equal(IrcParseResult.Message, IrcMessage.TryParse(line, out var message));
        Assert.Equal([new IrcTag("a"), new IrcTag("b", "2")], message!.Tags);
    }

    [Fact]
    public void Tags_and_parameters_that_are_not_there_are_null()
    {
        IrcMessage.TryParse("@a PING :"u8, out var message);
        Assert.Equal("", message!.Tag("a"));
        Assert.Null(message.Tag("A"));
        Assert.Equal("", message.Parameter(0));
        Assert.Null(message.Parameter(1));
    }

    [Fact]
    public void As_many_tags_as_fit_are_read_and_the_last_of_each_name_counts()
    {
        var tags = string.Join(';', Enumerable.Range(0, 900).Select(i => $"t{i % 300}={i}"));
        IrcMessage.TryParse(Encoding.UTF8.GetBytes($"@{tags} PING"), out var message);
        Assert.Equal(Enumerable.Range(0, 300).Select(i => new IrcTag($"t{i}", $"{600 + i}")), message!.Tags);
    }

    private static void AssertNoMessage(IrcParseResult result, string line)
    {
        Assert.Equal(result, IrcMessage.TryParse(Encoding.UTF8.GetBytes(line), out var message));
        Assert.Null(message);
    }
}
