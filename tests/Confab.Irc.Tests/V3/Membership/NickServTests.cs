namespace Confab.Irc.Tests.V3.Membership;

/// <summary>Accounts for clients that know nothing of them: by messages to NickServ.</summary>
public sealed class NickServTests
{
    [Fact]
    public async Task REGISTER_makes_an_account_and_logs_in()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        Assert.Contains("alice", (await alice.AskAsync($"PRIVMSG NickServ :REGISTER {Accounts.Password}")).AnswerOf("NickServ"), StringComparison.Ordinal);
        Assert.Equal("alice", (await alice.AskAsync("WHOIS alice")).One("330")[2]);
        await alice.LeaveAsync();
        await server.LogInAsync("alice", "alice");
    }

    [Fact]
    public async Task It_answers_by_notices_of_its_own()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var notice = (await alice.AskAsync("PRIVMSG NickServ :HELP")).All("NOTICE")[0];
        Assert.StartsWith("NickServ!", notice.Source, StringComparison.Ordinal);
        Assert.Equal("alice", notice[0]);
    }

    [Theory]
    [InlineData("PRIVMSG nickserv :identify alice {0}")]
    [InlineData("PRIVMSG NickServ :IDENTIFY alice {0}")]
    [InlineData("PRIVMSG NickServ :IDENTIFY ALICE {0}")]
    [InlineData("NICKSERV IDENTIFY alice {0}")]
    [InlineData("NS IDENTIFY alice {0}")]
    public async Task IDENTIFY_logs_in(string line)
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("alice");
        var guest = await server.RegisterAsync("guest7");
        var replies = await guest.AskAsync(line.Replace("{0}", Accounts.Password, StringComparison.Ordinal));
        Assert.Equal("alice", replies.One("900")[2]);
        Assert.Equal("alice", (await guest.AskAsync("WHOIS guest7")).One("330")[2]);
    }

    [Fact]
    public async Task IDENTIFY_with_a_wrong_password_does_not()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("alice");
        var guest = await server.RegisterAsync("guest7");
        var replies = await guest.AskAsync("PRIVMSG NickServ :IDENTIFY alice wrong");
        Assert.NotEmpty(replies.All("NOTICE"));
        replies.Lacks("900");
        (await guest.AskAsync("WHOIS guest7")).Lacks("330");
    }

    [Fact]
    public async Task Somebody_who_identified_may_take_the_nickname_of_the_account()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("alice");
        var guest = await server.RegisterAsync("guest7");
        await guest.AskAsync($"PRIVMSG NickServ :IDENTIFY alice {Accounts.Password}");
        Assert.Equal("NICK alice", (await guest.AskAsync("NICK alice")).One("NICK").Said);
    }

    [Fact]
    public async Task INFO_tells_about_an_account()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("alice");
        var guest = await server.RegisterAsync("guest7");
        Assert.Contains("alice", (await guest.AskAsync("PRIVMSG NickServ :INFO alice")).AnswerOf("NickServ"), StringComparison.Ordinal);
        Assert.NotEmpty((await guest.AskAsync("PRIVMSG NickServ :INFO nobody")).All("NOTICE"));
    }

    [Fact]
    public async Task GHOST_frees_a_nickname_of_ones_own_account()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice");
        var other = await server.LogInAsync("alice2", "alice");
        await other.AskAsync("PRIVMSG NickServ :GHOST alice");
        Assert.Contains((await alice.ReadToEndAsync()).Commands, command => command == "ERROR");
        (await other.AskAsync("NICK alice")).One("NICK");
    }

    [Fact]
    public async Task GHOST_spares_a_nickname_of_somebody_else()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice");
        var mallory = await server.AddMemberAsync("mallory");
        Assert.NotEmpty((await mallory.AskAsync("PRIVMSG NickServ :GHOST alice")).All("NOTICE"));
        (await alice.AskAsync("PING here")).One("PONG");
    }

    [Fact]
    public async Task DROP_asks_for_a_code_and_ends_the_account()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice");
        var asked = (await alice.AskAsync("PRIVMSG NickServ :DROP alice")).AnswerOf("NickServ");
        var code = ServiceTalk.CodeIn(asked);
        Assert.Equal("alice", (await alice.AskAsync("WHOIS alice")).One("330")[2]);
        await alice.AskAsync($"PRIVMSG NickServ :DROP alice {code}");
        (await alice.AskAsync("WHOIS alice")).Lacks("330");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        (await client.AuthenticateAsync("PLAIN", Sasl.Plain("alice", Accounts.Password))).One("904");
    }

    [Fact]
    public async Task DROP_with_a_wrong_code_ends_nothing()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice");
        await alice.AskAsync("PRIVMSG NickServ :DROP alice", "PRIVMSG NickServ :DROP alice wrong-code");
        Assert.Equal("alice", (await alice.AskAsync("WHOIS alice")).One("330")[2]);
    }

    [Fact]
    public async Task Nobody_drops_the_account_of_somebody_else()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("alice");
        var mallory = await server.AddMemberAsync("mallory");
        Assert.DoesNotMatch(ServiceTalk.Code(), (await mallory.AskAsync("PRIVMSG NickServ :DROP alice")).AnswerOf("NickServ"));
        await server.LogInAsync("alice", "alice");
    }

    [Fact]
    public async Task SET_PASSWORD_changes_the_password()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice");
        Assert.NotEmpty((await alice.AskAsync($"PRIVMSG NickServ :SET PASSWORD {Accounts.Password} another-password-9")).All("NOTICE"));
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        (await client.AuthenticateAsync("PLAIN", Sasl.Plain("alice", Accounts.Password))).One("904");
        (await client.AuthenticateAsync("PLAIN", Sasl.Plain("alice", "another-password-9"))).One("903");
    }

    [Fact]
    public async Task CERT_keeps_fingerprints()
    {
        await using var server = await IrcServer.StartAsync();
        var fingerprint = new string('a', 64);
        var alice = await server.AddMemberAsync("alice");
        await alice.AskAsync($"PRIVMSG NickServ :CERT ADD {fingerprint}");
        Assert.Contains(fingerprint, (await alice.AskAsync("PRIVMSG NickServ :CERT LIST")).AnswerOf("NickServ"), StringComparison.OrdinalIgnoreCase);
        await alice.AskAsync($"PRIVMSG NickServ :CERT DEL {fingerprint}");
        Assert.DoesNotContain(fingerprint, (await alice.AskAsync("PRIVMSG NickServ :CERT LIST")).AnswerOf("NickServ"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_it_does_not_understand_it_says()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        Assert.NotEmpty((await alice.AskAsync("PRIVMSG NickServ :MAKE TEA")).AnswerOf("NickServ"));
    }

    [Theory]
    [InlineData("NickServ")]
    [InlineData("nickserv")]
    [InlineData("ChanServ")]
    public async Task Nobody_bears_the_name_of_a_service(string nick)
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.RegisterAsync("alice");
        var replies = await client.AskAsync($"NICK {nick}");
        Assert.Contains(replies.Commands, command => command is "432" or "433");
    }

    [Fact]
    public async Task A_password_that_was_told_to_it_is_echoed_to_nobody_else()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("alice");
        var guest = await server.RegisterAsync("guest7");
        var bob = await server.RegisterAsync("bob");
        await guest.AskAsync($"PRIVMSG NickServ :IDENTIFY alice {Accounts.Password}");
        (await bob.SyncAsync()).AreNone();
    }
}
