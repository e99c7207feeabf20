namespace Confab.Irc.Tests.V3.History;

/// <summary>What happened besides talk (draft/event-playback).</summary>
public sealed class HistoryEventsTests
{
    // Implementation: lines that are relevant, as they were.
    [Theory]
    [InlineData("PART #room :off", "PART #room off")]
    [InlineData("NICK robert", "NICK robert")]
    [InlineData("TOPIC #room :tea", "TOPIC #room tea")]
    [InlineData("QUIT :home", "QUIT")]
    [InlineData("@+draft/react=x TAGMSG #room", "TAGMSG #room")]
    public async Task What_somebody_did_is_in_the_history(string line, string expected)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.WithEvents);
        await alice.AskAsync("MODE #room -t");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.SyncAsync();
        await bob.SendAsync(line);
        var live = (await alice.ReadUntilAsync(expected.Split(' ')[0]))[^1];
        var kept = (await alice.HistoryAsync("LATEST #room * 1")).Lines[0];
        Assert.StartsWith(expected, kept.Said, StringComparison.Ordinal);
        Assert.Equal(live.Said, kept.Said);
        Assert.StartsWith("bob!", kept.Source, StringComparison.Ordinal);
        Assert.NotEqual("", kept.Tags["time"]);
    }

    // Implementation: JOIN.
    [Fact]
    public async Task A_join_is_in_the_history()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.WithEvents);
        await server.EnterAsync("#room", "bob");
        await alice.SyncAsync();
        var kept = (await alice.HistoryAsync("LATEST #room * 1")).Lines[0];
        Assert.Equal(("JOIN", "bob"), (kept.Command, kept.Nick));
        Assert.Equal("#room", kept[0]);
    }

    // Implementation: MODE and KICK of an operator.
    [Theory]
    [InlineData("MODE #room +m", "MODE #room +m")]
    [InlineData("MODE #room +v bob", "MODE #room +v bob")]
    [InlineData("MODE #room +b *!*@spam.example", "MODE #room +b *!*@spam.example")]
    [InlineData("KICK #room bob :enough", "KICK #room bob enough")]
    public async Task What_an_operator_did_is_in_the_history(string line, string expected)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.WithEvents);
        await server.EnterAsync("#room", "bob");
        await alice.AskAsync(line);
        var kept = (await alice.HistoryAsync("LATEST #room * 1")).Lines[0];
        Assert.Equal(expected, kept.Said);
        Assert.Equal("alice", kept.Nick);
    }

    // Returned message notes: one order for talk and events.
    [Fact]
    public async Task Talk_and_events_are_in_one_order()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.WithEvents);
        await alice.SayAsync("#room", "one");
        await alice.AskAsync("TOPIC #room :tea");
        await alice.SayAsync("#room", "two");
        var batch = await alice.HistoryAsync("LATEST #room * 3");
        Assert.Equal(["PRIVMSG", "TOPIC", "PRIVMSG"], batch.Lines.Select(line => line.Command));
        Assert.Equal(["one", "tea", "two"], batch.Texts);
    }

    // extended-join: a JOIN of the history has the form that the asker knows.
    [Fact]
    public async Task A_join_has_the_form_that_the_asker_knows()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", [.. Histories.WithEvents, "extended-join"]);
        await server.EnterAsync("#room", "bob");
        await alice.SyncAsync();
        Assert.Equal(["#room", "*", IrcClient.RealNameOf("bob")], (await alice.HistoryAsync("LATEST #room * 1")).Lines[0].Parameters);
    }

    // Capability: it may be left out again.
    [Fact]
    public async Task Without_it_there_is_only_talk()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.WithEvents);
        await alice.SayAsync("#room", "one");
        await alice.AskAsync("TOPIC #room :tea");
        await alice.RequestAsync("-draft/event-playback");
        Assert.Equal(["one"], (await alice.HistoryAsync("LATEST #room * 5")).Texts);
    }
}
