using System.Globalization;

namespace Confab.Irc.Tests.V3.Lists;

/// <summary>Who comes and who goes (monitor).</summary>
public sealed class MonitorTests
{
    // MONITOR +: those who are there, those who are not.
    [Fact]
    public async Task Adding_tells_who_is_there_and_who_is_not()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");
        var replies = await alice.AskAsync("MONITOR + bob,carol");
        Assert.Equal(["bob"], Targets(replies.One("730")));
        Assert.Equal(["carol"], Targets(replies.One("731")));
        Assert.Equal(2, replies.Count);
    }

    // 730: a nickname, with the mask of whoever has it.
    [Fact]
    public async Task Who_is_there_is_told_with_the_mask()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");
        var line = (await alice.AskAsync("MONITOR + bob")).One("730");
        Assert.Equal(2, line.Parameters.Count);
        Assert.Matches("^bob![^!@ ]+@[^!@ ]+$", line.Last);
    }

    // 731: only nicknames.
    [Fact]
    public async Task Who_is_not_there_is_told_by_the_nickname()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        Assert.Equal(["alice", "carol"], (await alice.AskAsync("MONITOR + carol")).One("731").Parameters);
    }

    // 730: told when somebody comes.
    [Fact]
    public async Task Somebody_who_comes_is_told()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("MONITOR + bob");
        await server.RegisterAsync("bob");
        var seen = Assert.Single(await alice.SyncAsync());
        Assert.Equal("730", seen.Command);
        Assert.Equal(["bob"], Targets(seen));
    }

    // 731: told when somebody goes.
    [Fact]
    public async Task Somebody_who_goes_is_told()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await alice.AskAsync("MONITOR + bob");
        await bob.LeaveAsync();
        var seen = Assert.Single(await alice.SyncAsync());
        Assert.Equal(("731", "bob"), (seen.Command, seen.Last));
    }

    // 730 and 731: another nickname is a going and a coming.
    [Fact]
    public async Task Another_nickname_is_a_going_and_a_coming()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await alice.AskAsync("MONITOR + bob,robert");
        await bob.AskAsync("NICK robert");
        var seen = await alice.SyncAsync();
        Assert.Equal(["bob"], Targets(seen.One("731")));
        Assert.Equal(["robert"], Targets(seen.One("730")));
        Assert.StartsWith("robert!", seen.One("730").Last, StringComparison.Ordinal);
    }

    // Casemapping: another spelling of the same nickname is neither.
    [Fact]
    public async Task Another_spelling_of_the_nickname_is_neither()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await alice.AskAsync("MONITOR + bob");
        await bob.AskAsync("NICK BOB");
        (await alice.SyncAsync()).Lacks("731");
    }

    // MONITOR -: no output, and none later.
    [Fact]
    public async Task Removing_says_nothing_and_ends_the_notices()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("MONITOR + bob,carol");
        (await alice.AskAsync("MONITOR - bob")).AreNone();
        await server.RegisterAsync("bob");
        (await alice.SyncAsync()).AreNone();
        Assert.Equal(["carol"], Targets((await alice.AskAsync("MONITOR L")).One("732")));
    }

    // MONITOR -: what is not in the list is no error.
    [Fact]
    public async Task Removing_what_is_not_there_says_nothing()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        (await alice.AskAsync("MONITOR - bob,carol")).AreNone();
    }

    // MONITOR C: no output, and nothing is left.
    [Fact]
    public async Task Clearing_says_nothing_and_leaves_nothing()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("MONITOR + bob,carol");
        (await alice.AskAsync("MONITOR C")).AreNone();
        Assert.Equal(["733"], (await alice.AskAsync("MONITOR L")).Commands);
        await server.RegisterAsync("bob");
        (await alice.SyncAsync()).AreNone();
    }

    // MONITOR L: 732, then 733.
    [Fact]
    public async Task Listing_ends_with_733()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("MONITOR + bob,carol");
        var replies = await alice.AskAsync("MONITOR L");
        Assert.Equal(["bob", "carol"], replies.All("732").SelectMany(Targets).Order());
        Assert.Equal("733", replies[^1].Command);
        Assert.Equal("alice", replies[^1][0]);
    }

    // MONITOR +: an entry that is there is not added again.
    [Fact]
    public async Task Nothing_is_in_the_list_twice()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("MONITOR + bob,bob", "MONITOR + BOB");
        Assert.Equal(["bob"], (await alice.AskAsync("MONITOR L")).All("732").SelectMany(Targets), StringComparer.OrdinalIgnoreCase);
        await server.RegisterAsync("bob");
        Assert.Single(await alice.SyncAsync());
    }

    // MONITOR S: the state of every entry.
    [Fact]
    public async Task Status_tells_of_every_entry()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");
        await alice.AskAsync("MONITOR + bob,carol,dave");
        var replies = await alice.AskAsync("MONITOR S");
        Assert.Equal(["bob"], replies.All("730").SelectMany(Targets));
        Assert.Equal(["carol", "dave"], replies.All("731").SelectMany(Targets).Order());
    }

    // MONITOR command: modifiers in small letters.
    [Theory]
    [InlineData("l")]
    [InlineData("s")]
    [InlineData("c")]
    public async Task Modifiers_are_understood_in_small_letters(string modifier)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("MONITOR + bob");
        var replies = await alice.AskAsync($"MONITOR {modifier}");
        replies.Lacks("421", "461");
        Assert.Equal(modifier switch { "l" => ["732", "733"], "s" => ["731"], _ => (string[])[] }, replies.Commands);
    }

    // ISUPPORT and 734: the limit, and what could not be added.
    [Fact]
    public async Task A_full_list_is_734_with_the_limit_and_the_rest()
    {
        await using var server = await IrcServer.StartAsync();
        var limit = int.Parse((await server.SupportedAsync())["MONITOR"], CultureInfo.InvariantCulture);
        var alice = await server.RegisterAsync("alice");
        var names = Enumerable.Range(0, limit).Select(number => $"n{number}").Chunk(40);
        await alice.AskAsync([.. names.Select(some => $"MONITOR + {string.Join(',', some)}")]);
        var error = (await alice.AskAsync("MONITOR + straw,camel")).One("734");
        Assert.Equal(["alice", limit.ToString(CultureInfo.InvariantCulture), "straw,camel"], error.Parameters.Take(3));
        Assert.Equal(limit, (await alice.AskAsync("MONITOR L")).All("732").SelectMany(Targets).Distinct().Count());
    }

    // Introduction: nobody can be followed by a mask.
    [Theory]
    [InlineData("*")]
    [InlineData("bob!*@*")]
    [InlineData("b?b")]
    public async Task A_mask_is_not_followed(string mask)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");
        (await alice.AskAsync($"MONITOR + {mask}")).Lacks("730");
        (await alice.AskAsync("MONITOR L")).Lacks("732");
    }

    // 730: a long list is several lines, each of them short enough.
    [Fact]
    public async Task A_long_list_is_told_in_several_lines()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var names = Enumerable.Range(100, 60).Select(number => $"somebody{number}").ToArray();
        await alice.AskAsync([.. names.Chunk(30).Select(some => $"MONITOR + {string.Join(',', some)}")]);
        Assert.Equal(names, (await alice.AskAsync("MONITOR L")).All("732").SelectMany(Targets).Order());
    }

    // Modern IRC, 461: a modifier is needed, and for + and - targets.
    [Theory]
    [InlineData("MONITOR")]
    [InlineData("MONITOR +")]
    [InlineData("MONITOR -")]
    public async Task Without_what_it_needs_it_is_461(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        Assert.Equal("MONITOR", (await alice.AskAsync(line)).One("461")[1]);
    }

    // MONITOR +: several clients, each with a list of its own.
    [Fact]
    public async Task Lists_belong_to_their_clients()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var carol = await server.RegisterAsync("carol");
        await alice.AskAsync("MONITOR + bob");
        (await carol.AskAsync("MONITOR L")).Lacks("732");
        await server.RegisterAsync("bob");
        (await carol.SyncAsync()).AreNone();
        (await alice.SyncAsync()).One("730");
    }

    private static IEnumerable<string> Targets(IrcMessage line) => line.Last.Split(',').Select(target => target.Split('!')[0]);
}
