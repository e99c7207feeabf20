namespace Confab.Irc.Tests.Messages;

public sealed class StatusMessageTests
{
    // PRIVMSG message; STATUSMSG parameter: those of that rank or above
    [Theory]
    [InlineData("@", "alice")]
    [InlineData("%", "alice,bob")]
    [InlineData("+", "alice,bob,carol")]
    public async Task A_message_to_a_rank_reaches_it_and_those_above(string prefix, string hearers)
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol", "dave", "eve");
        await clients[0].AskAsync("MODE #tea +hv bob carol");
        foreach (var client in clients)
        {
            await client.SyncAsync();
        }

        await clients[4].AskAsync($"PRIVMSG {prefix}#tea :help");

        foreach (var client in clients.Take(4))
        {
            var heard = await client.SyncAsync();
            Assert.Equal(hearers.Split(',').Contains(client.Nick) ? [$"PRIVMSG {prefix}#tea help"] : [], heard.Select(message => message.Said));
        }
    }

    // NOTICE message: its targets are the same
    [Fact]
    public async Task A_notice_to_a_rank_does_the_same()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");

        await clients[1].AskAsync("NOTICE @#tea :help");

        Assert.Equal("NOTICE @#tea help", Assert.Single(await clients[0].SyncAsync()).Said);
        (await clients[2].SyncAsync()).AreNone();
    }

    // PRIVMSG message: one or more prefixes mean the lowest
    [Fact]
    public async Task Two_prefixes_mean_the_lower_one()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");
        await clients[0].AskAsync("MODE #tea +h bob");
        await clients[1].SyncAsync();

        await clients[2].AskAsync("PRIVMSG @%#tea :help");

        Assert.Equal("help", (await clients[0].SyncAsync()).One("PRIVMSG")[1]);
        Assert.Equal("help", (await clients[1].SyncAsync()).One("PRIVMSG")[1]);
    }

    // ERR_CANNOTSENDTOCHAN (404): the channel's rules hold
    [Fact]
    public async Task A_stranger_does_not_reach_the_operators_of_a_closed_channel()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice");
        await clients[0].AskAsync("MODE #tea +n");
        var bob = await server.RegisterAsync("bob");

        (await bob.AskAsync("PRIVMSG @#tea :help")).One("404");

        (await clients[0].SyncAsync()).AreNone();
    }
}
