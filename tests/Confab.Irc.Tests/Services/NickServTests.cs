namespace Confab.Irc.Tests.Services;

/// <summary>NickServ for clients that know no other way; its answers are notices.</summary>
public sealed class NickServTests
{
    private const string Password = "tea-with-two-sugars";

    [Fact]
    public async Task Registering_logs_in()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        await alice.SendAsync($"PRIVMSG NickServ :REGISTER {Password}");
        var answer = await alice.ReadUntilAsync("900");

        Assert.Equal("alice", answer.One("900")[2]);
        Assert.Equal("alice", (await alice.AskAsync("WHOIS alice")).One("330")[2]);
    }

    [Fact]
    public async Task Identifying_logs_in_on_a_later_connection()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await RegisteredAsync(server, "alice");
        await alice.SendAsync("QUIT");
        await alice.ReadToEndAsync();
        var later = await server.RegisterAsync("carol");

        await later.SendAsync($"PRIVMSG NickServ :IDENTIFY alice {Password}");

        Assert.Equal("alice", (await later.ReadUntilAsync("900")).One("900")[2]);
        Assert.Equal("alice", (await later.AskAsync("WHOIS carol")).One("330")[2]);
    }

    [Fact]
    public async Task A_wrong_password_is_answered_by_a_notice_and_logs_nobody_in()
    {
        await using var server = await IrcServer.StartAsync();
        await RegisteredAsync(server, "alice");
        var carol = await server.RegisterAsync("carol");

        await carol.SendAsync("PRIVMSG NickServ :IDENTIFY alice wrong");
        var notice = (await carol.ReadUntilAsync("NOTICE"))[^1];

        Assert.Equal("NickServ", notice.Nick);
        Assert.Equal("carol", notice[0]);
        (await carol.AskAsync("WHOIS carol")).Lacks("330");
    }

    [Theory]
    [InlineData("HELP")]
    [InlineData("INFO alice")]
    [InlineData("NOSUCH")]
    public async Task Everything_is_answered_by_notices(string text)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await RegisteredAsync(server, "alice");

        await alice.SendAsync($"PRIVMSG NickServ :{text}");

        Assert.Equal("NickServ", (await alice.ReadUntilAsync("NOTICE"))[^1].Nick);
    }

    [Fact]
    public async Task A_ghost_is_driven_out_by_its_owner()
    {
        await using var server = await IrcServer.StartAsync();
        var ghost = await RegisteredAsync(server, "alice");
        var owner = await server.RegisterAsync("carol");

        await owner.SendAsync($"PRIVMSG NickServ :GHOST alice {Password}");

        Assert.Equal("ERROR", (await ghost.ReadToEndAsync()).Commands[^1]);
    }

    [Fact]
    public async Task The_nick_of_an_account_is_kept_for_it()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await RegisteredAsync(server, "alice");
        await alice.SendAsync("QUIT");
        await alice.ReadToEndAsync();
        var stranger = await server.RegisterAsync("carol");

        var refusal = Assert.Single(await stranger.AskAsync("NICK alice"));

        Assert.Equal("433", refusal.Command);
    }

    [Fact]
    public async Task Nobody_takes_the_name_of_a_service()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var first = await alice.AskAsync("NICK NickServ");
        var second = await alice.AskAsync("NICK chanserv");

        Assert.Contains(Assert.Single(first).Command, new[] { "432", "433" });
        Assert.Contains(Assert.Single(second).Command, new[] { "432", "433" });
    }

    [Fact]
    public async Task Passwords_never_come_back()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await RegisteredAsync(server, "alice");

        await alice.SendAsync("PRIVMSG NickServ :INFO alice");
        await alice.ReadUntilAsync("NOTICE");
        await alice.SyncAsync();

        Assert.DoesNotContain(alice.Transcript.Split('\n'), line => line.StartsWith("<-", StringComparison.Ordinal) && line.Contains(Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dropping_wants_a_confirmation()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await RegisteredAsync(server, "alice");

        await alice.SendAsync("PRIVMSG NickServ :DROP alice");
        await alice.ReadUntilAsync("NOTICE");

        Assert.Equal("alice", (await alice.AskAsync("WHOIS alice")).One("330")[2]);
    }

    private static async Task<IrcClient> RegisteredAsync(IrcServer server, string nick)
    {
        var client = await server.RegisterAsync(nick);
        await client.SendAsync($"PRIVMSG NickServ :REGISTER {Password}");
        await client.ReadUntilAsync("900");
        await client.SyncAsync();
        return client;
    }
}
