using System.Text;

namespace Confab.Irc.Tests.V3.History;

/// <summary>What belongs to an answer when it is asked for together with what it tells of.</summary>
public sealed class HistoryOrderTests
{
    // In one write, so that the server decides both at once
    [Fact]
    public async Task What_was_said_in_the_line_before_is_in_the_history()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);

        for (var round = 0; round < 20; round++)
        {
            await alice.SendBytesAsync(Encoding.UTF8.GetBytes($"PRIVMSG #room :round {round}\r\nCHATHISTORY LATEST #room * 1\r\n"));
            Assert.Equal([$"round {round}"], (await alice.SyncAsync()).Batch("chathistory").Texts);
        }
    }

    // Of a conversation, by those who are called otherwise since then
    [Fact]
    public async Task A_conversation_bears_the_names_of_now()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice", Histories.Capabilities);
        var bob = await server.AddMemberAsync("bob", Histories.Capabilities);
        await alice.SayAsync("bob", "hello");
        await bob.SyncAsync();
        await bob.SayAsync("alice", "hi");
        await alice.AskAsync("NICK alison");
        await bob.AskAsync("NICK robert");

        var batch = await alice.HistoryAsync("LATEST robert * 5");

        Assert.Equal("robert", batch.Start[2]);
        Assert.Equal([("alison", "robert"), ("robert", "alison")], batch.Lines.Select(line => (line.Nick!, line[0])));
    }

    // event-playback: reactions are kept, typing is of the moment
    [Fact]
    public async Task Reactions_are_kept_and_typing_is_not()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice", Histories.WithEvents);
        var bob = await server.AddMemberAsync("bob", Histories.WithEvents);
        await alice.JoinAsync("#room");
        await bob.JoinAsync("#room");

        await bob.AskAsync("@+draft/react=x;+draft/reply=y TAGMSG #room", "@+typing=active TAGMSG #room");
        await bob.AskAsync("PRIVMSG alice :hi", "@+draft/react=z TAGMSG alice", "@+typing=active TAGMSG alice");

        Assert.Equal(["x"], Reactions(await alice.HistoryAsync("LATEST #room * 50")));
        Assert.Equal(["z"], Reactions(await alice.HistoryAsync("LATEST bob * 50")));
    }

    private static IEnumerable<string> Reactions(ReceivedBatch batch) =>
        batch.Lines.Where(line => line.Command == "TAGMSG").Select(line => line.Tags["+draft/react"]);
}
