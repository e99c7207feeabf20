namespace Confab.Irc.Tests.V3.History;

/// <summary>What CHATHISTORY refuses (chathistory, Errors and Warnings).</summary>
public sealed class HistoryErrorTests
{
    // An unknown subcommand.
    [Theory]
    [InlineData("NONSENSE")]
    [InlineData("FIRST")]
    public async Task An_unknown_subcommand_is_INVALID_PARAMS(string subcommand)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        var fail = (await alice.AskAsync($"CHATHISTORY {subcommand} #room * 5")).One("FAIL");
        Assert.Equal(["CHATHISTORY", "INVALID_PARAMS", subcommand], fail.Parameters.Take(3));
        Assert.Equal(4, fail.Parameters.Count);
    }

    // Missing parameters: INVALID_PARAMS, or the numeric for it.
    [Theory]
    [InlineData("CHATHISTORY")]
    [InlineData("CHATHISTORY LATEST")]
    [InlineData("CHATHISTORY LATEST #room")]
    [InlineData("CHATHISTORY LATEST #room *")]
    [InlineData("CHATHISTORY BEFORE #room timestamp=2020-01-01T00:00:00.000Z")]
    [InlineData("CHATHISTORY BETWEEN #room timestamp=2020-01-01T00:00:00.000Z timestamp=2021-01-01T00:00:00.000Z")]
    [InlineData("CHATHISTORY TARGETS timestamp=2020-01-01T00:00:00.000Z")]
    public async Task Missing_parameters_are_refused(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        var reply = Assert.Single(await alice.AskAsync(line));
        Assert.True(
            reply.Command == "461" && reply[1] == "CHATHISTORY" || reply.Command == "FAIL" && reply[0] == "CHATHISTORY" && reply[1] == "INVALID_PARAMS",
            reply.Raw);
    }

    // Excess parameters.
    [Fact]
    public async Task Too_many_parameters_are_INVALID_PARAMS()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        Assert.Equal("INVALID_PARAMS", (await alice.AskAsync("CHATHISTORY LATEST #room * 5 6 7")).One("FAIL")[1]);
    }

    // Parameters that cannot be parsed.
    [Theory]
    [InlineData("LATEST", "LATEST #room * many")]
    [InlineData("LATEST", "LATEST #room * -5")]
    [InlineData("BEFORE", "BEFORE #room * 5")]
    [InlineData("AFTER", "AFTER #room * 5")]
    [InlineData("AROUND", "AROUND #room * 5")]
    [InlineData("BEFORE", "BEFORE #room timestamp=yesterday 5")]
    [InlineData("BEFORE", "BEFORE #room timestamp=2020-13-41T00:00:00.000Z 5")]
    [InlineData("LATEST", "LATEST #room timestamp= 5")]
    public async Task What_cannot_be_read_is_INVALID_PARAMS(string subcommand, string query)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        var fail = (await alice.AskAsync($"CHATHISTORY {query}")).One("FAIL");
        Assert.Equal(["CHATHISTORY", "INVALID_PARAMS", subcommand], fail.Parameters.Take(3));
    }

    // A kind of reference that is not known.
    [Fact]
    public async Task An_unknown_kind_of_reference_is_refused()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        var fail = (await alice.AskAsync("CHATHISTORY BEFORE #room sequence=5 5")).One("FAIL");
        Assert.Contains(fail[1], (string[])["INVALID_MSGREFTYPE", "INVALID_PARAMS"]);
        Assert.Equal("BEFORE", fail[2]);
    }

    // The target does not exist.
    [Fact]
    public async Task A_room_that_is_not_there_is_INVALID_TARGET()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Histories.Capabilities);
        var fail = (await alice.AskAsync("CHATHISTORY LATEST #nowhere * 5")).One("FAIL");
        Assert.Equal(["CHATHISTORY", "INVALID_TARGET", "LATEST", "#nowhere"], fail.Parameters.Take(4));
        Assert.Equal(5, fail.Parameters.Count);
    }

    // No permission: the same answer as for a room that is not there.
    [Theory]
    [InlineData("")]
    [InlineData("MODE #room +s")]
    [InlineData("MODE #room +i")]
    public async Task A_stranger_is_told_INVALID_TARGET(string mode)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        await alice.SayAsync("#room", "secret");
        if (mode.Length > 0)
        {
            await alice.AskAsync(mode);
        }

        var mallory = await server.RegisterAsync("mallory", Histories.Capabilities);
        foreach (var query in (string[])["LATEST #room * 5", "BEFORE #room timestamp=2099-01-01T00:00:00.000Z 5", "AFTER #room timestamp=2001-01-01T00:00:00.000Z 5"])
        {
            var replies = await mallory.AskAsync($"CHATHISTORY {query}");
            Assert.Equal(["CHATHISTORY", "INVALID_TARGET"], replies.One("FAIL").Parameters.Take(2));
            replies.Lacks("PRIVMSG");
        }
    }

    // Security considerations: those who left, were kicked or banned.
    [Theory]
    [InlineData("PART")]
    [InlineData("KICK")]
    [InlineData("BAN")]
    public async Task Somebody_who_is_no_longer_there_is_told_INVALID_TARGET(string how)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        var bob = await server.EnterAsync("#room", "bob", Histories.Capabilities);
        await (how switch
        {
            "PART" => bob.AskAsync("PART #room"),
            "KICK" => alice.AskAsync("KICK #room bob"),
            _ => alice.AskAsync("MODE #room +b bob!*@*", "KICK #room bob"),
        });
        await alice.SayAsync("#room", "behind your back");
        await bob.SyncAsync();
        (await bob.AskAsync("CHATHISTORY LATEST #room * 5")).One("FAIL");
    }

    // A message of another room is no reference in this one.
    [Fact]
    public async Task An_id_of_another_room_opens_nothing()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#secret", "alice", Histories.Capabilities);
        var said = await alice.SayAsync("#secret", "one", "two");
        var mallory = await server.EnterAsync("#room", "mallory", Histories.Capabilities);
        (await mallory.AskAsync($"CHATHISTORY AFTER #room {said[0].ById()} 5")).Lacks("PRIVMSG");
        (await mallory.AskAsync($"CHATHISTORY AROUND #room {said[0].ById()} 5")).Lacks("PRIVMSG");
    }

    // An id that never was: an error or nothing, but an answer.
    [Fact]
    public async Task An_id_that_never_was_is_answered()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        await alice.SayAsync("#room", "one");
        var replies = await alice.AskAsync("CHATHISTORY BEFORE #room msgid=never-was 5");
        replies.Lacks("PRIVMSG");
        Assert.Contains(replies[0].Command, (string[])["FAIL", "BATCH"]);
    }
}
