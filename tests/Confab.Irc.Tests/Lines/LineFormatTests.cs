using System.Text;

namespace Confab.Irc.Tests.Lines;

public sealed class LineFormatTests
{
    // Message Format: an empty message is silently ignored
    [Fact]
    public async Task Empty_lines_are_ignored()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        await alice.SendBytesAsync("\r\n\n\r\n   \r\n"u8.ToArray());

        (await alice.SyncAsync()).AreNone();
    }

    // Message Format: LF alone ends a message too, for people at a terminal
    [Fact]
    public async Task A_line_may_end_with_lf_alone()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        await client.SendBytesAsync("NICK alice\nUSER alice 0 * :Alice\n"u8.ToArray());

        Assert.Equal("alice", (await client.ReadBurstAsync()).One("001")[0]);
    }

    // Message Format: a message is parsed once its end has come
    [Fact]
    public async Task A_line_may_come_in_pieces()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        foreach (var piece in new[] { "PI", "NG ", ":to", "ken\r", "\n" })
        {
            await alice.SendBytesAsync(Encoding.ASCII.GetBytes(piece));
        }

        Assert.Equal("PONG confab.local token", (await alice.ReadAsync()).Said);
    }

    // Message Format: many messages in one packet
    [Fact]
    public async Task Several_lines_in_one_packet_are_answered_in_order()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        await alice.SendBytesAsync("PING one\r\nPING two\r\nPING three\r\n"u8.ToArray());

        Assert.Equal(["one", "two", "three"], [(await alice.ReadAsync()).Last, (await alice.ReadAsync()).Last, (await alice.ReadAsync()).Last]);
    }

    // Message Format: parts are separated by one or more spaces
    [Fact]
    public async Task Several_spaces_separate_as_one_does()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        await alice.SendAsync("PING    token   ");

        Assert.Equal("PONG confab.local token", (await alice.ReadAsync()).Said);
    }

    // Command: case does not matter
    [Theory]
    [InlineData("ping token")]
    [InlineData("Ping token")]
    [InlineData("pInG token")]
    public async Task A_command_may_be_written_in_any_case(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        await alice.SendAsync(line);

        Assert.Equal("PONG confab.local token", (await alice.ReadAsync()).Said);
    }

    // Source: a client's source has no effect
    [Theory]
    [InlineData(":alice PING token")]
    [InlineData(":bob!b@b PING token")]
    [InlineData(":confab.local   PING token")]
    public async Task A_source_from_a_client_is_ignored(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        await alice.SendAsync(line);

        Assert.Equal("PONG confab.local token", (await alice.ReadAsync()).Said);
    }

    // Source: nobody speaks in another's name
    [Fact]
    public async Task A_source_from_a_client_does_not_change_who_speaks()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        await alice.AskAsync(":carol PRIVMSG bob :hi");

        Assert.Equal("alice", (await bob.SyncAsync()).One("PRIVMSG").Nick);
    }

    // Tags: they may stand before a line although no capability was asked for
    [Fact]
    public async Task Tags_without_the_capability_do_not_hinder()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        await alice.SendAsync("@+x=y;label=1;empty= :alice PING token");
        var pong = await alice.ReadAsync();

        Assert.Equal("PONG confab.local token", pong.Said);
        Assert.Empty(pong.Tags);
    }

    // Tags: they MUST NOT be sent to a client that did not ask for them
    [Fact]
    public async Task A_client_without_capabilities_is_sent_no_tags()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "message-tags", "server-time", "account-tag");
        var bob = await server.RegisterAsync("bob");

        await alice.AskAsync("@+x=y PRIVMSG bob :hi");

        Assert.StartsWith(":alice!", (await bob.SyncAsync()).One("PRIVMSG").Raw, StringComparison.Ordinal);
    }

    // Parameters: a trailing parameter is like any other
    [Theory]
    [InlineData("PRIVMSG bob hi")]
    [InlineData("PRIVMSG bob :hi")]
    public async Task A_last_parameter_may_have_a_colon_or_not(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        await alice.AskAsync(line);

        Assert.Equal("PRIVMSG bob hi", (await bob.SyncAsync()).One("PRIVMSG").Said);
    }

    // Parameters: what begins with a colon, or holds spaces, comes through as it was
    [Theory]
    [InlineData(":-)")]
    [InlineData(" leading")]
    [InlineData("trailing ")]
    [InlineData("a  b")]
    [InlineData("a :b")]
    [InlineData("::")]
    public async Task A_text_comes_through_unchanged(string text)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        await alice.AskAsync($"PRIVMSG bob :{text}");

        Assert.Equal(text, (await bob.SyncAsync()).One("PRIVMSG")[1]);
    }

    // Command: the middle parameters may be as many as they like
    [Fact]
    public async Task More_than_fifteen_parameters_are_read()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.AskAsync("ISON a b c d e f g h i j k l m n o p q alice");

        Assert.Equal("alice", replies.One("303")[1].Trim());
    }

    // ERR_UNKNOWNCOMMAND (421)
    [Theory]
    [InlineData("NOSUCH")]
    [InlineData("NOSUCH with :some parameters")]
    [InlineData("nosuch")]
    public async Task An_unknown_command_is_421(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var refusal = Assert.Single(await alice.AskAsync(line));

        Assert.Equal(["alice", line.Split(' ')[0]], refusal.Parameters.Take(2), StringComparer.OrdinalIgnoreCase);
        Assert.Equal("421", refusal.Command);
        Assert.Equal(3, refusal.Parameters.Count);
    }
}
