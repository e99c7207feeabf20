namespace Confab.Irc.Tests.Registration;

public sealed class PingTests
{
    // PING message
    [Fact]
    public async Task A_ping_is_answered_with_its_token()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        await alice.SendAsync("PING :a b:c");
        var pong = await alice.ReadAsync();

        Assert.Equal("PONG confab.local a b:c", pong.Said);
        Assert.Equal(IrcServer.Name, pong.Source);
    }

    // PING message: a server may accept it during registration, and ours does
    [Fact]
    public async Task A_ping_is_answered_before_registration()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        await client.SendAsync("PING early");

        Assert.Equal("PONG confab.local early", (await client.ReadAsync()).Said);
    }

    // PING message, ERR_NEEDMOREPARAMS (461)
    [Fact]
    public async Task A_ping_without_token_needs_more_parameters()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.AskAsync("PING");

        Assert.Equal(["461", "alice", "PING"], replies.One("461").Parameters.Take(2).Prepend("461"));
    }

    // PING message, ERR_NOORIGIN (409): a token is not empty
    [Fact]
    public async Task A_ping_with_an_empty_token_has_no_origin()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.AskAsync("PING :");

        Assert.Equal("alice", replies.One("409")[0]);
    }

    // PONG message: no numeric replies
    [Fact]
    public async Task A_pong_is_never_answered()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        (await alice.AskAsync("PONG", "PONG :nothing asked", "PONG confab.local token")).AreNone();
    }
}
