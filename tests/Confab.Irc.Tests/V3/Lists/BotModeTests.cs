namespace Confab.Irc.Tests.V3.Lists;

/// <summary>Who is a bot (bot-mode).</summary>
public sealed class BotModeTests
{
    // The BOT token: one letter, which is the mode and the flag.
    [Fact]
    public async Task The_token_names_the_mode()
    {
        await using var server = await IrcServer.StartAsync();
        Assert.Equal("B", (await server.SupportedAsync())["BOT"]);
        var robot = await server.RegisterAsync("robot");
        Assert.Equal("MODE robot +B", (await robot.AskAsync("MODE robot +B")).One("MODE").Said);
    }

    // 335 in WHOIS.
    [Fact]
    public async Task WHOIS_tells_it()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var robot = await server.RegisterAsync("robot");
        (await alice.AskAsync("WHOIS robot")).Lacks("335");
        await robot.AskAsync("MODE robot +B");
        var line = (await alice.AskAsync("WHOIS robot")).One("335");
        Assert.Equal(["alice", "robot"], line.Parameters.Take(2));
        Assert.Equal(3, line.Parameters.Count);
        await robot.AskAsync("MODE robot -B");
        (await alice.AskAsync("WHOIS robot")).Lacks("335");
    }

    // The WHO bot flag: beside H or G; WHOX has it as well.
    [Fact]
    public async Task WHO_has_the_letter_among_its_flags()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var robot = await server.RegisterAsync("robot");
        await robot.AskAsync("MODE robot +B");
        Assert.Equal("HB", (await alice.AskAsync("WHO robot")).One("352")[6]);
        Assert.Equal("HB", (await alice.AskAsync("WHO robot %f")).One("354")[1]);
    }

    // The bot tag: on all that a bot does, without a value.
    [Theory]
    [InlineData("PRIVMSG #room :beep", "PRIVMSG")]
    [InlineData("NOTICE #room :beep", "NOTICE")]
    [InlineData("PRIVMSG alice :beep", "PRIVMSG")]
    [InlineData("TOPIC #room :beep", "TOPIC")]
    [InlineData("PART #room", "PART")]
    [InlineData("NICK android", "NICK")]
    public async Task What_a_bot_does_is_tagged(string line, string command)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        await alice.AskAsync("MODE #room -t");
        var robot = await server.EnterAsync("#room", "robot");
        await robot.AskAsync("MODE robot +B", line);
        var seen = (await alice.SyncAsync()).One(command);
        Assert.Equal("", seen.Tags["bot"]);
        Assert.DoesNotContain("bot=", seen.Raw.Split(' ')[0], StringComparison.Ordinal);
    }

    // The bot tag: joins too.
    [Fact]
    public async Task The_join_of_a_bot_is_tagged()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var robot = await server.RegisterAsync("robot");
        await robot.AskAsync("MODE robot +B", "JOIN #room");
        Assert.Contains("bot", (await alice.SyncAsync()).One("JOIN").Tags.Keys);
    }

    // The bot tag: only with message-tags, and only for bots.
    [Fact]
    public async Task Neither_people_nor_clients_without_tags_see_it()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "server-time");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        var robot = await server.EnterAsync("#room", "robot");
        await robot.AskAsync("MODE robot +B");
        await robot.AskAsync("PRIVMSG #room :beep");
        Assert.DoesNotContain("bot", (await alice.AskAsync("PRIVMSG #room :hi")).One("PRIVMSG").Tags.Keys);
        Assert.DoesNotContain("bot", (await bob.SyncAsync()).All("PRIVMSG").Single(line => line.Nick == "alice").Tags.Keys);
    }
}
