using System.Globalization;

namespace Confab.Irc.Tests.V3.History;

/// <summary>History for those who do not ask for it: on join, and by znc.in/playback.</summary>
public sealed class ReplayTests
{
    // chathistory, Implementation: whoever can ask is not sent it unasked.
    [Fact]
    public async Task Whoever_can_ask_gets_nothing_on_join()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        await alice.SayAsync("#room", "one", "two");
        var bob = await server.RegisterAsync("bob", Histories.Capabilities);
        (await bob.JoinAsync("#room")).Lacks("PRIVMSG", "BATCH");
    }

    // The batch type: history on join in one batch, with the times of the first sending.
    [Fact]
    public async Task A_join_brings_the_last_lines_in_a_batch()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        var said = await alice.SayAsync("#room", "one", "two");
        var bob = await server.RegisterAsync("bob", "batch", "server-time", "message-tags");
        var replies = await bob.JoinAsync("#room");
        var batch = replies.Batch("chathistory");
        Assert.Equal("#room", batch.Start[2]);
        Assert.Equal(["one", "two"], batch.Texts);
        Assert.Equal(said.Select(line => line.Tags["time"]), batch.Lines.Select(line => line.Tags["time"]));
        Assert.Equal(said.Select(line => line.Tags["msgid"]), batch.Lines.Select(line => line.Tags["msgid"]));
        Assert.Equal("JOIN", replies[0].Command);
    }

    // Old clients: the lines as they are.
    [Fact]
    public async Task A_join_brings_the_last_lines_to_old_clients_too()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        await alice.SayAsync("#room", "one", "two");
        var bob = await server.RegisterAsync("bob");
        var lines = (await bob.JoinAsync("#room")).All("PRIVMSG");
        Assert.Equal(["one", "two"], lines.Select(line => line.Last[^3..]));
        Assert.All(lines, line => Assert.StartsWith("alice!", line.Source, StringComparison.Ordinal));
    }

    // znc.in/playback: what was said since a moment, in seconds; 0 is everything.
    [Fact]
    public async Task Playback_gives_what_was_said_since_a_moment()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        var said = await alice.SayAsync("#room", "one", "two", "three");
        var bob = await server.RegisterAsync("bob", "znc.in/playback", "server-time", "batch", "message-tags");
        (await bob.JoinAsync("#room")).Lacks("PRIVMSG");
        Assert.Equal(["one", "two", "three"], (await bob.AskAsync("PRIVMSG *playback :play #room 0")).All("PRIVMSG").Select(line => line.Last));
        var second = DateTimeOffset.Parse(said[1].Tags["time"], CultureInfo.InvariantCulture).ToUnixTimeMilliseconds() / 1000m;
        var later = (await bob.AskAsync(string.Create(CultureInfo.InvariantCulture, $"PRIVMSG *playback :play #room {second:F3}"))).All("PRIVMSG");
        Assert.Equal("three", later[^1].Last);
        Assert.DoesNotContain(later, line => line.Last == "one");
        Assert.All(later, line => Assert.NotEqual("", line.Tags["time"]));
    }

    // znc.in/playback: an asterisk is everything that one may see.
    [Fact]
    public async Task Playback_of_everything_gives_all_rooms_that_one_is_in()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        await alice.JoinAsync("#other");
        await alice.JoinAsync("#secret");
        await alice.SayAsync("#room", "one");
        await alice.SayAsync("#other", "two");
        await alice.SayAsync("#secret", "three");
        var bob = await server.RegisterAsync("bob", "znc.in/playback", "server-time", "batch");
        await bob.AskAsync("JOIN #room,#other");
        var lines = (await bob.AskAsync("PRIVMSG *playback :play * 0")).All("PRIVMSG");
        Assert.Equal(["one", "two"], lines.Select(line => line.Last).Order());
    }

    // znc.in/playback: a stranger gets nothing.
    [Fact]
    public async Task Playback_gives_a_stranger_nothing()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        await alice.SayAsync("#room", "secret");
        var mallory = await server.RegisterAsync("mallory", "znc.in/playback", "server-time", "batch");
        Assert.DoesNotContain((await mallory.AskAsync("PRIVMSG *playback :play #room 0")).All("PRIVMSG"), line => line.Last.Contains("secret", StringComparison.Ordinal));
    }
}
