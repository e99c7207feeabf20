namespace Confab.Irc.Tests.V3.Lists;

/// <summary>All ranks of somebody, or only the highest (multi-prefix).</summary>
public sealed class MultiPrefixTests
{
    // Description: in NAMES, from the highest to the lowest.
    [Fact]
    public async Task NAMES_shows_all_ranks_from_the_highest_down()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        await server.EnterAsync("#room", "bob");
        await alice.AskAsync("MODE #room +vo bob bob", "MODE #room +h bob");
        var carol = await server.RegisterAsync("carol", "multi-prefix");
        var names = (await carol.JoinAsync("#room")).One("353").Last.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("@%+bob", names);
        Assert.Contains("carol", names);
    }

    // Description: without it only the highest.
    [Fact]
    public async Task Without_the_capability_there_is_only_the_highest()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        await server.EnterAsync("#room", "bob");
        await alice.AskAsync("MODE #room +vo bob bob");
        var carol = await server.RegisterAsync("carol");
        Assert.Contains("@bob", (await carol.JoinAsync("#room")).One("353").Last.Split(' '));
        Assert.Contains("@", (await carol.AskAsync("WHO bob")).One("352")[6], StringComparison.Ordinal);
    }

    // Description: in WHO as well.
    [Fact]
    public async Task WHO_shows_all_ranks()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        await server.EnterAsync("#room", "bob");
        await alice.AskAsync("MODE #room +vo bob bob");
        var carol = await server.EnterAsync("#room", "carol", "multi-prefix");
        var flags = (await carol.AskAsync("WHO #room")).All("352").Single(line => line[5] == "bob")[6];
        Assert.Equal("H@+", flags);
    }

    // Description: the highest alone in WHO of those without it.
    [Fact]
    public async Task WHO_shows_the_highest_rank_without_the_capability()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        await server.EnterAsync("#room", "bob");
        await alice.AskAsync("MODE #room +vo bob bob");
        Assert.Equal("H@", (await alice.AskAsync("WHO #room")).All("352").Single(line => line[5] == "bob")[6]);
    }

    // Description: WHOX flags follow it too.
    [Fact]
    public async Task WHOX_flags_show_all_ranks()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "multi-prefix");
        await server.EnterAsync("#room", "bob");
        await alice.AskAsync("MODE #room +vo bob bob");
        Assert.Contains((await alice.AskAsync("WHO #room %nf")).All("354"), line => line[1] == "bob" && line[2] == "H@+");
    }
}
