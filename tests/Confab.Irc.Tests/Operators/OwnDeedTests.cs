namespace Confab.Irc.Tests.Operators;

/// <summary>What an operator hears of its own deeds: what everybody in its place would.</summary>
public sealed class OwnDeedTests
{
    [Fact]
    public async Task Whoever_kills_somebody_in_the_same_channel_sees_the_QUIT()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].OperAsync();

        Assert.Equal("QUIT Killed (alice (out))", Assert.Single(await clients[0].AskAsync("KILL bob :out")).Said);
    }

    [Fact]
    public async Task Whoever_kills_somebody_elsewhere_sees_nothing()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.OperAsync("alice");
        await server.RegisterAsync("bob");

        (await alice.AskAsync("KILL bob :out")).AreNone();
    }

    [Fact]
    public async Task Whoever_kills_oneself_is_gone()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.OperAsync("alice");

        await alice.SendAsync("KILL alice :enough");
        var rest = await alice.ReadToEndAsync();

        Assert.Equal(["KILL", "ERROR"], rest.Commands);
        Assert.Contains("Killed (alice (enough))", rest[1].Last, StringComparison.Ordinal);
        await server.RegisterAsync("alice");
    }

    [Fact]
    public async Task Whoever_follows_somebody_killed_is_told_once()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.OperAsync("alice");
        await server.RegisterAsync("bob");
        await alice.AskAsync("MONITOR + bob");

        var replies = await alice.AskAsync("KILL bob :out");

        Assert.Equal("bob", Assert.Single(replies).Last);
        Assert.Equal("731", replies[0].Command);
    }

    [Fact]
    public async Task Nobody_is_told_of_another_host_of_somebody_elsewhere_and_who_has_it_sees_no_leave()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "chghost");
        await alice.OperAsync();
        var clients = await server.GatherAsync("#tea", "bob");

        (await alice.AskAsync("CHGHOST bob teapot kitchen.example")).Lacks("CHGHOST", "QUIT", "JOIN");
        (await clients[0].SyncAsync()).Lacks("QUIT", "JOIN");
        await clients[0].AskAsync("PRIVMSG alice :hi");
        Assert.Equal("bob!teapot@kitchen.example", (await alice.SyncAsync()).One("PRIVMSG").Source);
    }
}
