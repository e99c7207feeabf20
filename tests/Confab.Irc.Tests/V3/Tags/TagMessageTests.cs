namespace Confab.Irc.Tests.V3.Tags;

/// <summary>TAGMSG is delivered as PRIVMSG is (message-tags).</summary>
public sealed class TagMessageTests
{
    // The TAGMSG message: one parameter, the target.
    [Fact]
    public async Task It_has_a_source_a_target_and_nothing_else()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.SyncAsync();
        (await alice.AskAsync("@+foo=bar TAGMSG #room")).AreNone();
        var seen = (await bob.SyncAsync()).One("TAGMSG");
        Assert.Equal(["#room"], seen.Parameters);
        Assert.StartsWith("alice!", seen.Source, StringComparison.Ordinal);
    }

    // The TAGMSG message: never to those without the capability.
    [Fact]
    public async Task Those_without_tags_never_see_one()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "server-time", "batch", "echo-message");
        await alice.AskAsync("@+foo=bar TAGMSG #room", "@+foo=bar TAGMSG bob");
        (await bob.SyncAsync()).Lacks("TAGMSG");
    }

    // Examples: with only unknown tags it is delivered without any.
    [Fact]
    public async Task It_is_delivered_without_tags_too()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.AskAsync("@unknown-tag TAGMSG #room");
        Assert.DoesNotContain("unknown-tag", (await bob.SyncAsync()).One("TAGMSG").Tags.Keys);
    }

    // The TAGMSG message: STATUSMSG is honoured.
    [Fact]
    public async Task To_the_operators_of_a_room_it_reaches_only_them()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        var carol = await server.EnterAsync("#room", "carol", "message-tags");
        await alice.AskAsync("MODE #room +o bob");
        await bob.SyncAsync();
        await alice.AskAsync("@+foo=bar TAGMSG @#room");
        Assert.Equal("@#room", (await bob.SyncAsync()).One("TAGMSG")[0]);
        (await carol.SyncAsync()).Lacks("TAGMSG");
    }

    // The TAGMSG message: echo-message holds for it.
    [Fact]
    public async Task It_is_echoed_with_the_same_id()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags", "echo-message");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        var echo = (await alice.AskAsync("@+foo=bar TAGMSG #room")).One("TAGMSG");
        Assert.Equal("bar", echo.Tags["+foo"]);
        Assert.Equal((await bob.SyncAsync()).One("TAGMSG").Tags["msgid"], echo.Tags["msgid"]);
    }

    // echo-message: TAGMSG only together with message-tags.
    [Fact]
    public async Task It_is_not_echoed_to_those_without_tags()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "echo-message");
        (await alice.AskAsync("@+foo=bar TAGMSG #room")).Lacks("TAGMSG");
    }

    // The TAGMSG message: several targets.
    [Fact]
    public async Task It_may_have_several_targets()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "message-tags");
        var bob = await server.RegisterAsync("bob", "message-tags");
        var carol = await server.RegisterAsync("carol", "message-tags");
        await alice.AskAsync("@+foo TAGMSG bob,carol");
        Assert.Equal("bob", (await bob.SyncAsync()).One("TAGMSG")[0]);
        Assert.Equal("carol", (await carol.SyncAsync()).One("TAGMSG")[0]);
    }

    // The TAGMSG message: the errors of PRIVMSG.
    [Fact]
    public async Task A_nickname_that_is_not_there_is_401()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "message-tags");
        Assert.Equal(["alice", "nobody"], (await alice.AskAsync("@+foo TAGMSG nobody")).One("401").Parameters.Take(2));
    }

    // The TAGMSG message: membership is honoured (+n is set on new rooms).
    [Fact]
    public async Task A_room_that_is_closed_to_outsiders_refuses_it()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        await alice.AskAsync("MODE #room +n");
        var bob = await server.RegisterAsync("bob", "message-tags");
        Assert.Equal(["bob", "#room"], (await bob.AskAsync("@+foo TAGMSG #room")).One("404").Parameters.Take(2));
        (await alice.SyncAsync()).Lacks("TAGMSG");
    }

    // The TAGMSG message: modes are honoured.
    [Fact]
    public async Task A_moderated_room_refuses_it_of_those_without_a_voice()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.AskAsync("MODE #room +m");
        await bob.SyncAsync();
        (await bob.AskAsync("@+foo TAGMSG #room")).One("404");
        await alice.AskAsync("MODE #room +v bob");
        (await bob.AskAsync("@+foo TAGMSG #room")).Lacks("404");
        (await alice.SyncAsync()).One("TAGMSG");
    }

    // The TAGMSG message: bans are honoured.
    [Fact]
    public async Task Somebody_banned_cannot_send_one()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.AskAsync("MODE #room +b bob!*@*");
        await bob.SyncAsync();
        (await bob.AskAsync("@+foo TAGMSG #room")).One("404");
        (await alice.SyncAsync()).Lacks("TAGMSG");
    }

    // The TAGMSG message: a target is required.
    [Fact]
    public async Task Without_a_target_it_is_461()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "message-tags");
        Assert.Equal(["alice", "TAGMSG"], (await alice.AskAsync("@+foo TAGMSG")).One("461").Parameters.Take(2));
    }

    // The TAGMSG message: it is no reason for 301.
    [Fact]
    public async Task It_comes_to_somebody_who_is_away()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "message-tags");
        var bob = await server.RegisterAsync("bob", "message-tags");
        await bob.AskAsync("AWAY :tea");
        await alice.AskAsync("@+foo TAGMSG bob");
        (await bob.SyncAsync()).One("TAGMSG");
    }
}
