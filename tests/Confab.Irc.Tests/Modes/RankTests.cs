namespace Confab.Irc.Tests.Modes;

public sealed class RankTests
{
    // Channel Membership Prefixes
    [Theory]
    [InlineData("o", "@")]
    [InlineData("h", "%")]
    [InlineData("v", "+")]
    public async Task A_rank_is_given_shown_and_taken(string mode, string prefix)
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        Assert.Equal($"MODE #tea +{mode} bob", (await clients[0].AskAsync($"MODE #tea +{mode} bob")).One("MODE").Said);
        Assert.Equal($"MODE #tea +{mode} bob", (await clients[1].SyncAsync()).One("MODE").Said);
        Assert.Contains($"{prefix}bob", (await clients[0].AskAsync("NAMES #tea")).One("353")[3].Split(' '));

        Assert.Equal($"MODE #tea -{mode} bob", (await clients[0].AskAsync($"MODE #tea -{mode} bob")).One("MODE").Said);
        Assert.Contains("bob", (await clients[0].AskAsync("NAMES #tea")).One("353")[3].Split(' '));
    }

    // Founder Prefix: who registers a channel owns it
    [Fact]
    public async Task The_founder_of_a_registered_channel_has_q_and_gives_a()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.WithAccountAsync("alice");
        await alice.JoinAsync("#tea");
        var bob = await server.RegisterAsync("bob");
        await bob.JoinAsync("#tea");

        await alice.AskAsync("PRIVMSG ChanServ :REGISTER #tea");
        await alice.AskAsync("MODE #tea +a bob");
        var names = (await alice.AskAsync("NAMES #tea")).One("353")[3].Trim().Split(' ');

        Assert.Equal(["&bob", "~alice"], names.Order(StringComparer.Ordinal));
    }

    // Protected Prefix: cannot be kicked by operators
    [Fact]
    public async Task The_protected_are_not_kicked_by_operators()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.WithAccountAsync("alice");
        await alice.JoinAsync("#tea");
        var bob = await server.RegisterAsync("bob");
        await bob.JoinAsync("#tea");
        var carol = await server.RegisterAsync("carol");
        await carol.JoinAsync("#tea");
        await alice.AskAsync("PRIVMSG ChanServ :REGISTER #tea");
        await alice.AskAsync("MODE #tea +ao bob carol");
        await carol.SyncAsync();

        (await carol.AskAsync("KICK #tea bob :try")).One("482");
        (await carol.AskAsync("MODE #tea -a bob")).One("482");
    }

    // Operator Prefix: ranks above one's own are not given
    [Theory]
    [InlineData("q")]
    [InlineData("a")]
    public async Task An_operator_does_not_give_higher_ranks(string mode)
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");
        await clients[0].AskAsync("MODE #tea +o bob");
        await clients[1].SyncAsync();

        (await clients[1].AskAsync($"MODE #tea +{mode} carol")).One("482");
    }

    // Operator Prefix: an operator takes the rank from another, and from oneself
    [Fact]
    public async Task An_operator_may_step_down()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("MODE #tea +o bob");
        await clients[1].SyncAsync();

        (await clients[1].AskAsync("MODE #tea -o bob")).One("MODE");

        (await clients[1].AskAsync("MODE #tea +i")).One("482");
    }

    // ERR_USERNOTINCHANNEL (441)
    [Fact]
    public async Task A_rank_for_who_is_not_there_is_441()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");
        await server.RegisterAsync("bob");

        Assert.Equal(["alice", "bob", "#tea"], (await alice.AskAsync("MODE #tea +o bob")).One("441").Parameters.Take(3));
    }

    // ERR_NOSUCHNICK (401)
    [Fact]
    public async Task A_rank_for_nobody_is_401_and_the_rest_of_the_line_counts()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        var replies = await clients[0].AskAsync("MODE #tea +vv nobody bob");

        Assert.Equal(["alice", "nobody"], replies.Single(line => line.Command is "401" or "441").Parameters.Take(2));
        Assert.Equal("MODE #tea +v bob", replies.One("MODE").Said);
    }
}
