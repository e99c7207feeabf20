namespace Confab.Irc.Tests.V3.Lists;

/// <summary>NAMES with masks, and no NAMES at all (userhost-in-names, no-implicit-names).</summary>
public sealed class NamesTests
{
    // userhost-in-names, Description: every entry is a full mask.
    [Fact]
    public async Task Names_are_full_masks()
    {
        await using var server = await IrcServer.StartAsync();
        await server.EnterAsync("#room", "alice");
        var bob = await server.RegisterAsync("bob", "userhost-in-names");
        var names = (await bob.JoinAsync("#room")).One("353").Last.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, names.Length);
        Assert.All(names, name => Assert.Matches("^[@~]?[a-z]+![^!@ ]+@[^!@ ]+$", name));
        var whois = (await bob.AskAsync("WHOIS alice")).One("311");
        Assert.Contains($"alice!{whois[2]}@{whois[3]}", names.Select(name => name.TrimStart('@', '~')));
    }

    // userhost-in-names: together with multi-prefix.
    [Fact]
    public async Task Full_masks_have_all_prefixes()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        await server.EnterAsync("#room", "bob");
        await alice.AskAsync("MODE #room +vo bob bob");
        var carol = await server.RegisterAsync("carol", "userhost-in-names", "multi-prefix");
        var names = (await carol.JoinAsync("#room")).One("353").Last.Split(' ');
        Assert.Contains(names, name => name.StartsWith("@+bob!", StringComparison.Ordinal));
    }

    // userhost-in-names: others see nicknames.
    [Fact]
    public async Task Without_the_capability_names_are_nicknames()
    {
        await using var server = await IrcServer.StartAsync();
        await server.EnterAsync("#room", "alice");
        var bob = await server.RegisterAsync("bob");
        Assert.DoesNotContain("!", (await bob.JoinAsync("#room")).One("353").Last, StringComparison.Ordinal);
    }

    // no-implicit-names, Implementation: none after JOIN.
    [Fact]
    public async Task A_join_brings_no_names_where_they_are_not_wanted()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        await alice.AskAsync("TOPIC #room :tea");
        var bob = await server.RegisterAsync("bob", "no-implicit-names");
        var replies = await bob.JoinAsync("#room");
        replies.Lacks("353", "366");
        Assert.Equal("tea", replies.One("332").Last);
    }

    // no-implicit-names, Implementation: NAMES is answered as ever.
    [Fact]
    public async Task NAMES_is_answered_all_the_same()
    {
        await using var server = await IrcServer.StartAsync();
        var bob = await server.EnterAsync("#room", "bob", "no-implicit-names");
        var replies = await bob.AskAsync("NAMES #room");
        Assert.Contains("bob", replies.One("353").Last, StringComparison.Ordinal);
        Assert.Equal("#room", replies.One("366")[1]);
    }

    // no-implicit-names: only for those who asked.
    [Fact]
    public async Task Others_get_their_names()
    {
        await using var server = await IrcServer.StartAsync();
        var bob = await server.RegisterAsync("bob");
        (await bob.JoinAsync("#room")).One("366");
    }
}
