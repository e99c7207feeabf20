namespace Confab.Irc.Tests.Channels;

public sealed class PartTests
{
    // PART message
    [Fact]
    public async Task A_part_is_seen_by_all_with_its_reason()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        var own = (await clients[1].AskAsync("PART #tea :the kettle boils")).One("PART");
        var seen = (await clients[0].SyncAsync()).One("PART");

        Assert.Equal("PART #tea the kettle boils", own.Said);
        Assert.Equal(own.Raw, seen.Raw);
        Assert.Equal("bob", seen.Nick);
    }

    // PART message: without a reason there is none
    [Fact]
    public async Task A_part_without_reason_has_none()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        Assert.Equal("PART #tea", (await alice.AskAsync("PART #tea")).One("PART").Said);
    }

    // PART message: the reason stands on each of the messages
    [Fact]
    public async Task Several_channels_are_left_with_the_same_reason()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea,#cake");

        var parts = (await alice.AskAsync("PART #tea,#cake :off")).All("PART");

        Assert.Equal(["PART #tea off", "PART #cake off"], parts.Select(part => part.Said));
    }

    // ERR_NOTONCHANNEL (442)
    [Fact]
    public async Task Leaving_a_channel_one_is_not_in_is_442()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");
        var bob = await server.RegisterAsync("bob");

        var replies = await bob.AskAsync("PART #tea");

        Assert.Equal(["bob", "#tea"], Assert.Single(replies).Parameters.Take(2));
        replies.One("442");
    }

    // ERR_NOSUCHCHANNEL (403)
    [Fact]
    public async Task Leaving_a_channel_that_does_not_exist_is_403()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "#nowhere"], (await alice.AskAsync("PART #nowhere")).One("403").Parameters.Take(2));
    }

    // PART message: a channel that fails is skipped
    [Fact]
    public async Task A_channel_that_cannot_be_left_does_not_hinder_the_next()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        var replies = await alice.AskAsync("PART #nowhere,#tea");

        Assert.Equal(["403", "PART"], replies.Commands);
    }

    // ERR_NEEDMOREPARAMS (461)
    [Fact]
    public async Task Part_without_channel_is_461()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "PART"], (await alice.AskAsync("PART")).One("461").Parameters.Take(2));
    }

    // JOIN message: who has left hears nothing more
    [Fact]
    public async Task Who_has_left_hears_nothing_more()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[1].AskAsync("PART #tea");

        await clients[0].AskAsync("PRIVMSG #tea :alone now", "TOPIC #tea :quiet");

        (await clients[1].SyncAsync()).AreNone();
    }

    // PART message: the name as it is compared
    [Fact]
    public async Task A_channel_may_be_left_in_another_case()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        Assert.Equal("#tea", (await alice.AskAsync("PART #TEA")).One("PART")[0], ignoreCase: true);
    }
}
