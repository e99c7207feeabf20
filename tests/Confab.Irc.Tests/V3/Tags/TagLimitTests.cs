namespace Confab.Irc.Tests.V3.Tags;

/// <summary>How long tags may be (message-tags, Size limit).</summary>
public sealed class TagLimitTests
{
    private const int ClientBytes = 4094;

    // Size limit: 4094 bytes of tag data are allowed, and arrive whole.
    [Fact]
    public async Task Tags_of_4094_bytes_arrive_whole()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags", "server-time", "account-tag");
        await alice.SyncAsync();
        (await alice.AskAsync($"@{Data(ClientBytes)} PRIVMSG #room :hi")).AreNone();
        Assert.Equal(ClientBytes - "+big=".Length, (await bob.SyncAsync()).One("PRIVMSG").Tags["+big"].Length);
    }

    // Size limit: one byte more is refused, and nothing of it is relayed.
    [Theory]
    [InlineData(ClientBytes + 1)]
    [InlineData(5000)]
    [InlineData(8191)]
    public async Task Longer_tags_are_refused_by_417(int bytes)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        var error = (await alice.AskAsync($"@{Data(bytes)} PRIVMSG #room :hi")).One("417");
        Assert.Equal("alice", error[0]);
        Assert.Equal(2, error.Parameters.Count);
        (await bob.SyncAsync()).Lacks("PRIVMSG");
    }

    // Size limit: tags without the prefix count as well.
    [Fact]
    public async Task Tags_without_the_prefix_count()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        (await alice.AskAsync($"@{Data(ClientBytes + 1)[1..]}x TAGMSG #room")).One("417");
    }

    // Size limit: many small tags are as long as one big one.
    [Fact]
    public async Task Many_small_tags_are_refused_too()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var tags = string.Join(';', Enumerable.Range(1, 600).Select(number => $"+tag{number}"));
        (await alice.AskAsync($"@{tags} TAGMSG #room")).One("417");
    }

    // Size limit: the rest of the line keeps its 512 bytes.
    [Fact]
    public async Task The_rest_of_the_line_keeps_its_own_limit()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.SyncAsync();
        (await alice.AskAsync($"@{Data(ClientBytes)} {Body(510)}")).AreNone();
        Assert.NotEmpty((await bob.SyncAsync()).All("PRIVMSG"));
        (await alice.AskAsync($"@+a=b {Body(511)}")).One("417");
        (await bob.SyncAsync()).Lacks("PRIVMSG");
    }

    // Size limit: a line that was too long is one error, and the next line is read.
    [Fact]
    public async Task After_a_line_that_is_too_long_the_next_is_read()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob");
        (await alice.AskAsync($"@{Data(20_000)} PRIVMSG #room :lost", "PRIVMSG #room :kept")).One("417");
        Assert.Equal("kept", (await bob.SyncAsync()).One("PRIVMSG").Last);
    }

    private static string Data(int bytes) => "+big=" + new string('x', bytes - "+big=".Length);

    private static string Body(int bytes) => "PRIVMSG #room :" + new string('y', bytes - "PRIVMSG #room :".Length);
}
