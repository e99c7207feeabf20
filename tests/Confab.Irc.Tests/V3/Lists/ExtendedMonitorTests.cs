namespace Confab.Irc.Tests.V3.Lists;

/// <summary>More about those who are followed (extended-monitor).</summary>
public sealed class ExtendedMonitorTests
{
    // Description: each notice needs its own capability as well.
    [Theory]
    [InlineData("away-notify", "AWAY :tea", "AWAY")]
    [InlineData("setname", "SETNAME :Other", "SETNAME")]
    public async Task Somebody_followed_is_told_of_without_a_common_room(string capability, string line, string command)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob", "extended-monitor", capability);
        await bob.AskAsync("MONITOR + alice");
        await alice.AskAsync(line);
        var seen = Assert.Single(await bob.SyncAsync());
        Assert.Equal(command, seen.Command);
        Assert.Equal("alice", seen.Nick);
    }

    // Description: account-notify.
    [Fact]
    public async Task Logging_in_is_told_without_a_common_room()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var alice = await server.RegisterAsync("alice", "sasl");
        var bob = await server.RegisterAsync("bob", "extended-monitor", "account-notify");
        await bob.AskAsync("MONITOR + alice");
        await alice.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", Accounts.Password));
        Assert.Equal("teapot", (await bob.SyncAsync()).One("ACCOUNT").Last);
    }

    // Description: without extended-monitor a common room is needed.
    [Theory]
    [InlineData("away-notify", "AWAY :tea")]
    [InlineData("setname", "SETNAME :Other")]
    public async Task Without_the_capability_a_common_room_is_needed(string capability, string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob", capability);
        await bob.AskAsync("MONITOR + alice");
        await alice.AskAsync(line);
        (await bob.SyncAsync()).AreNone();
    }

    // Description: without the notice's own capability there is none.
    [Fact]
    public async Task Without_the_other_capability_there_is_no_notice()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob", "extended-monitor");
        await bob.AskAsync("MONITOR + alice");
        await alice.AskAsync("AWAY :tea", "SETNAME :Other");
        (await bob.SyncAsync()).AreNone();
    }

    // Description: only of those who are followed, and once where a room is shared too.
    [Fact]
    public async Task A_common_room_does_not_double_it()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var dave = await server.RegisterAsync("dave");
        var bob = await server.EnterAsync("#room", "bob", "extended-monitor", "away-notify");
        await bob.AskAsync("MONITOR + alice");
        await alice.AskAsync("AWAY :tea");
        await dave.AskAsync("AWAY :tea");
        Assert.Equal("alice", Assert.Single(await bob.SyncAsync()).Nick);
    }
}
