namespace Confab.Irc.Tests.V3.Responses;

/// <summary>What somebody says comes back (echo-message).</summary>
public sealed class EchoMessageTests
{
    // Description: PRIVMSG and NOTICE come back, from oneself, with the target they were sent to.
    [Theory]
    [InlineData("PRIVMSG #room :hi")]
    [InlineData("NOTICE #room :hi")]
    [InlineData("PRIVMSG bob :hi")]
    [InlineData("NOTICE bob :hi")]
    [InlineData("PRIVMSG #room :\u0001ACTION waves\u0001")]
    [InlineData("PRIVMSG bob :\u0001VERSION\u0001")]
    public async Task What_was_said_comes_back_once(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "echo-message");
        await server.EnterAsync("#room", "bob");
        await alice.SyncAsync();
        var echo = Assert.Single(await alice.AskAsync(line));
        Assert.Equal(line.Replace(":", "", StringComparison.Ordinal), echo.Said);
        Assert.StartsWith("alice!", echo.Source, StringComparison.Ordinal);
    }

    // Description: only for those who asked.
    [Fact]
    public async Task Without_the_capability_nothing_comes_back()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        (await alice.AskAsync("PRIVMSG #room :hi", "NOTICE #room :hi", "@+foo TAGMSG #room")).AreNone();
    }

    // Description: one echo for each target.
    [Fact]
    public async Task Each_target_has_its_own_echo()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "echo-message");
        await server.RegisterAsync("bob");
        await server.RegisterAsync("carol");
        var echoes = (await alice.AskAsync("PRIVMSG bob,carol :hi")).All("PRIVMSG");
        Assert.Equal(["bob", "carol"], echoes.Select(echo => echo[0]).Order());
    }

    // Description: the echo is what others see.
    [Fact]
    public async Task The_echo_is_what_others_see()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "echo-message", "message-tags", "server-time");
        var bob = await server.EnterAsync("#room", "bob", "message-tags", "server-time");
        var echo = (await alice.AskAsync("@+foo=bar PRIVMSG #ROOM :hi")).One("PRIVMSG");
        Assert.Equal((await bob.SyncAsync()).One("PRIVMSG").Raw, echo.Raw);
    }

    // Limitations: to oneself there are two, the echo and the delivery.
    [Fact]
    public async Task A_message_to_oneself_comes_twice()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "echo-message");
        Assert.Equal(2, (await alice.AskAsync("PRIVMSG alice :note")).All("PRIVMSG").Count);
    }

    // Description: what was not delivered is not echoed.
    [Theory]
    [InlineData("PRIVMSG nobody :hi")]
    [InlineData("PRIVMSG #nowhere :hi")]
    [InlineData("PRIVMSG #room :hi")]
    public async Task What_was_refused_does_not_come_back(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var bob = await server.EnterAsync("#room", "bob");
        await bob.AskAsync("MODE #room +n");
        var alice = await server.RegisterAsync("alice", "echo-message");
        (await alice.AskAsync(line)).Lacks("PRIVMSG");
    }

    // Description: to the operators of a room as well.
    [Fact]
    public async Task A_message_to_operators_comes_back_with_its_prefix()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "echo-message");
        Assert.Equal("@#room", (await alice.AskAsync("PRIVMSG @#room :hi")).One("PRIVMSG")[0]);
    }

    // Description: a client of any other kind of line needs no echo of it.
    [Fact]
    public async Task Other_commands_are_not_doubled()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "echo-message");
        (await alice.AskAsync("TOPIC #room :tea")).One("TOPIC");
    }
}
