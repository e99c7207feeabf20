namespace Confab.Irc.Tests.Users;

public sealed class AwayTests
{
    // RPL_NOWAWAY (306), RPL_UNAWAY (305)
    [Fact]
    public async Task Going_and_coming_back_are_confirmed()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var gone = Assert.Single(await alice.AskAsync("AWAY :at the kettle"));
        var back = Assert.Single(await alice.AskAsync("AWAY"));

        Assert.Equal(["306", "305"], [gone.Command, back.Command]);
        Assert.All([gone, back], reply => Assert.Equal("alice", reply[0]));
        Assert.All([gone, back], reply => Assert.Equal(2, reply.Parameters.Count));
    }

    // AWAY message: an empty text is none
    [Fact]
    public async Task An_empty_text_means_back()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("AWAY :gone");

        (await alice.AskAsync("AWAY :")).One("305");

        (await alice.AskAsync("WHOIS alice")).Lacks("301");
    }

    // AWAY message: shown in WHOIS
    [Fact]
    public async Task Whois_shows_the_text()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await bob.AskAsync("AWAY :at the kettle");

        Assert.Equal(["alice", "bob", "at the kettle"], (await alice.AskAsync("WHOIS bob")).One("301").Parameters);
    }

    // RPL_USERHOST (302): + is here, - is away
    [Fact]
    public async Task Userhost_shows_who_is_away()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        Assert.StartsWith("bob=+", (await alice.AskAsync("USERHOST bob")).One("302")[1], StringComparison.Ordinal);
        await bob.AskAsync("AWAY :gone");
        Assert.StartsWith("bob=-", (await alice.AskAsync("USERHOST bob")).One("302")[1], StringComparison.Ordinal);
    }

    // RPL_WHOREPLY (352): H is here, G is gone
    [Fact]
    public async Task Who_shows_who_is_away()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        Assert.StartsWith("H", (await alice.AskAsync("WHO bob")).One("352")[6], StringComparison.Ordinal);
        await bob.AskAsync("AWAY :gone");
        Assert.StartsWith("G", (await alice.AskAsync("WHO bob")).One("352")[6], StringComparison.Ordinal);
    }

    // AWAY message: others are told only where they asked for away-notify
    [Fact]
    public async Task Others_are_not_told_unasked()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        await clients[1].AskAsync("AWAY :gone");

        (await clients[0].SyncAsync()).AreNone();
    }
}
