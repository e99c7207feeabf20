using System.Globalization;

namespace Confab.Irc.Tests.Queries;

public sealed class ServerQueryTests
{
    // MOTD message, ERR_NOMOTD (422)
    [Fact]
    public async Task Without_a_motd_it_is_422()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal("422", Assert.Single(await alice.AskAsync("MOTD")).Command);
    }

    // RPL_MOTDSTART (375), RPL_MOTD (372), RPL_ENDOFMOTD (376)
    [Theory]
    [InlineData("MOTD")]
    [InlineData("MOTD confab.local")]
    public async Task A_motd_has_a_start_lines_and_an_end(string line)
    {
        await using var server = await IrcServer.StartAsync(("irc.motd", "Tea is ready."));
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.AskAsync(line);

        Assert.Equal(["375", "372", "376"], replies.Commands);
        Assert.StartsWith("- confab.local Message of the day", replies[0][1], StringComparison.OrdinalIgnoreCase);
    }

    // VERSION message, RPL_VERSION (351)
    [Theory]
    [InlineData("VERSION")]
    [InlineData("VERSION confab.local")]
    [InlineData("VERSION *.local")]
    [InlineData("VERSION alice")]
    public async Task Version_is_told_with_the_tokens(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.AskAsync(line);

        Assert.Equal("alice", replies.One("351")[0]);
        Assert.StartsWith("confab", replies.One("351")[1], StringComparison.OrdinalIgnoreCase);
        Assert.Equal(IrcServer.Name, replies.One("351")[2]);
        Assert.Equal(4, replies.One("351").Parameters.Count);
        Assert.NotEmpty(replies.All("005"));
    }

    // RPL_TIME (391): server, perhaps a timestamp, and a text
    [Theory]
    [InlineData("TIME")]
    [InlineData("TIME confab.local")]
    public async Task The_time_is_told(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var time = Assert.Single(await alice.AskAsync(line));

        Assert.Equal("391", time.Command);
        Assert.Equal(["alice", IrcServer.Name], time.Parameters.Take(2));
        Assert.InRange(time.Parameters.Count, 3, 5);
        Assert.NotEmpty(time.Last);
    }

    // RPL_INFO (371), RPL_ENDOFINFO (374)
    [Theory]
    [InlineData("INFO")]
    [InlineData("INFO confab.local")]
    [InlineData("INFO alice")]
    public async Task Info_is_some_lines_and_an_end(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.AskAsync(line);

        Assert.NotEmpty(replies.All("371"));
        Assert.Equal("374", replies.Commands[^1]);
        Assert.All(replies, reply => Assert.Equal(2, reply.Parameters.Count));
        Assert.Contains(replies.All("371"), reply => reply[1].Contains("Confab", StringComparison.OrdinalIgnoreCase));
    }

    // RPL_ADMINME (256), RPL_ADMINLOC1 (257), RPL_ADMINLOC2 (258), RPL_ADMINEMAIL (259)
    [Theory]
    [InlineData("ADMIN")]
    [InlineData("ADMIN confab.local")]
    [InlineData("ADMIN alice")]
    public async Task Admin_is_told_in_four_lines(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.AskAsync(line);

        Assert.Equal(["256", "257", "258", "259"], replies.Commands);
        Assert.Equal(["alice", IrcServer.Name], replies[0].Parameters.Take(2));
        Assert.All(replies.Skip(1), reply => Assert.Equal(2, reply.Parameters.Count));
    }

    // RPL_LINKS (364), RPL_ENDOFLINKS (365)
    [Fact]
    public async Task Links_has_this_server_alone()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.AskAsync("LINKS");

        Assert.Equal(["364", "365"], replies.Commands);
        Assert.Equal(4, replies[0].Parameters.Count);
        Assert.Contains(IrcServer.Name, replies[0].Parameters);
        Assert.StartsWith("0 ", replies[0][3], StringComparison.Ordinal);
        Assert.Equal(["alice", "*"], replies[1].Parameters.Take(2));
    }

    // ERR_NOSUCHSERVER (402)
    [Theory]
    [InlineData("MOTD no.such.server")]
    [InlineData("VERSION no.such.server")]
    [InlineData("ADMIN no.such.server")]
    [InlineData("TIME no.such.server")]
    [InlineData("INFO no.such.server")]
    public async Task Another_server_is_402(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var refusal = Assert.Single(await alice.AskAsync(line));

        Assert.Equal("402", refusal.Command);
        Assert.Equal(["alice", "no.such.server"], refusal.Parameters.Take(2));
        Assert.Equal(3, refusal.Parameters.Count);
    }

    // RFC 2812 4.5 and 4.6: 445 or 446 where it is disabled; Optional Messages: 421 where it does not exist
    [Theory]
    [InlineData("SUMMON alice")]
    [InlineData("USERS")]
    [InlineData("SERVICE kettle * *.local 0 0 :tea")]
    [InlineData("SQUERY kettle :tea")]
    public async Task What_nobody_offers_any_more_is_refused(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Contains(Assert.Single(await alice.AskAsync(line)).Command, new[] { "421", "445", "446", "408" });
    }

    // RPL_HELPSTART (704), RPL_HELPTXT (705), RPL_ENDOFHELP (706)
    [Theory]
    [InlineData("HELP", "*")]
    [InlineData("HELP PRIVMSG", "PRIVMSG")]
    [InlineData("HELP privmsg", "privmsg")]
    [InlineData("HELPOP JOIN", "JOIN")]
    public async Task Help_has_a_start_and_an_end_and_the_subject(string line, string subject)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.AskAsync(line);

        Assert.Equal("704", replies.Commands[0]);
        Assert.Equal("706", replies.Commands[^1]);
        Assert.All(replies.Skip(1).SkipLast(1), reply => Assert.Equal("705", reply.Command));
        Assert.All(replies, reply => Assert.Equal(3, reply.Parameters.Count));
        Assert.All(replies.Where(_ => subject != "*"), reply => Assert.Equal(subject, reply[1], ignoreCase: true));
    }

    // ERR_HELPNOTFOUND (524): a subject that is no parameter becomes *
    [Theory]
    [InlineData("HELP nosuchsubject", "nosuchsubject")]
    [InlineData("HELP :no such subject", "*")]
    [InlineData("HELP ::colon", "*")]
    public async Task Help_on_an_unknown_subject_is_524(string line, string subject)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var refusal = (await alice.AskAsync(line)).One("524");

        Assert.Equal(["alice", subject], refusal.Parameters.Take(2), StringComparer.OrdinalIgnoreCase);
        Assert.Equal(3, refusal.Parameters.Count);
    }

    // RPL_STATSUPTIME (242), RPL_ENDOFSTATS (219)
    [Fact]
    public async Task The_uptime_is_told()
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");

        var replies = await oper.AskAsync("STATS u");

        Assert.Equal(["242", "219"], replies.Commands);
        Assert.Matches("^Server Up [0-9]+ days [0-9]+:[0-9]{2}:[0-9]{2}$", replies[0][1]);
        Assert.Equal(["alice", "u"], replies[1].Parameters.Take(2));
        Assert.Equal(3, replies[1].Parameters.Count);
    }

    // STATS message: every query ends with 219
    [Theory]
    [InlineData("c")]
    [InlineData("h")]
    [InlineData("i")]
    [InlineData("k")]
    [InlineData("l")]
    [InlineData("m")]
    [InlineData("o")]
    [InlineData("y")]
    [InlineData("u")]
    public async Task Every_query_ends_with_219(string query)
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");

        var replies = await oper.AskAsync($"STATS {query}");

        Assert.Equal("219", replies.Commands[^1]);
        Assert.Equal(query, replies[^1][1]);
    }

    // RPL_STATSCOMMANDS (212): command and count
    [Fact]
    public async Task The_use_of_commands_is_counted()
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");
        await oper.AskAsync("JOIN #tea", "PART #tea", "JOIN #tea");

        var join = (await oper.AskAsync("STATS m")).All("212").Single(line => line[1] == "JOIN");

        Assert.Equal(2, int.Parse(join[2], CultureInfo.InvariantCulture));
    }

    // ERR_NEEDMOREPARAMS (461)
    [Fact]
    public async Task Stats_without_query_is_461_or_its_end()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Contains((await alice.AskAsync("STATS"))[^1].Command, new[] { "461", "219" });
    }
}
