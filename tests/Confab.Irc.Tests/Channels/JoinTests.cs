namespace Confab.Irc.Tests.Channels;

public sealed class JoinTests
{
    // JOIN message: JOIN, then (no topic) nothing, then the names
    [Fact]
    public async Task A_join_is_echoed_and_followed_by_the_names()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.JoinAsync("#tea");

        Assert.Equal(["JOIN", "353", "366"], replies.Commands.Where(command => command != "MODE"));
        Assert.Equal("JOIN #tea", replies[0].Said);
        Assert.StartsWith("alice!", replies[0].Source, StringComparison.Ordinal);
    }

    // JOIN message: RPL_TOPIC and RPL_TOPICWHOTIME between JOIN and the names
    [Fact]
    public async Task A_topic_stands_between_the_join_and_the_names()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");
        await alice.AskAsync("TOPIC #tea :Green or black");

        var bob = await server.RegisterAsync("bob");
        var replies = await bob.JoinAsync("#tea");

        Assert.Equal(["JOIN", "332", "333", "353", "366"], replies.Commands.Where(command => command is "JOIN" or "332" or "333" or "353" or "366"));
        Assert.Equal(["bob", "#tea", "Green or black"], replies.One("332").Parameters);
    }

    // JOIN message: 331 is not sent on joining
    [Fact]
    public async Task Without_a_topic_nothing_is_said_about_it()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        (await alice.JoinAsync("#tea")).Lacks("331", "332", "333");
    }

    // JOIN message; RPL_NAMREPLY (353); RPL_ENDOFNAMES (366)
    [Fact]
    public async Task The_names_include_the_newcomer()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");
        var bob = await server.RegisterAsync("bob");

        var replies = await bob.JoinAsync("#tea");

        Assert.Equal(["bob", "=", "#tea"], replies.One("353").Parameters.Take(3));
        Assert.Equal(["@alice", "bob"], replies.One("353")[3].Trim().Split(' ').Order(StringComparer.Ordinal));
        Assert.Equal(["bob", "#tea"], replies.One("366").Parameters.Take(2));
        Assert.Equal(3, replies.One("366").Parameters.Count);
    }

    // Channels: who creates a channel becomes its operator
    [Fact]
    public async Task Who_creates_a_channel_is_its_operator_and_who_comes_later_is_not()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        var names = (await clients[0].AskAsync("NAMES #tea")).One("353")[3].Trim().Split(' ');

        Assert.Equal(["@alice", "bob"], names.Order(StringComparer.Ordinal));
    }

    // JOIN message: the others are told
    [Fact]
    public async Task The_others_see_the_join()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");
        var bob = await server.RegisterAsync("bob");
        await bob.JoinAsync("#tea");

        var join = (await alice.SyncAsync()).One("JOIN");

        Assert.Equal("bob", join.Nick);
        Assert.Equal("JOIN #tea", join.Said);
        Assert.NotEmpty(join.User);
        Assert.NotEmpty(join.Host);
    }

    // JOIN message: several channels become several messages
    [Fact]
    public async Task Several_channels_are_joined_one_after_the_other()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.AskAsync("JOIN #tea,#cake,#milk");

        Assert.Equal(["JOIN #tea", "JOIN #cake", "JOIN #milk"], replies.All("JOIN").Select(join => join.Said));
        Assert.Equal(["#tea", "#cake", "#milk"], replies.All("366").Select(end => end[1]));
    }

    // JOIN message: the first key for the first channel, and so on
    [Fact]
    public async Task Keys_belong_to_channels_by_their_place()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea,#cake,#milk", "MODE #tea +k green", "MODE #cake +k sweet");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(2, (await bob.AskAsync("JOIN #tea,#cake sweet,green")).All("475").Count);
        var replies = await bob.AskAsync("JOIN #tea,#cake,#milk green,sweet");

        Assert.Equal(["#tea", "#cake", "#milk"], replies.All("JOIN").Select(join => join[0]));
    }

    // JOIN message: one refusal does not stop the rest
    [Fact]
    public async Task A_channel_that_cannot_be_joined_does_not_hinder_the_next()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.AskAsync("JOIN tea,#tea");

        Assert.Equal("#tea", replies.One("JOIN")[0]);
        Assert.Contains(replies[0].Command, new[] { "403", "476" });
    }

    // JOIN message: 0 leaves all channels
    [Fact]
    public async Task Join_0_leaves_every_channel()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[1].JoinAsync("#cake");

        var replies = await clients[1].AskAsync("JOIN 0");

        Assert.Equal(["#cake", "#tea"], replies.All("PART").Select(part => part[0]).Order(StringComparer.Ordinal));
        Assert.Equal("bob", (await clients[0].SyncAsync()).One("PART").Nick);
    }

    // ERR_NEEDMOREPARAMS (461)
    [Fact]
    public async Task Join_without_channel_is_461()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "JOIN"], (await alice.AskAsync("JOIN")).One("461").Parameters.Take(2));
    }

    // ERR_NOSUCHCHANNEL (403), ERR_BADCHANMASK (476)
    [Theory]
    [InlineData("tea")]
    [InlineData("#")]
    [InlineData("!tea")]
    [InlineData("&tea")]
    [InlineData("+tea")]
    [InlineData("#a\u0007b")]
    public async Task A_name_that_is_no_channel_name_is_refused(string name)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var refusal = Assert.Single(await alice.AskAsync($"JOIN {name}"));

        Assert.Contains(refusal.Command, new[] { "403", "476", "479" });
        Assert.Equal(3, refusal.Parameters.Count);
    }

    // JOIN message: who is in already hears nothing
    [Fact]
    public async Task Joining_again_does_nothing()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        (await clients[1].AskAsync("JOIN #tea")).Lacks("JOIN", "353");

        (await clients[0].SyncAsync()).AreNone();
    }

    // Channels: the names of one channel differ in case only
    [Fact]
    public async Task Channel_names_are_the_same_in_any_case()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#Tea");
        var bob = await server.RegisterAsync("bob");

        var replies = await bob.JoinAsync("#tea");

        Assert.Contains("alice", replies.One("353")[3], StringComparison.Ordinal);
        Assert.Equal("bob", (await alice.SyncAsync()).One("JOIN").Nick);
    }

    // Channels: a channel may have letters of any script
    [Fact]
    public async Task A_channel_may_have_a_name_in_another_script()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal("JOIN #чай", (await alice.JoinAsync("#чай")).One("JOIN").Said);
    }

    // JOIN message, ERR_BADCHANNELKEY (475)
    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("GREEN")]
    public async Task A_wrong_key_is_475(string key)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");
        await alice.AskAsync("MODE #tea +k green");
        var bob = await server.RegisterAsync("bob");

        var replies = await bob.AskAsync($"JOIN #tea {key}");

        Assert.Equal(["bob", "#tea"], replies.One("475").Parameters.Take(2));
        Assert.Equal(3, replies.One("475").Parameters.Count);
        replies.Lacks("JOIN");
    }
}
