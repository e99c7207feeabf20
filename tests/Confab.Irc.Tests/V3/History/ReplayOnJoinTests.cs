namespace Confab.Irc.Tests.V3.History;

/// <summary>What those who cannot ask for history are shown of it when they join.</summary>
public sealed class ReplayOnJoinTests
{
    // chathistory batch: one for each room, behind its names
    [Fact]
    public async Task Each_room_of_a_join_has_its_own_batch_behind_its_names()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#a", "alice", Histories.Capabilities);
        await alice.JoinAsync("#b");
        await alice.SayAsync("#a", "one");
        await alice.SayAsync("#b", "two");
        var bob = await server.RegisterAsync("bob", "batch", "server-time", "labeled-response", "message-tags");

        var replies = await bob.AskAsync("@label=1 JOIN #a,#b");

        Assert.Equal(
            ["BATCH", "JOIN", "353", "366", "BATCH", "PRIVMSG", "BATCH", "JOIN", "353", "366", "BATCH", "PRIVMSG", "BATCH", "BATCH"], replies.Commands);
        Assert.Equal(["#a", "#b"], replies.AllBatches("chathistory").Select(batch => batch.Start[2]));
        Assert.Equal(["one", "two"], replies.AllBatches("chathistory").SelectMany(batch => batch.Texts));
        Assert.Equal("1", replies[0].Tags["label"]);
    }

    // Without server-time the time stands in the text
    [Fact]
    public async Task Without_times_each_line_tells_its_own()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        await alice.SayAsync("#room", "one", "\u0001ACTION waves\u0001");
        var bob = await server.RegisterAsync("bob");

        var lines = (await bob.JoinAsync("#room")).All("PRIVMSG");

        Assert.Matches(@"^\[\d\d:\d\d\] one$", lines[0].Last);
        Assert.Matches("^\u0001ACTION \\[\\d\\d:\\d\\d\\] waves\u0001$", lines[1].Last);
    }

    // The setting
    [Theory]
    [InlineData("0", "")]
    [InlineData("2", "two three")]
    public async Task A_setting_says_how_much(string count, string expected)
    {
        await using var server = await IrcServer.StartAsync(("irc.historyOnJoin", count));
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        await alice.SayAsync("#room", "one", "two", "three");
        await alice.AskAsync("TOPIC #room :tea");
        var bob = await server.RegisterAsync("bob", "server-time");

        Assert.Equal(expected, string.Join(' ', (await bob.JoinAsync("#room")).All("PRIVMSG").Select(line => line.Last)));
    }

    // Nothing missing and nothing twice between what was and what comes
    [Fact]
    public async Task What_is_said_around_the_join_comes_once()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "echo-message");
        var bob = await server.RegisterAsync("bob", "server-time");
        var said = Enumerable.Range(1, 15).Select(number => $"m{number}").ToArray();

        var talking = alice.AskAsync([.. said.Select(text => $"PRIVMSG #room :{text}")]);
        await bob.SendAsync("JOIN #room");
        await talking;

        var seen = (await bob.SyncAsync()).All("PRIVMSG");
        Assert.Equal(said, seen.Select(line => line.Last));
    }
}
