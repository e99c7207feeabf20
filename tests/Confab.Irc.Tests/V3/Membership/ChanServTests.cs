namespace Confab.Irc.Tests.V3.Membership;

/// <summary>Rooms that belong to somebody: by messages to ChanServ.</summary>
public sealed class ChanServTests
{
    [Fact]
    public async Task REGISTER_makes_a_founder()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice", "multi-prefix");
        await alice.JoinAsync("#room");
        Assert.NotEmpty((await alice.AskAsync("PRIVMSG ChanServ :REGISTER #room")).AnswerOf("ChanServ"));
        var names = (await alice.AskAsync("NAMES #room")).One("353").Last;
        Assert.StartsWith("~", names, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CHANSERV REGISTER #room")]
    [InlineData("CS REGISTER #room")]
    [InlineData("PRIVMSG chanserv :register #room")]
    public async Task It_may_be_asked_in_other_ways(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice");
        await alice.JoinAsync("#room");
        (await alice.AskAsync(line)).Lacks("421", "401");
        Assert.Contains("~", (await alice.AskAsync("NAMES #room")).One("353").Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_cannot_register_a_room()
    {
        await using var server = await IrcServer.StartAsync();
        var guest = await server.EnterAsync("#room", "guest7");
        Assert.NotEmpty((await guest.AskAsync("PRIVMSG ChanServ :REGISTER #room")).AnswerOf("ChanServ"));
        Assert.DoesNotContain("~", (await guest.AskAsync("NAMES #room")).One("353").Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_operator_registers_a_room()
    {
        await using var server = await IrcServer.StartAsync();
        await server.EnterAsync("#room", "alice");
        var bob = await server.AddMemberAsync("bob");
        await bob.JoinAsync("#room");
        Assert.NotEmpty((await bob.AskAsync("PRIVMSG ChanServ :REGISTER #room")).AnswerOf("ChanServ"));
        Assert.DoesNotContain("~", (await bob.AskAsync("NAMES #room")).One("353").Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_founder_has_the_rank_again_when_coming_back()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice");
        await alice.JoinAsync("#room");
        await alice.AskAsync("PRIVMSG ChanServ :REGISTER #room");
        var bob = await server.EnterAsync("#room", "bob");
        await alice.AskAsync("PART #room");
        await bob.SyncAsync();
        Assert.Contains("~alice", (await alice.JoinAsync("#room")).One("353").Last.Split(' '));
        var seen = await bob.SyncAsync();
        Assert.Equal("alice", seen.One("JOIN").Nick);
        Assert.Contains('q', seen.One("MODE")[1]);
    }

    [Fact]
    public async Task Whoever_comes_first_to_a_registered_room_is_no_operator()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice");
        await alice.JoinAsync("#room");
        await alice.AskAsync("PRIVMSG ChanServ :REGISTER #room", "PART #room");
        var bob = await server.RegisterAsync("bob");
        Assert.Equal("bob", (await bob.JoinAsync("#room")).One("353").Last.Trim());
    }

    [Fact]
    public async Task Modes_and_topic_outlive_the_last_member()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice");
        await alice.JoinAsync("#room");
        await alice.AskAsync("PRIVMSG ChanServ :REGISTER #room", "TOPIC #room :tea time", "MODE #room +mb *!*@spam.example", "PART #room");
        var replies = await alice.JoinAsync("#room");
        Assert.Equal("tea time", replies.One("332").Last);
        Assert.Contains('m', (await alice.AskAsync("MODE #room")).One("324")[2]);
        Assert.Equal("*!*@spam.example", (await alice.AskAsync("MODE #room b")).One("367")[2]);
    }

    [Fact]
    public async Task A_rank_of_the_access_list_is_given_on_join()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("bob");
        var alice = await server.AddMemberAsync("alice");
        await alice.JoinAsync("#room");
        await alice.AskAsync("PRIVMSG ChanServ :REGISTER #room");
        Assert.NotEmpty((await alice.AskAsync("PRIVMSG ChanServ :AMODE #room +o bob")).AnswerOf("ChanServ"));
        var bob = await server.LogInAsync("bob", "bob");
        Assert.Contains("@bob", (await bob.JoinAsync("#room")).One("353").Last.Split(' '));
        await alice.AskAsync("PRIVMSG ChanServ :AMODE #room -o bob");
        await bob.AskAsync("PART #room");
        Assert.DoesNotContain("@bob", (await bob.JoinAsync("#room")).One("353").Last.Split(' '));
    }

    [Fact]
    public async Task The_access_list_can_be_read()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("bob");
        var alice = await server.AddMemberAsync("alice");
        await alice.JoinAsync("#room");
        await alice.AskAsync("PRIVMSG ChanServ :REGISTER #room", "PRIVMSG ChanServ :AMODE #room +v bob");
        Assert.Contains("bob", (await alice.AskAsync("PRIVMSG ChanServ :AMODE #room")).AnswerOf("ChanServ"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_do_not_change_the_access_list()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice");
        await alice.JoinAsync("#room");
        await alice.AskAsync("PRIVMSG ChanServ :REGISTER #room");
        var mallory = await server.AddMemberAsync("mallory");
        await mallory.AskAsync("PRIVMSG ChanServ :AMODE #room +o mallory");
        Assert.DoesNotContain("@mallory", (await mallory.JoinAsync("#room")).One("353").Last.Split(' '));
    }

    [Fact]
    public async Task INFO_names_the_founder()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice");
        await alice.JoinAsync("#room");
        await alice.AskAsync("PRIVMSG ChanServ :REGISTER #room");
        Assert.Contains("alice", (await alice.AskAsync("PRIVMSG ChanServ :INFO #room")).AnswerOf("ChanServ"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DROP_asks_for_a_code_and_sets_the_room_free()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice");
        await alice.JoinAsync("#room");
        await alice.AskAsync("PRIVMSG ChanServ :REGISTER #room");
        var code = ServiceTalk.CodeIn((await alice.AskAsync("PRIVMSG ChanServ :DROP #room")).AnswerOf("ChanServ"));
        await alice.AskAsync($"PRIVMSG ChanServ :DROP #room {code}", "PART #room");
        var bob = await server.RegisterAsync("bob");
        Assert.Contains("bob", (await bob.JoinAsync("#room")).One("353").Last.TrimStart('@', '~'), StringComparison.Ordinal);
        Assert.NotEqual("bob", (await bob.AskAsync("NAMES #room")).One("353").Last.Trim());
    }
}
