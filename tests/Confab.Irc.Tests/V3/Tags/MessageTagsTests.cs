namespace Confab.Irc.Tests.V3.Tags;

/// <summary>How tags of clients travel (message-tags).</summary>
public sealed class MessageTagsTests
{
    // Client-only tags: attached to what is relayed, in rooms and in private.
    [Theory]
    [InlineData("PRIVMSG #room :hi")]
    [InlineData("NOTICE #room :hi")]
    [InlineData("TAGMSG #room")]
    [InlineData("PRIVMSG bob :hi")]
    [InlineData("NOTICE bob :hi")]
    [InlineData("TAGMSG bob")]
    public async Task Client_only_tags_reach_those_who_understand_tags(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.AskAsync($"@+example.com/foo=bar {line}");
        var seen = (await bob.SyncAsync()).One(line.Split(' ')[0]);
        Assert.Equal("bar", seen.Tags["+example.com/foo"]);
        Assert.Equal("alice", seen.Nick);
    }

    // Capabilities: those who did not ask for tags get none.
    [Theory]
    [InlineData("PRIVMSG #room :hi")]
    [InlineData("NOTICE #room :hi")]
    [InlineData("PRIVMSG bob :hi")]
    public async Task Others_get_the_message_without_tags(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob");
        await alice.AskAsync($"@+foo=bar {line}");
        Assert.StartsWith(":alice!", (await bob.SyncAsync()).One(line.Split(' ')[0]).Raw, StringComparison.Ordinal);
    }

    // Capabilities: another capability that uses tags brings only its own.
    [Fact]
    public async Task Server_time_alone_brings_no_client_only_tags()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "server-time");
        await alice.AskAsync("@+foo=bar PRIVMSG #room :hi");
        Assert.Equal(["time"], (await bob.SyncAsync()).One("PRIVMSG").Tags.Keys);
    }

    // Security considerations: tags without the prefix are removed.
    [Theory]
    [InlineData("foo=bar", "foo")]
    [InlineData("unknown-tag", "unknown-tag")]
    [InlineData("account=mallory", "account")]
    [InlineData("bot", "bot")]
    [InlineData("batch=123", "batch")]
    [InlineData("example.com/foo=1", "example.com/foo")]
    public async Task Tags_of_clients_without_the_prefix_are_dropped(string tag, string key)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags", "account-tag");
        await alice.AskAsync($"@{tag};+kept=1 PRIVMSG #room :hi");
        var seen = (await bob.SyncAsync()).One("PRIVMSG");
        Assert.DoesNotContain(key, seen.Tags.Keys);
        Assert.Equal("1", seen.Tags["+kept"]);
    }

    // Security considerations: what the server itself says cannot be forged.
    [Theory]
    [InlineData("msgid", "forged")]
    [InlineData("time", "2001-01-01T00:00:00.000Z")]
    public async Task Tags_of_the_server_cannot_be_forged(string key, string value)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags", "server-time");
        await alice.AskAsync($"@{key}={value} PRIVMSG #room :hi");
        Assert.NotEqual(value, (await bob.SyncAsync()).One("PRIVMSG").Tags[key]);
    }

    // Escaping values, and the example of a value with all that needs it.
    [Theory]
    [InlineData(@"raw+:=,escaped\:\s\\", @"raw+:=,escaped; \")]
    [InlineData(@"a\:b", "a;b")]
    [InlineData(@"a\sb", "a b")]
    [InlineData(@"a\\b", @"a\b")]
    [InlineData(@"a\rb\n", "a\rb\n")]
    [InlineData(@"test\", "test")]
    [InlineData(@"\b", "b")]
    [InlineData("a=b=c", "a=b=c")]
    [InlineData("ärgerlich🎈", "ärgerlich🎈")]
    public async Task Values_arrive_as_they_were_meant(string escaped, string meant)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.AskAsync($"@+example={escaped} PRIVMSG #room :hi");
        Assert.Equal(meant, (await bob.SyncAsync()).One("PRIVMSG").Tags["+example"]);
    }

    // Format: a missing value stays missing; an empty one is the same as none.
    [Theory]
    [InlineData("+mark")]
    [InlineData("+mark=")]
    public async Task A_missing_and_an_empty_value_are_the_same(string tag)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.AskAsync($"@{tag} PRIVMSG #room :hi");
        var seen = (await bob.SyncAsync()).One("PRIVMSG");
        Assert.Equal("", seen.Tags["+mark"]);
        Assert.True(tag.Contains('=', StringComparison.Ordinal) || !seen.Raw.Contains("+mark=", StringComparison.Ordinal));
    }

    // Format: of a tag that is there twice the last counts.
    [Fact]
    public async Task The_last_of_two_equal_keys_counts()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.AskAsync("@+foo=1;+foo=2 PRIVMSG #room :hi");
        Assert.Equal("2", (await bob.SyncAsync()).One("PRIVMSG").Tags["+foo"]);
    }

    // Format: keys differ by case.
    [Fact]
    public async Task Keys_are_told_apart_by_their_case()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.AskAsync("@+Foo=1;+foo=2 PRIVMSG #room :hi");
        var tags = (await bob.SyncAsync()).One("PRIVMSG").Tags;
        Assert.Equal(("1", "2"), (tags["+Foo"], tags["+foo"]));
    }

    // Format: no key makes a message invalid.
    [Theory]
    [InlineData("@+!!=x")]
    [InlineData("@+=x")]
    [InlineData("@;;+a=b;")]
    [InlineData("@")]
    public async Task Odd_keys_do_not_refuse_the_message(string tags)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.AskAsync($"{tags} PRIVMSG #room :hi");
        Assert.Equal("hi", (await bob.SyncAsync()).One("PRIVMSG").Last);
    }

    // Client-only tags: those of the server come first.
    [Fact]
    public async Task Tags_of_the_server_come_before_those_of_the_client()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags", "server-time");
        await alice.AskAsync("@+foo=bar;+zig PRIVMSG #room :hi");
        var tags = (await bob.SyncAsync()).One("PRIVMSG").Raw.Split(' ')[0][1..].Split(';');
        Assert.All(tags.SkipWhile(tag => !tag.StartsWith('+')), tag => Assert.StartsWith("+", tag, StringComparison.Ordinal));
        Assert.Contains(tags, tag => tag.StartsWith("msgid=", StringComparison.Ordinal));
    }

    // Capabilities: a tag in front of a line never hinders its reading.
    [Fact]
    public async Task Tags_are_read_past_without_the_capability()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var bob = await server.EnterAsync("#room", "bob");
        await alice.AskAsync("@foo=bar PRIVMSG #room :hi");
        Assert.Equal("hi", (await bob.SyncAsync()).One("PRIVMSG").Last);
    }

    // Format: tags may stand in front of any command, and in front of a source.
    [Fact]
    public async Task Tags_may_stand_before_a_source()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.AskAsync("@+foo=bar :alice NOTICE #room :hi");
        Assert.Equal("bar", (await bob.SyncAsync()).One("NOTICE").Tags["+foo"]);
    }
}
