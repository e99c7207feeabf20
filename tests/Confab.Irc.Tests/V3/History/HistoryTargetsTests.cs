namespace Confab.Irc.Tests.V3.History;

/// <summary>Where something was said (chathistory, TARGETS).</summary>
public sealed class HistoryTargetsTests
{
    private const string Ever = "timestamp=2001-01-01T00:00:00.000Z timestamp=2099-01-01T00:00:00.000Z";

    // TARGETS: a batch of its own type; names and the times of the last messages.
    [Fact]
    public async Task Rooms_and_people_are_listed_with_their_last_moments()
    {
        await using var server = await IrcServer.StartAsync();
        var bob = await server.AddMemberAsync("bob");
        var alice = await server.AddMemberAsync("alice", Histories.Capabilities);
        await alice.JoinAsync("#room");
        var room = await alice.SayAsync("#room", "one", "two");
        var person = await alice.SayAsync("bob", "hello");
        await bob.SyncAsync();
        var batch = await TargetsAsync(alice, $"{Ever} 10");
        Assert.Equal(["draft/chathistory-targets"], batch.Start.Parameters.Skip(1));
        Assert.Equal(
            [$"CHATHISTORY TARGETS #room {room[^1].Tags["time"]}", $"CHATHISTORY TARGETS bob {person[^1].Tags["time"]}"],
            batch.Lines.Select(line => line.Said));
    }

    // TARGETS: ordered by the last message, whatever the order of the bounds.
    [Fact]
    public async Task They_are_ordered_by_their_last_messages()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#a", "alice", Histories.Capabilities);
        await alice.JoinAsync("#b");
        await alice.JoinAsync("#c");
        await alice.SayAsync("#b", "one");
        await alice.SayAsync("#c", "two");
        await alice.SayAsync("#a", "three");
        Assert.Equal(["#b", "#c", "#a"], Names(await TargetsAsync(alice, $"{Ever} 10")));
        Assert.Equal(["#b", "#c"], Names(await TargetsAsync(alice, $"{Ever} 2")));
        var backwards = string.Join(' ', Ever.Split(' ').Reverse());
        Assert.Equal(["#c", "#a"], Names(await TargetsAsync(alice, $"{backwards} 2")));
    }

    // TARGETS: as BETWEEN, so the bounds are left out.
    [Fact]
    public async Task Bounds_are_left_out()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#a", "alice", Histories.Capabilities);
        await alice.JoinAsync("#b");
        await alice.JoinAsync("#c");
        var first = (await alice.SayAsync("#a", "one"))[0];
        await alice.SayAsync("#b", "two");
        var third = (await alice.SayAsync("#c", "three"))[0];
        Assert.Equal(["#b"], Names(await TargetsAsync(alice, $"{first.ByTime()} {third.ByTime()} 10")));
    }

    // TARGETS: only what the asker may see.
    [Fact]
    public async Task Rooms_and_people_of_others_are_not_listed()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("bob");
        var alice = await server.AddMemberAsync("alice", Histories.Capabilities);
        await alice.JoinAsync("#room");
        await alice.SayAsync("#room", "one");
        var mallory = await server.AddMemberAsync("mallory", Histories.Capabilities);
        Assert.Empty((await TargetsAsync(mallory, $"{Ever} 10")).Lines);
    }

    // TARGETS: nothing there is an empty batch.
    [Fact]
    public async Task Nothing_said_is_an_empty_batch()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Histories.Capabilities);
        Assert.Empty((await TargetsAsync(alice, $"{Ever} 10")).Lines);
    }

    // TARGETS: the references must be timestamps.
    [Theory]
    [InlineData("msgid=abc msgid=def 10")]
    [InlineData("* * 10")]
    [InlineData("timestamp=never timestamp=2099-01-01T00:00:00.000Z 10")]
    public async Task Only_moments_may_bound_it(string query)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Histories.Capabilities);
        var fail = (await alice.AskAsync($"CHATHISTORY TARGETS {query}")).One("FAIL");
        Assert.Contains(fail[1], (string[])["INVALID_PARAMS", "INVALID_MSGREFTYPE"]);
    }

    private static async Task<ReceivedBatch> TargetsAsync(IrcClient client, string query) =>
        (await client.AskAsync($"CHATHISTORY TARGETS {query}")).Batch("draft/chathistory-targets");

    private static IEnumerable<string> Names(ReceivedBatch batch) => batch.Lines.Select(line => line[1]);
}
