namespace Confab.Irc.Tests.V3.Membership;

/// <summary>Several sessions of one account are one person.</summary>
public sealed class SharedNicknameTests
{
    [Fact]
    public async Task A_second_session_of_an_account_shares_the_nickname()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddMemberAsync("alice");
        var phone = await server.LogInAsync("alice", "alice");
        Assert.Equal("alice", (await phone.AskAsync("WHOIS alice")).One("311")[1]);
        Assert.Equal(["alice"], (await phone.AskAsync("ISON alice alice_")).One("303").Last.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_second_session_is_in_the_rooms_of_the_first()
    {
        await using var server = await IrcServer.StartAsync();
        var desk = await server.AddMemberAsync("alice");
        await desk.JoinAsync("#room");
        await desk.AskAsync("TOPIC #room :tea");
        var phone = await server.ConnectAsync();
        await phone.RequestAsync("sasl");
        await phone.AuthenticateAsync("PLAIN", Sasl.Plain("alice", Accounts.Password));
        await phone.SendAsync("CAP END");
        var burst = await phone.RegisterAsync("alice");
        Assert.Equal(["#room"], burst.One("JOIN").Parameters);
        Assert.Equal("alice", burst.One("JOIN").Nick);
        Assert.Equal("tea", burst.One("332").Last);
        Assert.Equal("#room", burst.One("366")[1]);
    }

    [Fact]
    public async Task Others_see_neither_the_coming_nor_the_going_of_a_second_session()
    {
        await using var server = await IrcServer.StartAsync();
        var desk = await server.AddMemberAsync("alice");
        await desk.JoinAsync("#room");
        var bob = await server.EnterAsync("#room", "bob");
        var phone = await server.LogInAsync("alice", "alice");
        await phone.LeaveAsync();
        (await bob.SyncAsync()).AreNone();
        Assert.Contains("alice", (await bob.AskAsync("NAMES #room")).One("353").Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_last_session_goes_the_person_goes()
    {
        await using var server = await IrcServer.StartAsync();
        var desk = await server.AddMemberAsync("alice");
        await desk.JoinAsync("#room");
        var bob = await server.EnterAsync("#room", "bob");
        var phone = await server.LogInAsync("alice", "alice");
        await phone.LeaveAsync();
        await desk.LeaveAsync();
        Assert.Equal("alice", (await bob.SyncAsync()).One("QUIT").Nick);
    }

    [Theory]
    [InlineData("PRIVMSG #room :hi")]
    [InlineData("NOTICE #room :hi")]
    [InlineData("PRIVMSG bob :hi")]
    public async Task Each_session_sees_what_the_other_says(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var desk = await server.AddMemberAsync("alice");
        await desk.JoinAsync("#room");
        var bob = await server.EnterAsync("#room", "bob");
        var phone = await server.LogInAsync("alice", "alice");
        await desk.SyncAsync();
        (await phone.AskAsync(line)).AreNone();
        var seen = Assert.Single(await desk.SyncAsync());
        Assert.Equal(line.Replace(":", "", StringComparison.Ordinal), seen.Said);
        Assert.Equal("alice", seen.Nick);
        Assert.Single(await bob.SyncAsync());
    }

    [Theory]
    [InlineData("PRIVMSG #room :hi")]
    [InlineData("PRIVMSG alice :hi")]
    public async Task Each_session_hears_what_others_say(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var desk = await server.AddMemberAsync("alice");
        await desk.JoinAsync("#room");
        var phone = await server.LogInAsync("alice", "alice");
        var bob = await server.EnterAsync("#room", "bob");
        await desk.SyncAsync();
        await phone.SyncAsync();
        await bob.AskAsync(line);
        (await desk.SyncAsync()).One("PRIVMSG");
        (await phone.SyncAsync()).One("PRIVMSG");
    }

    [Fact]
    public async Task What_one_session_does_holds_for_both()
    {
        await using var server = await IrcServer.StartAsync();
        var desk = await server.AddMemberAsync("alice");
        var phone = await server.LogInAsync("alice", "alice");
        await desk.AskAsync("JOIN #room");
        Assert.Equal("#room", (await phone.SyncAsync()).One("JOIN")[0]);
        await phone.AskAsync("PART #room");
        Assert.Equal("#room", (await desk.SyncAsync()).One("PART")[0]);
        await desk.AskAsync("NICK alicia");
        Assert.Equal("alicia", (await phone.SyncAsync()).One("NICK").Last);
    }

    [Fact]
    public async Task A_session_is_told_of_a_room_before_what_is_said_in_it()
    {
        await using var server = await IrcServer.StartAsync();
        var desk = await server.AddMemberAsync("alice");
        var phone = await server.LogInAsync("alice", "alice");
        await desk.AskAsync("JOIN #room", "PRIVMSG #room :here I am");
        var heard = (await phone.SyncAsync()).Select(line => line.Command).Where(command => command is "JOIN" or "PRIVMSG");
        Assert.Equal(["JOIN", "PRIVMSG"], heard);
    }

    [Fact]
    public async Task Answers_go_only_to_whoever_asked()
    {
        await using var server = await IrcServer.StartAsync();
        var desk = await server.AddMemberAsync("alice");
        var phone = await server.LogInAsync("alice", "alice");
        await desk.SyncAsync();
        await phone.AskAsync("WHOIS alice", "LUSERS", "PRIVMSG nobody :hi");
        (await desk.SyncAsync()).AreNone();
    }

    [Fact]
    public async Task Each_session_has_capabilities_of_its_own()
    {
        await using var server = await IrcServer.StartAsync();
        var desk = await server.AddMemberAsync("alice");
        await desk.JoinAsync("#room");
        var phone = await server.LogInAsync("alice", "alice", "message-tags", "server-time");
        var bob = await server.EnterAsync("#room", "bob");
        await bob.AskAsync("PRIVMSG #room :hi");
        Assert.Empty((await desk.SyncAsync()).One("PRIVMSG").Tags);
        Assert.Contains("msgid", (await phone.SyncAsync()).One("PRIVMSG").Tags.Keys);
    }

    [Fact]
    public async Task A_label_stays_with_the_session_that_gave_it()
    {
        await using var server = await IrcServer.StartAsync();
        var desk = await server.AddMemberAsync("alice", "labeled-response", "batch", "echo-message");
        await desk.JoinAsync("#room");
        var phone = await server.LogInAsync("alice", "alice", "labeled-response", "batch", "echo-message");
        await desk.SyncAsync();
        Assert.Equal("abc", (await phone.AskAsync("@label=abc PRIVMSG #room :hi")).One("PRIVMSG").Tags["label"]);
        Assert.DoesNotContain("label", (await desk.SyncAsync()).One("PRIVMSG").Tags.Keys);
    }

    [Fact]
    public async Task Somebody_always_on_stays_when_all_sessions_are_gone()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice");
        await alice.AskAsync("PRIVMSG NickServ :SET ALWAYSON on");
        await alice.JoinAsync("#room");
        var bob = await server.AddMemberAsync("bob");
        await bob.JoinAsync("#room");
        await alice.LeaveAsync();
        (await bob.SyncAsync()).Lacks("QUIT", "PART");
        Assert.Contains("alice", (await bob.AskAsync("NAMES #room")).One("353").Last, StringComparison.Ordinal);
        (await bob.AskAsync("PRIVMSG alice :are you there?")).Lacks("401");
        var again = await server.LogInAsync("alice", "alice", Histories.Capabilities);
        Assert.Contains("#room", (await again.AskAsync("WHOIS alice")).One("319").Last, StringComparison.Ordinal);
        Assert.Equal(["are you there?"], (await again.HistoryAsync("LATEST bob * 5")).Texts);
        (await bob.SyncAsync()).Lacks("JOIN");
    }
}
