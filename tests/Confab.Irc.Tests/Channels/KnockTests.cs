namespace Confab.Irc.Tests.Channels;

/// <summary>KNOCK is in no RFC; numerics 710 to 714 as servers commonly send them.</summary>
public sealed class KnockTests
{
    // RPL_KNOCK (710), RPL_KNOCKDLVR (711)
    [Fact]
    public async Task A_knock_is_shown_to_operators_and_confirmed()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "carol");
        await clients[0].AskAsync("MODE #tea +i");
        await clients[1].SyncAsync();
        var bob = await server.RegisterAsync("bob");

        var replies = await bob.AskAsync("KNOCK #tea :let me in");
        var knock = (await clients[0].SyncAsync()).One("710");

        Assert.Equal(["bob", "#tea"], replies.One("711").Parameters.Take(2));
        Assert.Contains("#tea", knock.Parameters);
        Assert.Contains(knock.Parameters, word => word.StartsWith("bob!", StringComparison.Ordinal));
        (await clients[1].SyncAsync()).Lacks("710");
    }

    // ERR_CHANOPEN (713)
    [Fact]
    public async Task Knocking_at_an_open_channel_is_713()
    {
        await using var server = await IrcServer.StartAsync();
        await server.GatherAsync("#tea", "alice");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(["bob", "#tea"], (await bob.AskAsync("KNOCK #tea")).One("713").Parameters.Take(2));
    }

    // ERR_KNOCKONCHAN (714)
    [Fact]
    public async Task Knocking_at_ones_own_channel_is_714()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +i");

        Assert.Equal(["alice", "#tea"], (await alice.AskAsync("KNOCK #tea")).One("714").Parameters.Take(2));
    }

    // ERR_TOOMANYKNOCK (712)
    [Fact]
    public async Task Knocking_again_at_once_is_712()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +i");
        var bob = await server.RegisterAsync("bob");
        await bob.AskAsync("KNOCK #tea");

        Assert.Equal(["bob", "#tea"], (await bob.AskAsync("KNOCK #tea")).One("712").Parameters.Take(2));
    }

    // ERR_NOSUCHCHANNEL (403)
    [Fact]
    public async Task Knocking_at_nothing_is_403()
    {
        await using var server = await IrcServer.StartAsync();
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(["bob", "#nowhere"], (await bob.AskAsync("KNOCK #nowhere")).One("403").Parameters.Take(2));
    }

    // ERR_NEEDMOREPARAMS (461)
    [Fact]
    public async Task Knock_without_channel_is_461()
    {
        await using var server = await IrcServer.StartAsync();
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(["bob", "KNOCK"], (await bob.AskAsync("KNOCK")).One("461").Parameters.Take(2));
    }
}
