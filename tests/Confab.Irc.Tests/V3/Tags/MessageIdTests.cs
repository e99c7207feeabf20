namespace Confab.Irc.Tests.V3.Tags;

/// <summary>The ids that the server gives to messages (message-ids).</summary>
public sealed class MessageIdTests
{
    // Tags: on every PRIVMSG and NOTICE (and on TAGMSG, which is a message too).
    [Theory]
    [InlineData("PRIVMSG #room :hi")]
    [InlineData("NOTICE #room :hi")]
    [InlineData("PRIVMSG bob :hi")]
    [InlineData("NOTICE bob :hi")]
    [InlineData("@+foo TAGMSG #room")]
    public async Task Every_message_has_one(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.AskAsync(line);
        var seen = Assert.Single(await bob.SyncAsync());
        Assert.NotEqual("", seen.Tags["msgid"]);
        Assert.DoesNotContain(' ', seen.Tags["msgid"]);
        Assert.False(seen.Tags["msgid"].StartsWith(':'));
    }

    // Tag value: no two messages share one.
    [Fact]
    public async Task No_two_are_the_same()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.AskAsync([.. Enumerable.Range(0, 9).Select(_ => "PRIVMSG #room :same"), "PRIVMSG bob :same", "NOTICE bob :same"]);
        var ids = (await bob.SyncAsync()).Select(message => message.Tags["msgid"]).ToArray();
        Assert.Equal(11, ids.Distinct().Count());
    }

    // Tag value: one message has one id, for everybody who sees it.
    [Fact]
    public async Task All_who_see_a_message_see_the_same_id()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags", "echo-message");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        var carol = await server.EnterAsync("#room", "carol", "message-tags", "server-time");
        var echo = (await alice.AskAsync("PRIVMSG #room :hi")).One("PRIVMSG").Tags["msgid"];
        Assert.Equal(echo, (await bob.SyncAsync()).One("PRIVMSG").Tags["msgid"]);
        Assert.Equal(echo, (await carol.SyncAsync()).One("PRIVMSG").Tags["msgid"]);
    }

    // Relationships: the sender learns the id of a private message by its echo.
    [Fact]
    public async Task The_echo_of_a_private_message_has_its_id()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "message-tags", "echo-message");
        var bob = await server.RegisterAsync("bob", "message-tags");
        var echo = (await alice.AskAsync("PRIVMSG bob :hi")).One("PRIVMSG").Tags["msgid"];
        Assert.Equal(echo, (await bob.SyncAsync()).One("PRIVMSG").Tags["msgid"]);
    }

    // Dependencies: only with message-tags.
    [Fact]
    public async Task Without_message_tags_there_is_none()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var bob = await server.EnterAsync("#room", "bob", "server-time", "echo-message", "batch");
        await alice.AskAsync("PRIVMSG #room :hi");
        Assert.DoesNotContain("msgid", (await bob.SyncAsync()).One("PRIVMSG").Tags.Keys);
    }
}
