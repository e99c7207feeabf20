using System.Text;

namespace Confab.Irc.Tests.V3.Lists;

/// <summary>Nothing but UTF-8 (UTF8ONLY). The kit itself refuses lines of the server that are not.</summary>
public sealed class Utf8OnlyTests
{
    // The token: without a value.
    [Fact]
    public async Task The_token_is_there()
    {
        await using var server = await IrcServer.StartAsync();
        Assert.Null((await server.SupportedAsync()).All["UTF8ONLY"]);
    }

    // The token and the code: nothing that is not UTF-8 is relayed; who sent it is told.
    [Theory]
    [InlineData("PRIVMSG", "PRIVMSG #room :caf")]
    [InlineData("NOTICE", "NOTICE #room :caf")]
    [InlineData("PRIVMSG", "PRIVMSG bob :caf")]
    [InlineData("TOPIC", "TOPIC #room :caf")]
    [InlineData("SETNAME", "SETNAME :caf")]
    [InlineData("AWAY", "AWAY :caf")]
    public async Task Other_bytes_are_not_relayed(string command, string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "standard-replies");
        var bob = await server.EnterAsync("#room", "bob", "setname", "away-notify");
        await alice.SyncAsync();
        await alice.SendBytesAsync([.. Encoding.ASCII.GetBytes(line), 0xE9, 0xFF, (byte)'\r', (byte)'\n']);
        Assert.Equal([command, "INVALID_UTF8"], (await alice.SyncAsync()).One("FAIL").Parameters.Take(2));
        (await bob.SyncAsync()).AreNone();
    }

    // The code: an asterisk where not even the command could be read.
    [Fact]
    public async Task A_command_that_is_not_UTF_8_has_no_name()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "standard-replies");
        await alice.SendBytesAsync([0xFF, 0xFE, 0xE9, (byte)'\r', (byte)'\n']);
        Assert.Equal(["*", "INVALID_UTF8"], (await alice.SyncAsync()).One("FAIL").Parameters.Take(2));
    }

    // Examples: the real name of USER.
    [Fact]
    public async Task A_real_name_that_is_not_UTF_8_is_refused()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.AskAsync("NICK alice");
        await client.SendBytesAsync([.. "USER alice 0 * :caf"u8, 0xE9, (byte)'\r', (byte)'\n']);
        var replies = await client.SyncAsync();
        Assert.Equal(["USER", "INVALID_UTF8"], replies.One("FAIL").Parameters.Take(2));
        replies.Lacks("001");
    }

    // Implementation considerations: nothing is cut within a character.
    [Fact]
    public async Task A_line_that_is_cut_is_cut_between_characters()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var bob = await server.EnterAsync("#room", "bob");
        await alice.AskAsync("PRIVMSG #room :" + new string('é', 240));
        Assert.All((await bob.SyncAsync()).All("PRIVMSG"), line => Assert.All(line.Last, letter => Assert.Equal('é', letter)));
    }
}
