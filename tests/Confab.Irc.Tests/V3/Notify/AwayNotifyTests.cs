namespace Confab.Irc.Tests.V3.Notify;

/// <summary>Who goes away and comes back (away-notify).</summary>
public sealed class AwayNotifyTests
{
    // The AWAY message: with its text.
    [Fact]
    public async Task Going_away_is_told_to_those_in_the_same_room()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var bob = await server.EnterAsync("#room", "bob", "away-notify");
        await alice.AskAsync("AWAY :gone for tea");
        var seen = Assert.Single(await bob.SyncAsync());
        Assert.Equal("AWAY gone for tea", seen.Said);
        Assert.StartsWith("alice!", seen.Source, StringComparison.Ordinal);
    }

    // The AWAY message: without a text somebody is back.
    [Theory]
    [InlineData("AWAY")]
    [InlineData("AWAY :")]
    public async Task Coming_back_is_an_AWAY_without_a_text(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var bob = await server.EnterAsync("#room", "bob", "away-notify");
        await alice.AskAsync("AWAY :tea");
        await bob.SyncAsync();
        await alice.AskAsync(line);
        Assert.Empty((await bob.SyncAsync()).One("AWAY").Parameters);
    }

    // Description: sets, changes or removes.
    [Fact]
    public async Task Another_text_is_told_as_well()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var bob = await server.EnterAsync("#room", "bob", "away-notify");
        await alice.AskAsync("AWAY :tea", "AWAY :coffee");
        Assert.Equal(["tea", "coffee"], (await bob.SyncAsync()).All("AWAY").Select(line => line.Last));
    }

    // Description: also of those who come while they are away.
    [Fact]
    public async Task Somebody_away_who_joins_is_told_of_after_the_JOIN()
    {
        await using var server = await IrcServer.StartAsync();
        var bob = await server.EnterAsync("#room", "bob", "away-notify");
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("AWAY :tea", "JOIN #room");
        var seen = await bob.SyncAsync();
        Assert.Equal(["JOIN", "AWAY"], seen.Commands);
        Assert.Equal("tea", seen[1].Last);
    }

    // Description: of nobody else who joins.
    [Fact]
    public async Task Somebody_who_is_here_joins_without_an_AWAY()
    {
        await using var server = await IrcServer.StartAsync();
        var bob = await server.EnterAsync("#room", "bob", "away-notify");
        await server.EnterAsync("#room", "alice");
        Assert.Equal(["JOIN"], (await bob.SyncAsync()).Commands);
    }

    // Description: only those who share a room, and only those who asked.
    [Fact]
    public async Task Neither_strangers_nor_those_without_the_capability_are_told()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var bob = await server.EnterAsync("#room", "bob");
        var carol = await server.EnterAsync("#other", "carol", "away-notify");
        await alice.AskAsync("AWAY :tea");
        (await bob.SyncAsync()).AreNone();
        (await carol.SyncAsync()).AreNone();
    }

    // Description: once, however many rooms are shared.
    [Fact]
    public async Task Two_common_rooms_are_one_message()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        await alice.JoinAsync("#other");
        var bob = await server.EnterAsync("#room", "bob", "away-notify");
        await bob.JoinAsync("#other");
        await alice.AskAsync("AWAY :tea");
        Assert.Single(await bob.SyncAsync());
    }
}
