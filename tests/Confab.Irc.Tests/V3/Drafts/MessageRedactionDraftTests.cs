namespace Confab.Irc.Tests.V3.Drafts;

/// <summary>Taking a message back (message-redaction).</summary>
public sealed class MessageRedactionDraftTests
{
    private const string Capability = "draft/message-redaction";

    private static readonly string[] _capabilities = [.. Histories.Capabilities, Capability];

    // Command: told to those who know it.
    [Theory]
    [InlineData(" :bad example", "bad example")]
    [InlineData("", "")]
    public async Task A_message_of_ones_own_is_taken_back(string reason, string told)
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#room", "alice", _capabilities);
        var bob = await server.EnterAsync("#room", "bob", _capabilities);
        var id = (await alice.SayAsync("#room", "an example"))[0].Tags["msgid"];
        await bob.SyncAsync();
        await alice.AskAsync($"REDACT #room {id}{reason}");
        var seen = (await bob.SyncAsync()).One("REDACT");
        Assert.Equal(["#room", id], seen.Parameters.Take(2));
        Assert.Equal(told, seen.Parameters.ElementAtOrDefault(2) ?? "");
        Assert.Equal("alice", seen.Nick);
    }

    // Command: never to those who do not know it.
    [Fact]
    public async Task Others_see_no_REDACT()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#room", "alice", _capabilities);
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        var id = (await alice.SayAsync("#room", "an example"))[0].Tags["msgid"];
        await alice.AskAsync($"REDACT #room {id}");
        (await bob.SyncAsync()).Lacks("REDACT");
    }

    // Chat history: it is left out, or the REDACT is with it.
    [Fact]
    public async Task The_history_knows_of_it()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#room", "alice", _capabilities);
        var said = await alice.SayAsync("#room", "one", "two");
        await alice.AskAsync($"REDACT #room {said[0].Tags["msgid"]}");
        var batch = await alice.HistoryAsync("LATEST #room * 10");
        Assert.True(!batch.Texts.Contains("one") || batch.Lines.Any(line => line.Command == "REDACT" && line[1] == said[0].Tags["msgid"]));
        Assert.Contains("two", batch.Texts);
    }

    // Errors: somebody else's message.
    [Fact]
    public async Task A_message_of_somebody_else_stays()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#room", "alice", _capabilities);
        var bob = await server.EnterAsync("#room", "bob", _capabilities);
        var id = (await alice.SayAsync("#room", "mine"))[0].Tags["msgid"];
        await bob.SyncAsync();
        var replies = await bob.AskAsync($"REDACT #room {id}");
        Assert.Equal(["REDACT", "REDACT_FORBIDDEN", "#room", id], replies.One("FAIL").Parameters.Take(4));
        replies.Lacks("REDACT");
        (await alice.SyncAsync()).Lacks("REDACT");
    }

    // Server implementation considerations: an operator of the room may.
    [Fact]
    public async Task An_operator_takes_back_what_others_said()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#room", "alice", _capabilities);
        var bob = await server.EnterAsync("#room", "bob", _capabilities);
        var id = (await bob.SayAsync("#room", "spam"))[0].Tags["msgid"];
        await alice.SyncAsync();
        await alice.AskAsync($"REDACT #room {id} spam");
        Assert.Equal("alice", (await bob.SyncAsync()).One("REDACT").Nick);
    }

    // Errors: an id that never was.
    [Fact]
    public async Task An_unknown_id_is_UNKNOWN_MSGID()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#room", "alice", _capabilities);
        Assert.Equal(["REDACT", "UNKNOWN_MSGID", "#room", "never-was"], (await alice.AskAsync("REDACT #room never-was")).One("FAIL").Parameters.Take(4));
    }

    // Errors: a target that one cannot reach.
    [Fact]
    public async Task A_room_of_others_is_INVALID_TARGET()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.EnterAsync("#room", "alice", _capabilities);
        var id = (await alice.SayAsync("#room", "mine"))[0].Tags["msgid"];
        var bob = await server.RegisterAsync("bob", _capabilities);
        var fail = (await bob.AskAsync($"REDACT #room {id}")).One("FAIL");
        Assert.Equal(["REDACT", "INVALID_TARGET", "#room"], fail.Parameters.Take(3));
    }

    // Command: private messages too.
    [Fact]
    public async Task A_private_message_is_taken_back()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.AddMemberAsync("alice", _capabilities);
        var bob = await server.AddMemberAsync("bob", _capabilities);
        var id = (await alice.SayAsync("bob", "oops"))[0].Tags["msgid"];
        await bob.SyncAsync();
        await alice.AskAsync($"REDACT bob {id}");
        Assert.Equal(["bob", id], (await bob.SyncAsync()).One("REDACT").Parameters.Take(2));
    }
}
