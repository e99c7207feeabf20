namespace Confab.Irc.Tests.Isupport;

/// <summary>What is announced is what is done.</summary>
public sealed class TokenBehaviourTests
{
    // TOPICLEN parameter
    [Fact]
    public async Task A_topic_of_the_announced_length_stays_whole_and_a_longer_one_is_cut()
    {
        await using var server = await IrcServer.StartAsync();
        var (alice, tokens) = await RegisterAsync(server);
        await alice.JoinAsync("#tea");
        var length = Math.Min(tokens.Number("TOPICLEN"), 400);

        var topic = (await alice.AskAsync($"TOPIC #tea :{new string('t', length)}")).One("TOPIC");
        var cut = (await alice.AskAsync($"TOPIC #tea :{new string('u', 480)}")).One("TOPIC");

        Assert.Equal(new string('t', length), topic[1]);
        Assert.InRange(cut[1].Length, 1, Math.Min(tokens.Number("TOPICLEN"), 480));
    }

    // KICKLEN parameter
    [Fact]
    public async Task A_kick_reason_is_cut_to_the_announced_length()
    {
        await using var server = await IrcServer.StartAsync();
        var (alice, tokens) = await RegisterAsync(server);
        await alice.JoinAsync("#tea");
        var bob = await server.RegisterAsync("bob");
        await bob.JoinAsync("#tea");

        var kick = (await alice.AskAsync($"KICK #tea bob :{new string('k', 480)}")).One("KICK");

        Assert.InRange(kick[2].Length, Math.Min(tokens.Number("KICKLEN"), 350), tokens.Number("KICKLEN"));
    }

    // AWAYLEN parameter
    [Fact]
    public async Task An_away_text_is_cut_to_the_announced_length()
    {
        await using var server = await IrcServer.StartAsync();
        var (alice, tokens) = await RegisterAsync(server);
        await alice.AskAsync($"AWAY :{new string('a', 490)}");

        var away = (await alice.AskAsync("WHOIS alice")).One("301");

        Assert.InRange(away[2].Length, Math.Min(tokens.Number("AWAYLEN"), 350), tokens.Number("AWAYLEN"));
    }

    // CHANNELLEN parameter
    [Fact]
    public async Task A_channel_name_of_the_announced_length_can_be_joined_and_a_longer_one_cannot()
    {
        await using var server = await IrcServer.StartAsync();
        var (alice, tokens) = await RegisterAsync(server);
        var longest = "#" + new string('c', tokens.Number("CHANNELLEN") - 1);

        await alice.JoinAsync(longest);
        var replies = await alice.AskAsync($"JOIN {longest}d");

        Assert.Equal($"{longest}d", Assert.Single(replies)[1]);
        Assert.Contains(replies[0].Command, new[] { "403", "476", "479" });
    }

    // CHANLIMIT parameter, ERR_TOOMANYCHANNELS (405)
    [Fact]
    public async Task One_channel_more_than_the_announced_limit_is_405()
    {
        await using var server = await IrcServer.StartAsync(("limits.roomsPerSession", "3"));
        var (alice, tokens) = await RegisterAsync(server);

        var replies = await alice.AskAsync("JOIN #a,#b,#c,#d");

        Assert.Equal("#:3", tokens["CHANLIMIT"]);
        Assert.Equal(3, replies.All("JOIN").Count);
        Assert.Equal(["alice", "#d"], replies.One("405").Parameters.Take(2));
    }

    // MODES parameter: so many modes with a parameter in one line
    [Fact]
    public async Task As_many_modes_as_announced_are_set_by_one_line()
    {
        await using var server = await IrcServer.StartAsync();
        var (alice, tokens) = await RegisterAsync(server);
        await alice.JoinAsync("#tea");
        var count = tokens.All["MODES"] is { Length: > 0 } ? Math.Min(tokens.Number("MODES"), 10) : 10;

        var masks = Enumerable.Range(0, count).Select(index => $"m{index}!*@*").ToList();
        await alice.AskAsync($"MODE #tea +{new string('b', count)} {string.Join(' ', masks)}");

        var list = await alice.AskAsync("MODE #tea b");
        Assert.Equal(masks.Order(StringComparer.Ordinal), list.All("367").Select(ban => ban[2]).Order(StringComparer.Ordinal));
    }

    // TARGMAX parameter, ERR_TOOMANYTARGETS (407)
    [Fact]
    public async Task More_targets_than_announced_are_407_or_dropped()
    {
        await using var server = await IrcServer.StartAsync();
        var (alice, tokens) = await RegisterAsync(server);
        var limit = int.Parse(tokens["TARGMAX"].Split(',').Single(pair => pair.StartsWith("PRIVMSG:", StringComparison.Ordinal)).Split(':')[1]);

        var targets = Enumerable.Range(0, limit + 1).Select(index => $"nobody{(char)('a' + index)}");
        var replies = await alice.AskAsync($"PRIVMSG {string.Join(',', targets)} :hi");

        Assert.True(replies.All("407").Count == 1 || replies.All("401").Count == limit, replies.ToString());
    }

    // CASEMAPPING parameter: what is announced is the setting
    [Theory]
    [InlineData("ascii", "ascii")]
    [InlineData("rfc1459", "rfc1459")]
    [InlineData("precis", "rfc8265")]
    public async Task The_case_mapping_of_the_setting_is_announced(string setting, string token)
    {
        await using var server = await IrcServer.StartAsync(("irc.caseMapping", setting));
        var (_, tokens) = await RegisterAsync(server);

        Assert.Contains(tokens["CASEMAPPING"], new[] { token, setting, token == "rfc8265" ? "rfc7613" : token });
    }

    // VERSION message: the same tokens as in the burst
    [Fact]
    public async Task Version_repeats_the_tokens_of_the_burst()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        var burst = await client.RegisterAsync("alice");

        var replies = await client.AskAsync("VERSION");

        Assert.Equal(burst.All("005").Select(line => line.Raw), replies.All("005").Select(line => line.Raw));
    }

    private static async Task<(IrcClient Client, Tokens Tokens)> RegisterAsync(IrcServer server)
    {
        var client = await server.ConnectAsync();
        return (client, Tokens.Of(await client.RegisterAsync("alice")));
    }
}
