namespace Confab.Irc.Tests.V3.History;

/// <summary>The history of two people (chathistory, with a nickname as its target).</summary>
public sealed class PrivateHistoryTests
{
    // CHATHISTORY command: both directions, one's own messages included.
    [Fact]
    public async Task Both_sides_of_a_conversation_are_there()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice", Histories.Capabilities);
        var bob = await server.AddMemberAsync("bob", Histories.Capabilities);
        var hello = (await alice.SayAsync("bob", "hello"))[0];
        await bob.SyncAsync();
        await bob.SayAsync("alice", "hi! how are you?");
        await alice.SyncAsync();
        await alice.SayAsync("bob", "fine");
        var batch = await alice.HistoryAsync("LATEST bob * 10");
        Assert.Equal(["chathistory", "bob"], batch.Start.Parameters.Skip(1));
        Assert.Equal(["hello", "hi! how are you?", "fine"], batch.Texts);
        Assert.Equal(["alice", "bob", "alice"], batch.Lines.Select(line => line.Nick));
        Assert.Equal(["bob", "alice", "bob"], batch.Lines.Select(line => line[0]));
        Assert.Equal(hello.Tags["msgid"], batch.Lines[0].Tags["msgid"]);
    }

    // The batch type: named after the other one, for each of them.
    [Fact]
    public async Task The_other_one_sees_the_same_conversation()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice", Histories.Capabilities);
        var bob = await server.AddMemberAsync("bob", Histories.Capabilities);
        await alice.SayAsync("bob", "one", "two");
        await bob.SyncAsync();
        var batch = await bob.HistoryAsync("LATEST alice * 10");
        Assert.Equal("alice", batch.Start[2]);
        Assert.Equal(["one", "two"], batch.Texts);
    }

    // Subcommands: references work as in rooms.
    [Fact]
    public async Task References_work_as_in_rooms()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddMemberAsync("bob");
        var alice = await server.AddMemberAsync("alice", Histories.Capabilities);
        var said = await alice.SayAsync("bob", "one", "two", "three", "four");
        Assert.Equal(["one", "two"], (await alice.HistoryAsync($"BEFORE bob {said[2].ById()} 10")).Texts);
        Assert.Equal(["three", "four"], (await alice.HistoryAsync($"AFTER bob {said[1].ByTime()} 10")).Texts);
        Assert.Equal(["two", "three"], (await alice.HistoryAsync($"BETWEEN bob {said[0].ById()} {said[3].ById()} 10")).Texts);
    }

    // Security considerations: nobody else.
    [Fact]
    public async Task A_third_person_sees_nothing_of_it()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice", Histories.Capabilities);
        await server.AddMemberAsync("bob");
        await alice.SayAsync("bob", "between us");
        var mallory = await server.AddMemberAsync("mallory", Histories.Capabilities);
        (await mallory.AskAsync("CHATHISTORY LATEST bob * 10")).Lacks("PRIVMSG");
        (await mallory.AskAsync("CHATHISTORY LATEST alice * 10")).Lacks("PRIVMSG");
        var guest = await server.RegisterAsync("guest", Histories.Capabilities);
        (await guest.AskAsync("CHATHISTORY LATEST bob * 10")).Lacks("PRIVMSG");
    }

    // Security considerations: who uses a nickname that a guest used before does not inherit it.
    [Fact]
    public async Task The_next_guest_of_a_nickname_sees_nothing_of_the_last()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddMemberAsync("bob");
        var first = await server.RegisterAsync("visitor", Histories.Capabilities);
        await first.SayAsync("bob", "between us");
        await first.LeaveAsync();
        var next = await server.RegisterAsync("visitor", Histories.Capabilities);
        (await next.AskAsync("CHATHISTORY LATEST bob * 10")).Lacks("PRIVMSG");
    }

    // Accounts: a conversation is there when one comes back, and while the other is gone.
    [Fact]
    public async Task It_is_there_when_one_comes_back()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice", Histories.Capabilities);
        var bob = await server.AddMemberAsync("bob");
        await alice.SayAsync("bob", "remember this");
        await alice.LeaveAsync();
        await bob.LeaveAsync();
        var again = await server.LogInAsync("alice", "alice", Histories.Capabilities);
        Assert.Equal(["remember this"], (await again.HistoryAsync("LATEST bob * 10")).Texts);
    }

    // CHATHISTORY command: nothing said is an empty batch.
    [Fact]
    public async Task Nothing_said_is_an_empty_batch()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddMemberAsync("bob");
        var alice = await server.AddMemberAsync("alice", Histories.Capabilities);
        Assert.Empty((await alice.HistoryAsync("LATEST bob * 10")).Lines);
    }

    // Notices belong to it; what was refused does not.
    [Fact]
    public async Task Notices_belong_to_it()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddMemberAsync("bob");
        var alice = await server.AddMemberAsync("alice", Histories.Capabilities);
        await alice.AskAsync("NOTICE bob :psst", "PRIVMSG nobody :lost");
        Assert.Equal(["psst"], (await alice.HistoryAsync("LATEST bob * 10")).Texts);
    }

    // A conversation with oneself has each message once.
    [Fact]
    public async Task Notes_to_oneself_are_there_once()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice", Histories.Capabilities);
        await alice.AskAsync("PRIVMSG alice :note");
        Assert.Equal(["note"], (await alice.HistoryAsync("LATEST alice * 10")).Texts);
    }
}
