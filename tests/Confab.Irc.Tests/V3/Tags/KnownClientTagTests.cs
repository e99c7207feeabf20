namespace Confab.Irc.Tests.V3.Tags;

/// <summary>The client-only tags that have a specification: typing, reply, react, channel-context.</summary>
public sealed class KnownClientTagTests
{
    // typing, Format: by TAGMSG, to rooms and to people.
    [Theory]
    [InlineData("active", "#room")]
    [InlineData("paused", "#room")]
    [InlineData("done", "#room")]
    [InlineData("active", "bob")]
    [InlineData("done", "bob")]
    public async Task Typing_is_told(string state, string target)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.AskAsync($"@+typing={state} TAGMSG {target}");
        var seen = (await bob.SyncAsync()).One("TAGMSG");
        Assert.Equal(state, seen.Tags["+typing"]);
        Assert.Equal(target, seen[0]);
    }

    // typing, Dependencies: only with message-tags.
    [Fact]
    public async Task Typing_is_not_told_to_those_without_tags()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob");
        await alice.AskAsync("@+typing=active TAGMSG #room");
        (await bob.SyncAsync()).AreNone();
    }

    // reply, Format: its value is the id of another message.
    [Theory]
    [InlineData("+reply")]
    [InlineData("+draft/reply")]
    public async Task A_reply_refers_to_the_id_of_a_message(string tag)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags", "echo-message");
        var bob = await server.EnterAsync("#room", "bob", "message-tags", "echo-message");
        await alice.AskAsync("PRIVMSG #room :a question");
        var id = (await bob.SyncAsync()).One("PRIVMSG").Tags["msgid"];
        var echo = (await bob.AskAsync($"@{tag}={id} PRIVMSG #room :an answer")).One("PRIVMSG");
        var seen = (await alice.SyncAsync()).One("PRIVMSG");
        Assert.Equal(id, seen.Tags[tag]);
        Assert.Equal(id, echo.Tags[tag]);
        Assert.NotEqual(id, seen.Tags["msgid"]);
    }

    // react, Examples: a reaction is a reply.
    [Fact]
    public async Task A_reaction_travels_with_the_message_that_it_is_for()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.AskAsync("@+draft/reply=123;+draft/react=👋 TAGMSG #room");
        var seen = (await bob.SyncAsync()).One("TAGMSG");
        Assert.Equal(("123", "👋"), (seen.Tags["+draft/reply"], seen.Tags["+draft/react"]));
    }

    // channel-context, Format: on private messages.
    [Theory]
    [InlineData("PRIVMSG")]
    [InlineData("NOTICE")]
    public async Task The_context_of_a_private_message_arrives(string command)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.AskAsync($"@+channel-context=#room {command} bob :here is help");
        Assert.Equal("#room", (await bob.SyncAsync()).One(command).Tags["+channel-context"]);
    }
}
