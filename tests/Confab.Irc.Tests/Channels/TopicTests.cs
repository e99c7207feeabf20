using System.Globalization;

namespace Confab.Irc.Tests.Channels;

public sealed class TopicTests
{
    // TOPIC message: all members, the author included, are told
    [Fact]
    public async Task A_new_topic_is_told_to_all()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        var own = (await clients[0].AskAsync("TOPIC #tea :Green or black")).One("TOPIC");
        var seen = (await clients[1].SyncAsync()).One("TOPIC");

        Assert.Equal("TOPIC #tea Green or black", own.Said);
        Assert.Equal(own.Raw, seen.Raw);
        Assert.Equal("alice", seen.Nick);
    }

    // TOPIC message: an empty one clears it
    [Fact]
    public async Task An_empty_topic_clears_it()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("TOPIC #tea :Green");
        await clients[1].SyncAsync();

        await clients[0].AskAsync("TOPIC #tea :");

        Assert.Equal(["#tea", ""], (await clients[1].SyncAsync()).One("TOPIC").Parameters);
        Assert.Equal(["alice", "#tea"], (await clients[0].AskAsync("TOPIC #tea")).One("331").Parameters.Take(2));
    }

    // RPL_NOTOPIC (331)
    [Fact]
    public async Task Without_a_topic_the_answer_is_331()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        var replies = await alice.AskAsync("TOPIC #tea");

        Assert.Equal(["alice", "#tea"], Assert.Single(replies).Parameters.Take(2));
        Assert.Equal(3, replies.One("331").Parameters.Count);
    }

    // RPL_TOPIC (332), RPL_TOPICWHOTIME (333)
    [Fact]
    public async Task A_topic_is_told_with_its_author_and_time()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("TOPIC #tea :Green");
        await clients[1].SyncAsync();

        var replies = await clients[1].AskAsync("TOPIC #tea");

        Assert.Equal(["332", "333"], replies.Commands);
        Assert.Equal(["bob", "#tea", "Green"], replies.One("332").Parameters);
        Assert.Equal(["bob", "#tea"], replies.One("333").Parameters.Take(2));
        Assert.Equal("alice", replies.One("333")[2].Split('!')[0]);
        var set = DateTimeOffset.FromUnixTimeSeconds(long.Parse(replies.One("333")[3], CultureInfo.InvariantCulture));
        Assert.InRange(DateTimeOffset.UtcNow - set, TimeSpan.FromSeconds(-1), TimeSpan.FromMinutes(1));
    }

    // Protected Topic Mode, ERR_CHANOPRIVSNEEDED (482)
    [Fact]
    public async Task A_protected_topic_is_changed_by_operators_only()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("MODE #tea +t");
        await clients[1].SyncAsync();

        var replies = await clients[1].AskAsync("TOPIC #tea :Coffee");

        Assert.Equal(["bob", "#tea"], replies.One("482").Parameters.Take(2));
        (await clients[0].SyncAsync()).Lacks("TOPIC");
        (await clients[0].AskAsync("TOPIC #tea :Green")).One("TOPIC");
    }

    // Protected Topic Mode: a half operator is enough
    [Fact]
    public async Task A_half_operator_may_change_a_protected_topic_and_a_voice_may_not()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");
        await clients[0].AskAsync("MODE #tea +thv bob carol");

        (await clients[1].AskAsync("TOPIC #tea :Half")).One("TOPIC");
        (await clients[2].AskAsync("TOPIC #tea :Voice")).One("482");
    }

    // Protected Topic Mode: without it anyone in the channel may
    [Fact]
    public async Task Without_protection_every_member_may_change_the_topic()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("MODE #tea -t");

        (await clients[1].AskAsync("TOPIC #tea :Coffee")).One("TOPIC");

        Assert.Equal("bob", (await clients[0].SyncAsync()).One("TOPIC").Nick);
    }

    // ERR_NOTONCHANNEL (442)
    [Fact]
    public async Task Setting_the_topic_from_outside_is_442()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea -t");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(["bob", "#tea"], (await bob.AskAsync("TOPIC #tea :Coffee")).One("442").Parameters.Take(2));
    }

    // ERR_NOSUCHCHANNEL (403)
    [Theory]
    [InlineData("TOPIC #nowhere")]
    [InlineData("TOPIC #nowhere :Hello")]
    public async Task The_topic_of_a_channel_that_does_not_exist_is_403(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "#nowhere"], Assert.Single(await alice.AskAsync(line)).Parameters.Take(2));
        (await alice.AskAsync(line)).One("403");
    }

    // ERR_NEEDMOREPARAMS (461)
    [Fact]
    public async Task Topic_without_channel_is_461()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "TOPIC"], (await alice.AskAsync("TOPIC")).One("461").Parameters.Take(2));
    }

    // Secret Channel Mode: strangers learn nothing of it
    [Fact]
    public async Task The_topic_of_a_secret_channel_is_not_told_to_strangers()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +s", "TOPIC #tea :hidden");
        var bob = await server.RegisterAsync("bob");

        var replies = await bob.AskAsync("TOPIC #tea");

        replies.Lacks("332", "333");
        Assert.Contains(Assert.Single(replies).Command, new[] { "403", "442" });
    }
}
