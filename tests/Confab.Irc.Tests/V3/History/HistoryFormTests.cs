using System.Globalization;

namespace Confab.Irc.Tests.V3.History;

/// <summary>What the answers to CHATHISTORY look like (chathistory, and the batch type of that name).</summary>
public sealed class HistoryFormTests
{
    // ISUPPORT tokens: how many messages, and by what they may be referred to.
    [Fact]
    public async Task The_tokens_tell_the_limit_and_the_kinds_of_reference()
    {
        await using var server = await IrcServer.StartAsync();
        var supported = await server.SupportedAsync();
        Assert.True(int.Parse(supported["CHATHISTORY"], CultureInfo.InvariantCulture) >= 10);
        Assert.Equal(["msgid", "timestamp"], supported["MSGREFTYPES"].Split(',').Order());
    }

    // Implementation: a batch of type chathistory with one more parameter, the canonical name.
    [Theory]
    [InlineData("#room")]
    [InlineData("#ROOM")]
    public async Task The_batch_names_the_room_as_it_is_written(string target)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        await alice.SayAsync("#room", "hi");
        var batch = await alice.HistoryAsync($"LATEST {target} * 5");
        Assert.Equal(["chathistory", "#room"], batch.Start.Parameters.Skip(1));
        Assert.Equal(IrcServer.Name, batch.Start.Source);
        Assert.Equal("#room", batch.Lines[0][0]);
    }

    // Returned message notes: ids and times are those of the first sending.
    [Fact]
    public async Task Lines_are_as_they_were_said()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        var said = await alice.SayAsync("#room", "one", "two");
        var batch = await alice.HistoryAsync("LATEST #room * 5");
        Assert.Equal(said.Select(line => line.Tags["msgid"]), batch.Lines.Select(line => line.Tags["msgid"]));
        Assert.Equal(said.Select(line => line.Tags["time"]), batch.Lines.Select(line => line.Tags["time"]));
        Assert.Equal(said.Select(line => (line.Source, line.Said)), batch.Lines.Select(line => (line.Source, line.Said)));
    }

    // Examples: notices, actions, and client-only tags.
    [Fact]
    public async Task Notices_actions_and_client_only_tags_are_kept()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        await alice.AskAsync("NOTICE #room :a notice", "@+client-tag=val PRIVMSG #room :\u0001ACTION waves\u0001");
        var lines = (await alice.HistoryAsync("LATEST #room * 5")).Lines;
        Assert.Equal(["NOTICE", "PRIVMSG"], lines.Select(line => line.Command));
        Assert.Equal("\u0001ACTION waves\u0001", lines[1].Last);
        Assert.Equal("val", lines[1].Tags["+client-tag"]);
    }

    // message-tags: only those with the capability get ids and client-only tags from the history too.
    [Fact]
    public async Task Tags_are_only_for_those_who_asked()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        await alice.AskAsync("@+client-tag=val PRIVMSG #room :hi");
        var bob = await server.EnterAsync("#room", "bob", "batch", "draft/chathistory");
        Assert.Equal(["batch"], (await bob.HistoryAsync("LATEST #room * 5")).Lines[0].Tags.Keys);
    }

    // account-tag: the account of whoever said it.
    [Fact]
    public async Task The_account_is_kept_too()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice", [.. Histories.Capabilities, "account-tag"]);
        await alice.JoinAsync("#room");
        await alice.SayAsync("#room", "hi");
        Assert.Equal("alice", (await alice.HistoryAsync("LATEST #room * 5")).Lines[0].Tags["account"]);
    }

    // Implementation: without batch and the rest the lines still come.
    [Fact]
    public async Task Without_batch_the_lines_come_bare()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        await alice.SayAsync("#room", "one", "two");
        var bob = await server.EnterAsync("#room", "bob", "draft/chathistory");
        var replies = await bob.AskAsync("CHATHISTORY LATEST #room * 5");
        Assert.Equal(["PRIVMSG", "PRIVMSG"], replies.Commands);
        Assert.Equal([":alice!", ":alice!"], replies.Select(line => line.Raw[..7]));
    }

    // Implementation: more than the limit of the server is the limit of the server.
    [Fact]
    public async Task More_than_the_limit_is_cut_to_it()
    {
        await using var server = await IrcServer.StartAsync();
        var limit = int.Parse((await server.SupportedAsync())["CHATHISTORY"], CultureInfo.InvariantCulture);
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        foreach (var texts in Enumerable.Range(1, limit + 20).Select(number => $"PRIVMSG #room :m{number}").Chunk(50))
        {
            await alice.AskAsync(texts);
        }

        var batch = await alice.HistoryAsync($"LATEST #room * {limit + 10}");
        Assert.InRange(batch.Lines.Count, 1, limit);
        Assert.Equal($"m{limit + 20}", batch.Texts[^1]);
    }

    // Implementation: TAGMSG and the like only with event-playback.
    [Fact]
    public async Task Only_talk_comes_without_event_playback()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await bob.AskAsync("PRIVMSG #room :one", "@+foo TAGMSG #room", "PART #room", "JOIN #room", "NICK robert", "NOTICE #room :two");
        await alice.AskAsync("TOPIC #room :tea", "MODE #room +m", "KICK #room robert");
        Assert.Equal(["one", "two"], (await alice.HistoryAsync("LATEST #room * 50")).Texts);
    }

    // Subcommands: events that are not shown do not use up the limit.
    [Fact]
    public async Task Events_that_are_not_shown_do_not_count()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        await alice.SayAsync("#room", "one", "two");
        await alice.AskAsync("TOPIC #room :tea", "TOPIC #room :coffee", "TOPIC #room :milk");
        Assert.Equal(["one", "two"], (await alice.HistoryAsync("LATEST #room * 2")).Texts);
    }
}
