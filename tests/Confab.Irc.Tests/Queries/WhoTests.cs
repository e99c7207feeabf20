namespace Confab.Irc.Tests.Queries;

public sealed class WhoTests
{
    // RPL_WHOREPLY (352): channel, username, host, server, nick, flags, hops and real name
    [Fact]
    public async Task A_reply_has_its_seven_fields()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        var line = (await clients[0].AskAsync("WHO bob")).One("352");

        Assert.Equal(8, line.Parameters.Count);
        Assert.Equal(["alice", "#tea"], line.Parameters.Take(2));
        Assert.Contains("bob", line[2], StringComparison.Ordinal);
        Assert.NotEmpty(line[3]);
        Assert.Equal([IrcServer.Name, "bob", "H", "0 " + IrcClient.RealNameOf("bob")], line.Parameters.Skip(4));
    }

    // RPL_WHOREPLY (352): username and host are those of the sources
    [Fact]
    public async Task Username_and_host_are_those_that_messages_come_from()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var source = (await alice.JoinAsync("#tea")).One("JOIN");

        var line = (await alice.AskAsync("WHO alice")).One("352");

        Assert.Equal([source.User, source.Host], line.Parameters.Skip(2).Take(2));
    }

    // WHO message: a channel's members; the channel is in each line
    [Fact]
    public async Task A_channel_lists_its_members()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");
        await clients[1].AskAsync("JOIN #cake");

        var replies = await clients[0].AskAsync("WHO #tea");

        Assert.Equal(["alice", "bob", "carol"], replies.All("352").Select(line => line[5]).Order(StringComparer.Ordinal));
        Assert.All(replies.All("352"), line => Assert.Equal("#tea", line[1]));
        Assert.Equal("315", replies.Commands[^1]);
    }

    // RPL_ENDOFWHO (315): the mask as it was given
    [Theory]
    [InlineData("#tea")]
    [InlineData("#nowhere")]
    [InlineData("bob")]
    [InlineData("nobody")]
    [InlineData("b*")]
    [InlineData("0")]
    public async Task The_end_repeats_the_mask(string mask)
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        var replies = await clients[0].AskAsync($"WHO {mask}");

        Assert.Equal(["alice", mask], replies.One("315").Parameters.Take(2));
        Assert.Equal(3, replies.One("315").Parameters.Count);
        Assert.Equal("315", replies.Commands[^1]);
    }

    // WHO message: nobody matches
    [Theory]
    [InlineData("nobody")]
    [InlineData("#nowhere")]
    [InlineData("zzz*")]
    public async Task Where_nobody_matches_there_is_only_the_end(string mask)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal("315", Assert.Single(await alice.AskAsync($"WHO {mask}")).Command);
    }

    // WHO message: absent, 0 and * are all who are visible
    [Theory]
    [InlineData("WHO")]
    [InlineData("WHO 0")]
    [InlineData("WHO *")]
    public async Task Without_a_mask_the_visible_are_listed(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await bob.AskAsync("MODE bob -i");

        var replies = await alice.AskAsync(line);

        Assert.Contains("bob", replies.All("352").Select(one => one[5]));
        Assert.Equal("315", replies.Commands[^1]);
    }

    // WHO message: a pattern of nicknames
    [Theory]
    [InlineData("*")]
    [InlineData("b*")]
    [InlineData("b?b")]
    [InlineData("B*")]
    public async Task A_pattern_finds_nicknames(string mask)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await bob.AskAsync("MODE bob -i");

        Assert.Contains("bob", (await alice.AskAsync($"WHO {mask}")).All("352").Select(line => line[5]));
    }

    // WHO message: also real names and other values
    [Fact]
    public async Task A_pattern_finds_usernames_and_real_names()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.ConnectAsync();
        await bob.SendAsync("NICK bob");
        await bob.SendAsync("USER kettle 0 * :Samovar");
        await bob.ReadBurstAsync();
        await bob.AskAsync("MODE bob -i");

        Assert.Equal("bob", (await alice.AskAsync("WHO *amova*")).One("352")[5]);
        Assert.Equal("bob", (await alice.AskAsync("WHO *kettl*")).One("352")[5]);
    }

    // WHO message: the invisible only for those who share a channel; an exact nickname finds them
    [Fact]
    public async Task The_invisible_are_not_found_by_patterns()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[1].AskAsync("MODE bob +i");
        var carol = await server.RegisterAsync("carol");

        (await carol.AskAsync("WHO b*")).Lacks("352");
        Assert.DoesNotContain("bob", (await carol.AskAsync("WHO #tea")).All("352").Select(line => line[5]));
        Assert.Equal("bob", (await carol.AskAsync("WHO bob")).One("352")[5]);
        Assert.Equal("bob", (await clients[0].AskAsync("WHO b*")).One("352")[5]);
    }

    // Secret Channel Mode: the members of a secret channel are for members
    [Fact]
    public async Task A_secret_channel_is_shown_to_members_only()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("MODE #tea +s", "MODE alice -i");
        var carol = await server.RegisterAsync("carol");

        (await carol.AskAsync("WHO #tea")).Lacks("352");
        Assert.Equal("*", (await carol.AskAsync("WHO alice")).One("352")[1]);
        Assert.Equal(2, (await clients[1].AskAsync("WHO #tea")).All("352").Count);
    }

    // RPL_WHOREPLY (352): * without a channel
    [Fact]
    public async Task Who_is_in_no_channel_has_a_star()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");

        Assert.Equal("*", (await alice.AskAsync("WHO bob")).One("352")[1]);
    }

    // RPL_WHOREPLY (352): away, server operator, rank in the channel, in this order
    [Fact]
    public async Task Flags_have_their_order()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].OperAsync();
        await clients[0].AskAsync("AWAY :gone", "MODE #tea +v bob");

        var lines = (await clients[1].AskAsync("WHO #tea")).All("352");

        Assert.StartsWith("G*@", lines.Single(line => line[5] == "alice")[6], StringComparison.Ordinal);
        Assert.StartsWith("H+", lines.Single(line => line[5] == "bob")[6], StringComparison.Ordinal);
    }

    // RFC 1459 4.5.1: o finds operators only
    [Fact]
    public async Task With_o_only_operators_are_listed()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].OperAsync();

        Assert.Equal("alice", (await clients[1].AskAsync("WHO #tea o")).One("352")[5]);
    }
}
