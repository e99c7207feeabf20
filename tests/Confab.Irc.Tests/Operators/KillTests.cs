namespace Confab.Irc.Tests.Operators;

public sealed class KillTests
{
    // KILL message: KILL, QUIT and ERROR to the killed
    [Fact]
    public async Task The_killed_is_told_and_disconnected()
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");
        var bob = await server.RegisterAsync("bob");

        await oper.AskAsync("KILL bob :too loud");
        var rest = await bob.ReadToEndAsync();

        Assert.Equal("KILL bob too loud", rest.One("KILL").Said);
        Assert.Equal("alice", rest.One("KILL").Nick);
        Assert.Equal("ERROR", rest.Commands[^1]);
        Assert.Contains("Killed (alice (too loud))", rest[^1][0], StringComparison.Ordinal);
    }

    // KILL message: a QUIT with the killer and the reason to those who share a channel
    [Fact]
    public async Task The_others_see_who_killed_and_why()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "bob", "carol");
        var oper = await server.OperAsync("alice");

        await oper.AskAsync("KILL bob :too loud");
        var quit = Assert.Single(await clients[1].SyncAsync());

        Assert.Equal("QUIT Killed (alice (too loud))", quit.Said);
        Assert.Equal("bob", quit.Nick);
    }

    // KILL message: the killed is sent the QUIT too
    [Fact]
    public async Task The_killed_sees_the_quit()
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");
        var bob = await server.RegisterAsync("bob");

        await oper.AskAsync("KILL bob :too loud");

        Assert.Equal(["KILL", "QUIT", "ERROR"], (await bob.ReadToEndAsync()).Commands);
    }

    // ERR_NOSUCHNICK (401)
    [Fact]
    public async Task Killing_nobody_is_401()
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");

        Assert.Equal(["alice", "nobody"], (await oper.AskAsync("KILL nobody :out")).One("401").Parameters.Take(2));
    }

    // ERR_CANTKILLSERVER (483)
    [Fact]
    public async Task Killing_the_server_is_refused()
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");

        Assert.Contains(Assert.Single(await oper.AskAsync("KILL confab.local :out")).Command, new[] { "483", "401" });
    }

    // KILL message: the killed may come back at once
    [Fact]
    public async Task The_killed_may_come_back()
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await oper.AskAsync("KILL bob :too loud");
        await bob.ReadToEndAsync();

        Assert.Equal("bob", (await (await server.ConnectAsync()).RegisterAsync("bob")).One("001")[0]);
    }
}
