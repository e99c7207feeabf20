namespace Confab.Irc.Tests.V3.Drafts;

/// <summary>Messages of several lines (multiline, client-batch).</summary>
public sealed class MultilineDraftTests
{
    private const string Capability = "draft/multiline";

    private static readonly string[] _capabilities = ["batch", "message-tags", "echo-message", "labeled-response", Capability];

    private static readonly string[] _message =
    [
        "BATCH +123 draft/multiline #room",
        "@batch=123 PRIVMSG #room hello",
        "@batch=123 PRIVMSG #room :",
        "@batch=123 PRIVMSG #room :how is ",
        "@batch=123;draft/multiline-concat PRIVMSG #room :everyone?",
        "BATCH -123",
    ];

    // Capabilities: a value with max-bytes.
    [Fact]
    public async Task The_capability_tells_its_limits()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var keys = (await server.OfferedAsync())[Capability].Split(',').Select(key => key.Split('=')[0]);
        Assert.Superset(new HashSet<string> { "max-bytes", "max-lines" }, keys.ToHashSet());
    }

    // Batch types: the batch arrives as it was sent, and as one message.
    [Fact]
    public async Task It_arrives_in_one_batch()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#room", "alice", _capabilities);
        var bob = await server.EnterAsync("#room", "bob", _capabilities);
        await alice.AskAsync(_message);
        var batch = (await bob.SyncAsync()).Batch(Capability);
        Assert.Equal("#room", batch.Start[2]);
        Assert.Equal("alice", batch.Start.Nick);
        Assert.NotEqual("", batch.Start.Tags["msgid"]);
        Assert.Equal(["hello", "", "how is ", "everyone?"], batch.Texts);
        Assert.Equal([false, false, false, true], batch.Lines.Select(line => line.Tags.ContainsKey("draft/multiline-concat")));
        Assert.All(batch.Lines, line => Assert.DoesNotContain("msgid", line.Tags.Keys));
    }

    // Fallback: others get the lines, without the blank ones; the first has the id.
    [Fact]
    public async Task Others_get_the_lines()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#room", "alice", _capabilities);
        var bob = await server.EnterAsync("#room", "bob", "message-tags", "batch");
        await alice.AskAsync(_message);
        var seen = await bob.SyncAsync();
        seen.Lacks("BATCH");
        Assert.Equal(["hello", "how is ", "everyone?"], seen.All("PRIVMSG").Select(line => line.Last));
        Assert.Equal([true, false, false], seen.All("PRIVMSG").Select(line => line.Tags.ContainsKey("msgid")));
    }

    // Labeled response: the label is on the start of the echo.
    [Fact]
    public async Task The_echo_is_labeled_at_its_start()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#room", "alice", _capabilities);
        var batch = (await alice.AskAsync([$"@label=abc {_message[0]}", .. _message[1..]])).Batch(Capability);
        Assert.Equal("abc", batch.Start.Tags["label"]);
        Assert.All(batch.Lines, line => Assert.DoesNotContain("label", line.Tags.Keys));
    }

    // Message tags: client-only tags stand on the start.
    [Fact]
    public async Task Client_only_tags_of_the_start_arrive_there()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#room", "alice", _capabilities);
        var bob = await server.EnterAsync("#room", "bob", _capabilities);
        await alice.AskAsync([$"@+foo=bar {_message[0]}", .. _message[1..]]);
        Assert.Equal("bar", (await bob.SyncAsync()).Batch(Capability).Start.Tags["+foo"]);
    }

    // Errors, and the examples of what is not valid.
    [Theory]
    [InlineData("MULTILINE_INVALID_TARGET", "@batch=1 PRIVMSG #other hello")]
    [InlineData("MULTILINE_INVALID", "@batch=1 PRIVMSG #room :hello ", "@batch=1;draft/multiline-concat PRIVMSG #room :", "@batch=1 PRIVMSG #room :there")]
    [InlineData("MULTILINE_INVALID", "@batch=1 PRIVMSG #room :", "@batch=1 PRIVMSG #room :")]
    [InlineData("MULTILINE_INVALID", "@batch=1 PRIVMSG #room :one", "@batch=1 NOTICE #room :two")]
    public async Task What_is_not_valid_is_refused_whole(string code, params string[] lines)
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#room", "alice", _capabilities);
        var bob = await server.EnterAsync("#room", "bob", _capabilities);
        await alice.SyncAsync();
        var fails = (await alice.AskAsync(["BATCH +1 draft/multiline #room", .. lines, "BATCH -1"])).All("FAIL");
        Assert.Equal(["BATCH", code], fails[0].Parameters.Take(2));
        (await bob.SyncAsync()).AreNone();
    }

    // Errors: more lines than are allowed.
    [Fact]
    public async Task Too_many_lines_are_refused()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var limit = (await server.OfferedAsync())[Capability].Split(',').Select(key => key.Split('=')).Single(key => key[0] == "max-lines")[1];
        var alice = await server.EnterAsync("#room", "alice", _capabilities);
        var lines = Enumerable.Repeat("@batch=1 PRIVMSG #room :x", int.Parse(limit, System.Globalization.CultureInfo.InvariantCulture) + 1);
        var fails = (await alice.AskAsync(["BATCH +1 draft/multiline #room", .. lines, "BATCH -1"])).All("FAIL");
        Assert.Equal(["BATCH", "MULTILINE_MAX_LINES", limit], fails[0].Parameters.Take(3));
    }

    // Batch types: notices too.
    [Fact]
    public async Task A_notice_may_have_several_lines()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#room", "alice", _capabilities);
        var bob = await server.EnterAsync("#room", "bob", _capabilities);
        await alice.AskAsync([.. _message.Select(line => line.Replace("PRIVMSG", "NOTICE", StringComparison.Ordinal))]);
        Assert.All((await bob.SyncAsync()).Batch(Capability).Lines, line => Assert.Equal("NOTICE", line.Command));
    }
}
