namespace Confab.Irc.Tests.V3.Drafts;

/// <summary>Another name for a room (channel-rename).</summary>
public sealed class ChannelRenameDraftTests
{
    private const string Capability = "draft/channel-rename";

    // Messages: the third parameter is always there.
    [Theory]
    [InlineData("RENAME #boaring #boring :Typo fix", "Typo fix")]
    [InlineData("RENAME #boaring #boring", "")]
    public async Task A_renaming_is_told_with_its_reason(string line, string reason)
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#boaring", "alice", Capability);
        var bob = await server.EnterAsync("#boaring", "bob", Capability);
        await alice.SyncAsync();
        Assert.Equal(["#boaring", "#boring", reason], (await alice.AskAsync(line)).One("RENAME").Parameters);
        var seen = Assert.Single(await bob.SyncAsync());
        Assert.Equal(["#boaring", "#boring", reason], seen.Parameters);
        Assert.Equal("alice", seen.Nick);
    }

    // Messages: members, modes and topic stay.
    [Fact]
    public async Task All_that_belongs_to_the_room_stays()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#old", "alice", Capability);
        await server.EnterAsync("#old", "bob");
        await alice.AskAsync("TOPIC #old :tea", "MODE #old +m", "RENAME #old #new");
        Assert.Equal("tea", (await alice.AskAsync("TOPIC #new")).One("332").Last);
        Assert.Contains('m', (await alice.AskAsync("MODE #new")).One("324")[2]);
        Assert.Equal(["@alice", "bob"], (await alice.AskAsync("NAMES #new")).One("353").Last.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order());
    }

    // Fallback: a PART and a JOIN.
    [Fact]
    public async Task Others_see_a_part_and_a_join()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#foo", "alice", Capability);
        var bob = await server.EnterAsync("#foo", "bob");
        await alice.AskAsync("TOPIC #foo :tea");
        await bob.SyncAsync();
        await alice.AskAsync("RENAME #foo #bar :Changing the name");
        var seen = await bob.SyncAsync();
        Assert.Equal(["#foo", "Changing the name"], seen.One("PART").Parameters);
        Assert.Equal("#bar", seen.One("JOIN")[0]);
        Assert.Equal("bob", seen.One("JOIN").Nick);
        Assert.Equal("tea", seen.One("332").Last);
        Assert.Equal("#bar", seen.One("366")[1]);
        seen.Lacks("RENAME");
    }

    // Messages: only another spelling is allowed, and needs no fallback.
    [Fact]
    public async Task Another_spelling_is_allowed_and_quiet()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#room", "alice", Capability);
        var bob = await server.EnterAsync("#room", "bob");
        await alice.SyncAsync();
        Assert.Equal("#Room", (await alice.AskAsync("RENAME #room #Room")).One("RENAME")[1]);
        (await bob.SyncAsync()).Lacks("PART", "JOIN");
    }

    // Errors: the numerics of other commands where they fit.
    [Theory]
    [InlineData("RENAME #room #other", "482")]
    [InlineData("RENAME #nowhere #other", "403")]
    [InlineData("RENAME #room", "461")]
    public async Task What_is_not_allowed_is_refused(string line, string numeric)
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        await server.EnterAsync("#room", "alice");
        var bob = await server.EnterAsync("#room", "bob", Capability);
        var replies = await bob.AskAsync(line);
        replies.One(numeric);
        replies.Lacks("RENAME");
    }

    // Errors: the name is taken.
    [Fact]
    public async Task A_name_that_is_taken_is_refused()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        await server.EnterAsync("#good", "bob");
        var alice = await server.EnterAsync("#evil", "alice", Capability);
        var fail = (await alice.AskAsync("RENAME #evil #good :Don't be evil")).One("FAIL");
        Assert.Equal(["RENAME", "CHANNEL_NAME_IN_USE", "#evil", "#good"], fail.Parameters.Take(4));
    }

    // Fallback: who did not negotiate may rename, and sees the fallback.
    [Fact]
    public async Task Whoever_renames_without_the_capability_sees_the_fallback()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#foo", "alice");
        var replies = await alice.AskAsync("RENAME #foo #bar");
        Assert.Equal("#foo", replies.One("PART")[0]);
        Assert.Equal("#bar", replies.One("JOIN")[0]);
    }
}
