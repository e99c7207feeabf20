namespace Confab.Irc.Tests.Channels;

public sealed class KickTests
{
    // KICK message
    [Fact]
    public async Task A_kick_is_seen_by_all_and_by_the_kicked()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");

        var own = (await clients[0].AskAsync("KICK #tea bob :spilled it")).One("KICK");

        Assert.Equal("KICK #tea bob spilled it", own.Said);
        Assert.Equal("alice", own.Nick);
        Assert.Equal(own.Raw, (await clients[1].SyncAsync()).One("KICK").Raw);
        Assert.Equal(own.Raw, (await clients[2].SyncAsync()).One("KICK").Raw);
    }

    // KICK message: the kicked is out
    [Fact]
    public async Task The_kicked_is_no_member_any_more()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("KICK #tea bob", "PRIVMSG #tea :gone");

        (await clients[1].SyncAsync()).Lacks("PRIVMSG");
        (await clients[1].AskAsync("PART #tea")).One("442");
        await clients[1].JoinAsync("#tea");
    }

    // KICK message: without a comment there is a default one
    [Theory]
    [InlineData("KICK #tea bob")]
    [InlineData("KICK #tea bob :")]
    public async Task A_kick_without_comment_has_a_default_one(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        await clients[0].AskAsync(line);
        var kick = (await clients[1].SyncAsync()).One("KICK");

        Assert.Equal(3, kick.Parameters.Count);
        Assert.True(kick[2].Length > 0 || line.EndsWith(':'), kick.Raw);
    }

    // KICK message: several users, one message each
    [Fact]
    public async Task Several_users_are_kicked_by_one_line()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol", "dave");

        var replies = await clients[0].AskAsync("KICK #tea bob,carol,dave :closing");

        Assert.Equal(["KICK #tea bob closing", "KICK #tea carol closing", "KICK #tea dave closing"], replies.Select(kick => kick.Said));
    }

    // KICK message: as many channels as users
    [Fact]
    public async Task Channels_and_users_may_be_given_in_pairs()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");
        foreach (var client in clients)
        {
            await client.AskAsync("JOIN #cake");
        }

        await clients[0].SyncAsync();
        var replies = await clients[0].AskAsync("KICK #tea,#cake bob,carol :pairs");

        Assert.Equal(["KICK #tea bob pairs", "KICK #cake carol pairs"], replies.Select(kick => kick.Said));
    }

    // KICK message: neither one channel nor as many as users
    [Fact]
    public async Task Channels_that_do_not_fit_the_users_kick_nobody()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");
        await clients[0].AskAsync("JOIN #cake,#milk");

        (await clients[0].AskAsync("KICK #tea,#cake,#milk bob,carol :three for two")).One("461");

        (await clients[1].SyncAsync()).Lacks("KICK");
    }

    // ERR_USERNOTINCHANNEL (441)
    [Fact]
    public async Task Kicking_who_is_not_there_is_441()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");
        await server.RegisterAsync("bob");

        Assert.Equal(["alice", "bob", "#tea"], (await alice.AskAsync("KICK #tea bob")).One("441").Parameters.Take(3));
    }

    // ERR_NOSUCHNICK (401) or ERR_USERNOTINCHANNEL (441)
    [Fact]
    public async Task Kicking_who_does_not_exist_is_401_or_441()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        var refusal = Assert.Single(await alice.AskAsync("KICK #tea nobody"));

        Assert.Contains(refusal.Command, new[] { "401", "441" });
        Assert.Equal("nobody", refusal[1]);
    }

    // ERR_NOTONCHANNEL (442)
    [Fact]
    public async Task Kicking_from_outside_is_442()
    {
        await using var server = await IrcServer.StartAsync();
        await server.GatherAsync("#tea", "alice", "bob");
        var carol = await server.RegisterAsync("carol");

        Assert.Equal(["carol", "#tea"], (await carol.AskAsync("KICK #tea bob")).One("442").Parameters.Take(2));
    }

    // ERR_CHANOPRIVSNEEDED (482)
    [Theory]
    [InlineData("")]
    [InlineData("v")]
    public async Task Kicking_without_rank_is_482(string rank)
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");
        await clients[0].AskAsync($"MODE #tea +{rank} bob");
        await clients[2].SyncAsync();

        var refusal = (await clients[1].AskAsync("KICK #tea carol :try")).One("482");

        Assert.Equal(["bob", "#tea"], refusal.Parameters.Take(2));
        (await clients[2].SyncAsync()).Lacks("KICK");
    }

    // Halfop Prefix, Operator Prefix: nobody kicks above their rank
    [Fact]
    public async Task A_half_operator_kicks_members_and_no_operators()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");
        await clients[0].AskAsync("MODE #tea +h bob");
        await clients[1].SyncAsync();

        (await clients[1].AskAsync("KICK #tea alice :up")).One("482");
        (await clients[1].AskAsync("KICK #tea carol :down")).One("KICK");
    }

    // ERR_NOSUCHCHANNEL (403)
    [Fact]
    public async Task Kicking_from_a_channel_that_does_not_exist_is_403()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "#nowhere"], (await alice.AskAsync("KICK #nowhere bob")).One("403").Parameters.Take(2));
    }

    // ERR_NEEDMOREPARAMS (461)
    [Theory]
    [InlineData("KICK")]
    [InlineData("KICK #tea")]
    public async Task Kick_with_too_few_parameters_is_461(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        Assert.Equal(["alice", "KICK"], (await alice.AskAsync(line)).One("461").Parameters.Take(2));
    }
}
