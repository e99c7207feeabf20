using System.Globalization;

namespace Confab.Irc.Tests.Queries;

public sealed class WhoisTests
{
    // RPL_WHOISUSER (311), RPL_WHOISSERVER (312), RPL_ENDOFWHOIS (318)
    [Fact]
    public async Task Somebody_is_described()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        var source = (await bob.JoinAsync("#tea")).One("JOIN");

        var replies = await alice.AskAsync("WHOIS bob");

        Assert.Equal(["alice", "bob", source.User, source.Host, "*", IrcClient.RealNameOf("bob")], replies.One("311").Parameters);
        Assert.Equal(["alice", "bob", IrcServer.Name], replies.One("312").Parameters.Take(3));
        Assert.Equal(4, replies.One("312").Parameters.Count);
        Assert.Equal(["alice", "bob"], replies.One("318").Parameters.Take(2));
        Assert.Equal("311", replies.Commands[0]);
        Assert.Equal("318", replies.Commands[^1]);
    }

    // RPL_WHOISIDLE (317): seconds and the time of signing on
    [Fact]
    public async Task Idle_time_and_sign_on_time_are_shown()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");

        var idle = (await alice.AskAsync("WHOIS bob")).One("317");

        Assert.Equal(5, idle.Parameters.Count);
        Assert.InRange(int.Parse(idle[2], CultureInfo.InvariantCulture), 0, 60);
        var signedOn = DateTimeOffset.FromUnixTimeSeconds(long.Parse(idle[3], CultureInfo.InvariantCulture));
        Assert.InRange(DateTimeOffset.UtcNow - signedOn, TimeSpan.FromSeconds(-1), TimeSpan.FromMinutes(1));
    }

    // RPL_WHOISCHANNELS (319): with the highest prefix
    [Fact]
    public async Task Channels_are_shown_with_the_rank()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea,#cake");
        var bob = await server.RegisterAsync("bob");
        await bob.AskAsync("JOIN #tea,#milk");
        await alice.AskAsync("MODE #tea +v bob");

        var channels = (await alice.AskAsync("WHOIS bob")).One("319");

        Assert.Equal(["alice", "bob"], channels.Parameters.Take(2));
        Assert.Equal(["+#tea", "@#milk"], channels[2].Trim().Split(' ').Order(StringComparer.Ordinal));
    }

    // RPL_WHOISCHANNELS (319): none, no line
    [Fact]
    public async Task Who_is_in_no_channel_has_no_319()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        (await alice.AskAsync("WHOIS alice")).Lacks("319");
    }

    // Secret Channel Mode
    [Fact]
    public async Task A_secret_channel_is_shown_to_its_members_only()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("MODE #tea +s", "MODE alice -i");
        var carol = await server.RegisterAsync("carol");

        (await carol.AskAsync("WHOIS alice")).Lacks("319");
        Assert.Equal("@#tea", (await clients[1].AskAsync("WHOIS alice")).One("319")[2].Trim());
        Assert.Equal("@#tea", (await clients[0].AskAsync("WHOIS alice")).One("319")[2].Trim());
    }

    // Invisible User Mode: channels that are not shared are hidden
    [Fact]
    public async Task The_channels_of_the_invisible_are_hidden_unless_shared()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("JOIN #cake", "MODE alice +i");
        var carol = await server.RegisterAsync("carol");

        (await carol.AskAsync("WHOIS alice")).Lacks("319");
        Assert.Equal("@#tea", (await clients[1].AskAsync("WHOIS alice")).One("319")[2].Trim());
    }

    // RPL_WHOISOPERATOR (313)
    [Fact]
    public async Task A_server_operator_is_shown_as_one()
    {
        await using var server = await IrcServer.StartAsync();
        await server.OperAsync("alice");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(["bob", "alice"], (await bob.AskAsync("WHOIS alice")).One("313").Parameters.Take(2));
        Assert.Equal(3, (await bob.AskAsync("WHOIS alice")).One("313").Parameters.Count);
        (await bob.AskAsync("WHOIS bob")).Lacks("313");
    }

    // RPL_WHOISACCOUNT (330), RPL_WHOISREGNICK (307)
    [Fact]
    public async Task The_account_is_shown()
    {
        await using var server = await IrcServer.StartAsync();
        var bob = await server.WithAccountAsync("bob");
        await bob.AskAsync("NICK robert");
        var alice = await server.RegisterAsync("alice");

        var account = (await alice.AskAsync("WHOIS robert")).One("330");

        Assert.Equal(["alice", "robert", "bob"], account.Parameters.Take(3));
        Assert.Equal(4, account.Parameters.Count);
        (await alice.AskAsync("WHOIS alice")).Lacks("330");
    }

    // RPL_WHOISACTUALLY (338), RPL_WHOISHOST (378): for oneself and for operators
    [Fact]
    public async Task The_address_is_shown_to_oneself_and_to_operators()
    {
        await using var server = await IrcServer.StartAsync();
        var bob = await server.RegisterAsync("bob");
        var alice = await server.RegisterAsync("alice");
        var oper = await server.OperAsync("carol");

        foreach (var replies in new[] { await bob.AskAsync("WHOIS bob"), await oper.AskAsync("WHOIS bob") })
        {
            Assert.Contains("127.0.0.1", replies.One("338").Raw, StringComparison.Ordinal);
            Assert.Contains("127.0.0.1", replies.One("378").Raw, StringComparison.Ordinal);
        }

        (await alice.AskAsync("WHOIS bob")).Lacks("338", "378", "379");
    }

    // RPL_WHOISMODES (379): for oneself
    [Fact]
    public async Task The_modes_are_shown_to_oneself()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("MODE alice +iw");

        var modes = (await alice.AskAsync("WHOIS alice")).One("379");

        Assert.Equal(["alice", "alice"], modes.Parameters.Take(2));
        Assert.Matches("^is using modes \\+[a-zA-Z]*i[a-zA-Z]*w", modes[2]);
    }

    // RPL_WHOISSECURE (671): this machine or TLS only
    [Fact]
    public async Task A_line_about_security_has_its_form()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.All((await alice.AskAsync("WHOIS alice")).All("671"), line => Assert.Equal(["alice", "alice"], line.Parameters.Take(2)));
    }

    // ERR_NOSUCHNICK (401), then the end
    [Fact]
    public async Task Nobody_is_401_and_the_end()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.AskAsync("WHOIS Nobody");

        Assert.Equal(["alice", "Nobody"], replies.One("401").Parameters.Take(2));
        Assert.Equal(["alice", "Nobody"], replies.One("318").Parameters.Take(2));
        Assert.Equal(["401", "318"], replies.Commands);
    }

    // RPL_ENDOFWHOIS (318): the nickname exactly as it was asked
    [Fact]
    public async Task The_end_keeps_the_case_that_was_asked_and_the_rest_is_the_true_one()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");

        var replies = await alice.AskAsync("WHOIS BoB");

        Assert.Equal("bob", replies.One("311")[1]);
        Assert.Equal("BoB", replies.One("318")[1]);
    }

    // WHOIS message: the first of two parameters names a server, or the nickname
    [Theory]
    [InlineData("WHOIS bob bob")]
    [InlineData("WHOIS confab.local bob")]
    public async Task A_target_may_stand_before_the_nick(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");

        var replies = await alice.AskAsync(line);

        Assert.Equal("bob", replies.One("311")[1]);
        replies.One("317");
        Assert.Equal("bob", replies.One("318")[1]);
    }

    // ERR_NOSUCHSERVER (402)
    [Fact]
    public async Task A_target_that_is_no_server_is_402()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "no.such.server"], (await alice.AskAsync("WHOIS no.such.server alice")).One("402").Parameters.Take(2));
    }

    // ERR_NONICKNAMEGIVEN (431)
    [Fact]
    public async Task Without_parameter_it_is_431()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal("431", Assert.Single(await alice.AskAsync("WHOIS")).Command);
    }

    // WHOIS message, Optional extensions: several nicknames
    [Fact]
    public async Task Several_nicks_may_be_asked_for()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");

        var replies = await alice.AskAsync("WHOIS alice,bob");

        Assert.NotEmpty(replies.All("311"));
        Assert.Equal("318", replies.Commands[^1]);
        Assert.Equal("alice,bob", replies.One("318")[1]);
    }
}
