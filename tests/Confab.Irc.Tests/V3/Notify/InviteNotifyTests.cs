namespace Confab.Irc.Tests.V3.Notify;

/// <summary>Who invites whom (invite-notify).</summary>
public sealed class InviteNotifyTests
{
    // Format: who invites, whom, where.
    [Fact]
    public async Task An_invitation_is_told_to_operators_who_asked()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var bob = await server.EnterAsync("#room", "bob", "invite-notify");
        await alice.AskAsync("MODE #room +o bob");
        await bob.SyncAsync();
        var carol = await server.RegisterAsync("carol");
        await alice.AskAsync("INVITE carol #room");
        var seen = Assert.Single(await bob.SyncAsync());
        Assert.Equal("INVITE carol #room", seen.Said);
        Assert.StartsWith("alice!", seen.Source, StringComparison.Ordinal);
        Assert.Equal("INVITE carol #room", (await carol.SyncAsync()).One("INVITE").Said);
    }

    // Description: nobody else.
    [Fact]
    public async Task Neither_outsiders_nor_those_without_the_capability_are_told()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var bob = await server.EnterAsync("#room", "bob");
        await alice.AskAsync("MODE #room +o bob");
        await bob.SyncAsync();
        var dave = await server.EnterAsync("#other", "dave", "invite-notify");
        await server.RegisterAsync("carol");
        await alice.AskAsync("INVITE carol #room");
        (await bob.SyncAsync()).AreNone();
        (await dave.SyncAsync()).AreNone();
    }

    // Format: the one who was invited hears of it once.
    [Fact]
    public async Task Whoever_is_invited_hears_of_it_once()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "invite-notify");
        var carol = await server.RegisterAsync("carol", "invite-notify");
        var own = await alice.AskAsync("INVITE carol #room");
        Assert.Equal(["alice", "carol", "#room"], own.One("341").Parameters);
        (await carol.SyncAsync()).One("INVITE");
    }

    // Notes: what was refused is not told.
    [Fact]
    public async Task An_invitation_that_was_refused_is_not_told()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "invite-notify");
        await alice.AskAsync("MODE #room +i");
        await server.RegisterAsync("carol");
        var dave = await server.RegisterAsync("dave");
        (await dave.AskAsync("INVITE carol #room")).One("442");
        (await alice.SyncAsync()).AreNone();
    }
}
