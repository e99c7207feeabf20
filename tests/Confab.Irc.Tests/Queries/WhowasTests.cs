namespace Confab.Irc.Tests.Queries;

public sealed class WhowasTests
{
    // RPL_WHOWASUSER (314), RPL_WHOISSERVER (312), RPL_ENDOFWHOWAS (369)
    [Fact]
    public async Task Who_has_left_is_described()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var source = await LeaveAsync(server, "bob", "first");

        var replies = await alice.AskAsync("WHOWAS bob");

        Assert.Equal(["314", "312", "369"], replies.Commands.Where(command => command is "314" or "312" or "369"));
        Assert.Equal(["alice", "bob", source.User, source.Host, "*", "first"], replies.One("314").Parameters);
        Assert.Equal(["alice", "bob", IrcServer.Name], replies.One("312").Parameters.Take(3));
        Assert.Equal(["alice", "bob"], replies.One("369").Parameters.Take(2));
    }

    // RFC 2812 3.6.3: the most recent first, up to count
    [Theory]
    [InlineData("WHOWAS bob", "third,second,first")]
    [InlineData("WHOWAS bob 1", "third")]
    [InlineData("WHOWAS bob 2", "third,second")]
    [InlineData("WHOWAS bob 0", "third,second,first")]
    [InlineData("WHOWAS bob -1", "third,second,first")]
    [InlineData("WHOWAS BOB 1", "third")]
    public async Task The_newest_come_first_and_are_counted(string line, string expected)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        foreach (var time in new[] { "first", "second", "third" })
        {
            await LeaveAsync(server, "bob", time);
        }

        var replies = await alice.AskAsync(line);

        Assert.Equal(expected.Split(','), replies.All("314").Select(entry => entry[5]));
        Assert.Equal("369", replies.Commands[^1]);
    }

    // RFC 2812 3.6.3: a nickname that was changed is one that no longer exists
    [Fact]
    public async Task Who_changed_the_nick_is_described()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await bob.AskAsync("NICK robert");

        Assert.Equal("bob", (await alice.AskAsync("WHOWAS bob")).One("314")[1]);
    }

    // ERR_WASNOSUCHNICK (406), then the end
    [Fact]
    public async Task Who_never_was_is_406_and_the_end()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.AskAsync("WHOWAS nobody");

        Assert.Equal(["406", "369"], replies.Commands);
        Assert.Equal(["alice", "nobody"], replies[0].Parameters.Take(2));
        Assert.Equal(["alice", "nobody"], replies[1].Parameters.Take(2));
    }

    // ERR_WASNOSUCHNICK (406): who is still here is not past
    [Fact]
    public async Task Who_is_here_for_the_first_time_is_406()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        (await alice.AskAsync("WHOWAS alice")).One("406");
    }

    // ERR_NONICKNAMEGIVEN (431)
    [Fact]
    public async Task Without_parameter_it_is_431()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Contains(Assert.Single(await alice.AskAsync("WHOWAS")).Command, new[] { "431", "461" });
    }

    private static async Task<IrcMessage> LeaveAsync(IrcServer server, string nick, string realName)
    {
        var client = await server.ConnectAsync();
        await client.SendAsync($"NICK {nick}");
        await client.SendAsync($"USER {nick} 0 * :{realName}");
        await client.ReadBurstAsync();
        var source = (await client.AskAsync("JOIN #tea")).One("JOIN");
        await client.SendAsync("QUIT");
        await client.ReadToEndAsync();
        return source;
    }
}
