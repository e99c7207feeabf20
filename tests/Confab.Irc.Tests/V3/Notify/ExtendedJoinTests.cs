namespace Confab.Irc.Tests.V3.Notify;

/// <summary>JOIN that tells account and real name (extended-join).</summary>
public sealed class ExtendedJoinTests
{
    // The JOIN message: an asterisk for those without an account.
    [Fact]
    public async Task A_guest_has_an_asterisk_and_a_real_name()
    {
        await using var server = await IrcServer.StartAsync();
        var bob = await server.EnterAsync("#room", "bob", "extended-join");
        await server.EnterAsync("#room", "alice");
        Assert.Equal(["#room", "*", IrcClient.RealNameOf("alice")], (await bob.SyncAsync()).One("JOIN").Parameters);
    }

    // The JOIN message: the account's name.
    [Fact]
    public async Task A_member_has_the_account()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var bob = await server.EnterAsync("#room", "bob", "extended-join");
        var alice = await server.LogInAsync("alice", "teapot");
        await alice.JoinAsync("#room");
        Assert.Equal(["#room", "teapot", IrcClient.RealNameOf("alice")], (await bob.SyncAsync()).One("JOIN").Parameters);
    }

    // Description: one's own JOIN as well.
    [Fact]
    public async Task Ones_own_join_is_extended()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "extended-join");
        Assert.Equal(["#room", "*", IrcClient.RealNameOf("alice")], (await alice.JoinAsync("#room")).One("JOIN").Parameters);
    }

    // Description: others get the JOIN that they know.
    [Fact]
    public async Task Without_the_capability_a_join_has_only_the_room()
    {
        await using var server = await IrcServer.StartAsync();
        var bob = await server.EnterAsync("#room", "bob");
        var alice = await server.RegisterAsync("alice", "extended-join");
        await alice.JoinAsync("#room");
        Assert.Equal(["#room"], (await bob.SyncAsync()).One("JOIN").Parameters);
    }

    // setname: a new real name shows at the next join.
    [Fact]
    public async Task The_real_name_is_the_newest()
    {
        await using var server = await IrcServer.StartAsync();
        var bob = await server.EnterAsync("#room", "bob", "extended-join");
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("SETNAME :Other Name", "JOIN #room");
        Assert.Equal("Other Name", (await bob.SyncAsync()).One("JOIN").Last);
    }
}
