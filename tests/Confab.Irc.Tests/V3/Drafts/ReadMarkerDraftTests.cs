namespace Confab.Irc.Tests.V3.Drafts;

/// <summary>How far somebody has read (read-marker).</summary>
public sealed class ReadMarkerDraftTests
{
    private const string Capability = "draft/read-marker";

    // Command flows: after JOIN, before the end of the names.
    [Fact]
    public async Task A_join_tells_that_nothing_is_read_yet()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.AddMemberAsync("alice", Capability);
        var replies = await alice.JoinAsync("#room");
        Assert.Equal(["#room", "*"], replies.One("MARKREAD").Parameters);
        var commands = replies.Commands.ToList();
        Assert.InRange(commands.IndexOf("MARKREAD"), commands.IndexOf("JOIN") + 1, commands.IndexOf("366") - 1);
    }

    // MARKREAD client set command: answered with what is stored.
    [Fact]
    public async Task A_marker_is_set_and_got()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.AddMemberAsync("alice", Capability, "server-time", "echo-message");
        await alice.JoinAsync("#room");
        var mark = (await alice.SayAsync("#room", "one"))[0].ByTime();
        Assert.Equal(["#room", mark], (await alice.AskAsync($"MARKREAD #room {mark}")).One("MARKREAD").Parameters);
        Assert.Equal(["#room", mark], (await alice.AskAsync("MARKREAD #room")).One("MARKREAD").Parameters);
    }

    // Read timestamp notes: it only rises.
    [Fact]
    public async Task A_marker_never_goes_back()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.AddMemberAsync("alice", Capability, "server-time", "echo-message");
        await alice.JoinAsync("#room");
        var said = await alice.SayAsync("#room", "one", "two");
        await alice.AskAsync($"MARKREAD #room {said[1].ByTime()}");
        Assert.Equal(said[1].ByTime(), (await alice.AskAsync($"MARKREAD #room {said[0].ByTime()}")).One("MARKREAD")[1]);
    }

    // Command flows: all clients of the user are told, and nobody else.
    [Fact]
    public async Task Other_sessions_are_told_and_other_people_are_not()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var desk = await server.AddMemberAsync("alice", Capability, "server-time", "echo-message");
        await desk.JoinAsync("#room");
        var phone = await server.LogInAsync("alice", "alice", Capability);
        var bob = await server.EnterAsync("#room", "bob", Capability);
        var mark = (await desk.SayAsync("#room", "one"))[0].ByTime();
        await desk.AskAsync($"MARKREAD #room {mark}");
        Assert.Equal(["#room", mark], (await phone.SyncAsync()).One("MARKREAD").Parameters);
        (await bob.SyncAsync()).Lacks("MARKREAD");
    }

    // MARKREAD command: a nickname is a target as well.
    [Fact]
    public async Task A_conversation_has_a_marker_too()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        await server.AddMemberAsync("bob");
        var alice = await server.AddMemberAsync("alice", Capability, "server-time", "echo-message");
        Assert.Equal(["bob", "*"], (await alice.AskAsync("MARKREAD bob")).One("MARKREAD").Parameters);
        var mark = (await alice.SayAsync("bob", "hi"))[0].ByTime();
        Assert.Equal(mark, (await alice.AskAsync($"MARKREAD bob {mark}")).One("MARKREAD")[1]);
    }

    // Errors and Warnings.
    [Theory]
    [InlineData("MARKREAD", "NEED_MORE_PARAMS")]
    [InlineData("MARKREAD #room *", "INVALID_PARAMS")]
    [InlineData("MARKREAD #room yesterday", "INVALID_PARAMS")]
    [InlineData("MARKREAD #room timestamp=yesterday", "INVALID_PARAMS")]
    public async Task What_cannot_be_read_is_refused(string line, string code)
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.AddMemberAsync("alice", Capability);
        await alice.JoinAsync("#room");
        Assert.Equal(["MARKREAD", code], (await alice.AskAsync(line)).One("FAIL").Parameters.Take(2));
    }

    // Description: it outlives the session.
    [Fact]
    public async Task A_marker_is_there_at_the_next_join()
    {
        await using var server = await Capabilities.StartOfferingAsync(Capability);
        var alice = await server.AddMemberAsync("alice", Capability, "server-time", "echo-message");
        await alice.JoinAsync("#room");
        var mark = (await alice.SayAsync("#room", "one"))[0].ByTime();
        await alice.AskAsync($"MARKREAD #room {mark}");
        await server.EnterAsync("#room", "bob");
        await alice.LeaveAsync();
        var again = await server.LogInAsync("alice", "alice", Capability);
        Assert.Equal(mark, (await again.JoinAsync("#room")).One("MARKREAD")[1]);
    }
}
