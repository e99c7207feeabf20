namespace Confab.Irc.Tests.Doors;

public sealed class OrderTests
{
    // What the kit relies on: once one has the PONG, what it did is ahead of the other's next PONG.
    [Fact]
    public async Task What_was_done_before_a_pong_is_ahead_of_the_others_pong()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        for (var round = 0; round < 50; round++)
        {
            await clients[0].AskAsync($"PRIVMSG #tea :round {round}");
            Assert.Equal($"PRIVMSG #tea round {round}", Assert.Single(await clients[1].SyncAsync()).Said);
        }
    }

    // One room has one order: two that speak at once are heard in the same order by everybody.
    [Fact]
    public async Task All_hear_the_same_order()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol", "dave");

        var lines = Enumerable.Range(0, 40).Select(index => $"PRIVMSG #tea :{index}").ToArray();
        await Task.WhenAll(clients[0].AskAsync(lines), clients[1].AskAsync(lines));
        var carol = (await clients[2].SyncAsync()).Select(message => message.Raw).ToList();
        var dave = (await clients[3].SyncAsync()).Select(message => message.Raw).ToList();

        Assert.Equal(80, carol.Count);
        Assert.Equal(carol, dave);
    }

    // An answer is in its place among what others do.
    [Fact]
    public async Task Answers_come_in_the_order_of_the_questions()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.AskAsync("JOIN #tea", "PING one", "TOPIC #tea", "PING two", "PART #tea");

        Assert.Equal(["JOIN", "366", "PONG", "331", "PONG", "PART"], replies.Commands.Where(command => command is not ("MODE" or "353")));
    }

    // Numeric Replies: their target is the nickname of now
    [Fact]
    public async Task After_a_change_of_nick_replies_are_to_the_new_one()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal("alicia", (await alice.AskAsync("NICK alicia", "TOPIC #nowhere")).One("403")[0]);
    }
}
