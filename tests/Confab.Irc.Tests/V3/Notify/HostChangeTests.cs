namespace Confab.Irc.Tests.V3.Notify;

/// <summary>Another username or host (chghost). An operator changes it with CHGHOST, where the server has that command.</summary>
public sealed class HostChangeTests
{
    // The CHGHOST message: from the old mask, with the new user and host, to common rooms and to oneself.
    [Fact]
    public async Task Another_host_is_told_to_common_rooms_and_to_oneself()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "chghost");
        var bob = await server.EnterAsync("#room", "bob", "chghost");
        await alice.SyncAsync();
        await ChangeAsync(server, "alice", "teapot", "kitchen.example");
        var seen = Assert.Single(await bob.SyncAsync());
        Assert.Equal("CHGHOST teapot kitchen.example", seen.Said);
        Assert.StartsWith("alice!", seen.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("kitchen.example", seen.Source, StringComparison.Ordinal);
        Assert.Equal("CHGHOST teapot kitchen.example", (await alice.SyncAsync()).One("CHGHOST").Said);
        await alice.AskAsync("PRIVMSG #room :hi");
        Assert.Equal("alice!teapot@kitchen.example", (await bob.SyncAsync()).One("PRIVMSG").Source);
    }

    // Fallback: others see somebody leave and come back, with the rank.
    [Fact]
    public async Task Others_see_a_quit_a_join_and_the_modes()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        await alice.AskAsync("MODE #room +v alice");
        var bob = await server.EnterAsync("#room", "bob");
        await ChangeAsync(server, "alice", "teapot", "kitchen.example");
        var seen = await bob.SyncAsync();
        Assert.Equal(["QUIT", "JOIN", "MODE"], seen.Commands);
        Assert.Equal("alice!teapot@kitchen.example", seen[1].Source);
        Assert.Equal("#room", seen[2][0]);
        Assert.Contains('v', seen[2][1]);
    }

    private static async Task ChangeAsync(IrcServer server, string nick, string user, string host)
    {
        var oper = await server.OperAsync("oper");
        var replies = await oper.AskAsync($"CHGHOST {nick} {user} {host}");
        if (replies.All("421").Count > 0)
        {
            Assert.Skip("The server has no command that changes a host.");
        }
    }
}
