namespace Confab.Irc.Tests.Users;

public sealed class NickChangeTests
{
    // NICK message: source is the old nickname; told to oneself and to those in common channels, once
    [Fact]
    public async Task A_change_is_told_to_oneself_and_to_those_who_share_a_channel()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("JOIN #cake");
        await clients[1].AskAsync("JOIN #cake");
        var carol = await server.RegisterAsync("carol");
        await clients[0].SyncAsync();

        var own = Assert.Single(await clients[0].AskAsync("NICK alicia"));

        Assert.Equal("NICK alicia", own.Said);
        Assert.StartsWith("alice!", own.Source, StringComparison.Ordinal);
        Assert.Equal(own.Raw, Assert.Single(await clients[1].SyncAsync()).Raw);
        (await carol.SyncAsync()).AreNone();
    }

    // NICK message: what comes later is from the new one
    [Fact]
    public async Task After_a_change_the_new_name_speaks_and_is_found()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("NICK alicia");
        await clients[1].SyncAsync();

        await clients[0].AskAsync("PRIVMSG #tea :it is me");

        Assert.Equal("alicia", (await clients[1].SyncAsync()).One("PRIVMSG").Nick);
        (await clients[1].AskAsync("PRIVMSG alice :hello")).One("401");
        (await clients[1].AskAsync("PRIVMSG alicia :hello")).AreNone();
        (await clients[0].SyncAsync()).One("PRIVMSG");
    }

    // NICK message: ranks stay
    [Fact]
    public async Task Ranks_stay_with_who_has_them()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("NICK alicia");

        var names = (await clients[1].AskAsync("NAMES #tea")).One("353")[3].Trim().Split(' ');

        Assert.Equal(["@alicia", "bob"], names.Order(StringComparer.Ordinal));
    }

    // ERR_NICKNAMEINUSE (433)
    [Theory]
    [InlineData("bob")]
    [InlineData("BOB")]
    public async Task A_nick_in_use_is_433_and_nothing_changes(string taken)
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        var refusal = Assert.Single(await clients[0].AskAsync($"NICK {taken}"));

        Assert.Equal("433", refusal.Command);
        Assert.Equal(["alice", taken], refusal.Parameters.Take(2));
        (await clients[1].SyncAsync()).AreNone();
    }

    // ERR_NONICKNAMEGIVEN (431)
    [Fact]
    public async Task Without_parameter_it_is_431()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal("alice", (await alice.AskAsync("NICK")).One("431")[0]);
    }

    // ERR_ERRONEUSNICKNAME (432)
    [Fact]
    public async Task What_is_no_nick_is_432()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "#tea"], (await alice.AskAsync("NICK #tea")).One("432").Parameters.Take(2));
    }

    // NICK message: one's own name in another case
    [Fact]
    public async Task The_case_of_ones_own_nick_may_be_changed()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        Assert.Equal("NICK Alice", Assert.Single(await clients[0].AskAsync("NICK Alice")).Said);

        Assert.Equal("NICK Alice", Assert.Single(await clients[1].SyncAsync()).Said);
    }

    // NICK message: the same name is no change
    [Fact]
    public async Task The_nick_one_has_is_no_change()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        (await clients[0].AskAsync("NICK alice")).AreNone();

        (await clients[1].SyncAsync()).AreNone();
    }

    // NICK message: the old name is free again
    [Fact]
    public async Task A_nick_that_was_given_up_is_free()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("NICK alicia");

        Assert.Equal("alice", (await (await server.ConnectAsync()).RegisterAsync("alice")).One("001")[0]);
    }

    // NICK message: told to those who share a channel
    [Fact]
    public async Task Who_has_no_channel_is_the_only_one_to_see_the_change()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal("NICK alicia", Assert.Single(await alice.AskAsync("NICK alicia")).Said);

        (await bob.SyncAsync()).AreNone();
    }
}
