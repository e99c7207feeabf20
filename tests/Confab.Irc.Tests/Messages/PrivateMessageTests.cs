namespace Confab.Irc.Tests.Messages;

public sealed class PrivateMessageTests
{
    // PRIVMSG and NOTICE messages
    [Theory]
    [InlineData("PRIVMSG")]
    [InlineData("NOTICE")]
    public async Task A_message_reaches_its_target_with_its_author(string command)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        (await alice.AskAsync($"{command} bob :the kettle is on")).AreNone();
        var message = Assert.Single(await bob.SyncAsync());

        Assert.Equal($"{command} bob the kettle is on", message.Said);
        Assert.Matches("^alice![^@! ]+@[^@! ]+$", message.Source);
    }

    // PRIVMSG message: a channel's members but not the author
    [Theory]
    [InlineData("PRIVMSG")]
    [InlineData("NOTICE")]
    public async Task A_message_to_a_channel_reaches_the_others(string command)
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");

        (await clients[0].AskAsync($"{command} #tea :the kettle is on")).AreNone();

        Assert.Equal($"{command} #tea the kettle is on", Assert.Single(await clients[1].SyncAsync()).Said);
        Assert.Equal($"{command} #tea the kettle is on", Assert.Single(await clients[2].SyncAsync()).Said);
    }

    // PRIVMSG message: a list of targets
    [Fact]
    public async Task Several_targets_get_a_message_each()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        var carol = await server.RegisterAsync("carol");

        (await clients[0].AskAsync("PRIVMSG #tea,carol :hello")).AreNone();

        Assert.Equal("PRIVMSG #tea hello", Assert.Single(await clients[1].SyncAsync()).Said);
        Assert.Equal("PRIVMSG carol hello", Assert.Single(await carol.SyncAsync()).Said);
    }

    // PRIVMSG message: each target by itself
    [Fact]
    public async Task A_target_that_fails_does_not_hinder_the_next()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal("nobody", (await alice.AskAsync("PRIVMSG nobody,bob :hello")).One("401")[1]);

        (await bob.SyncAsync()).One("PRIVMSG");
    }

    // PRIVMSG message: to oneself
    [Fact]
    public async Task A_message_to_oneself_comes_back()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal("PRIVMSG alice hello", Assert.Single(await alice.AskAsync("PRIVMSG alice :hello")).Said);
    }

    // ERR_NORECIPIENT (411) or ERR_NEEDMOREPARAMS (461)
    [Fact]
    public async Task Without_target_it_is_411()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var refusal = (await alice.AskAsync("PRIVMSG")).One("411");

        Assert.Equal(2, refusal.Parameters.Count);
        Assert.Contains("(PRIVMSG)", refusal[1], StringComparison.Ordinal);
    }

    // ERR_NOTEXTTOSEND (412)
    [Theory]
    [InlineData("PRIVMSG bob")]
    [InlineData("PRIVMSG bob :")]
    public async Task Without_text_it_is_412(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(2, (await alice.AskAsync(line)).One("412").Parameters.Count);

        (await bob.SyncAsync()).AreNone();
    }

    // ERR_NOSUCHNICK (401)
    [Fact]
    public async Task A_message_to_nobody_is_401()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var refusal = Assert.Single(await alice.AskAsync("PRIVMSG nobody :hello"));

        Assert.Equal("401", refusal.Command);
        Assert.Equal(["alice", "nobody"], refusal.Parameters.Take(2));
        Assert.Equal(3, refusal.Parameters.Count);
    }

    // ERR_NOSUCHCHANNEL (403), ERR_NOSUCHNICK (401), ERR_CANNOTSENDTOCHAN (404)
    [Fact]
    public async Task A_message_to_a_channel_that_does_not_exist_is_refused()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var refusal = Assert.Single(await alice.AskAsync("PRIVMSG #nowhere :hello"));

        Assert.Contains(refusal.Command, new[] { "401", "403", "404" });
        Assert.Equal(["alice", "#nowhere"], refusal.Parameters.Take(2));
    }

    // NOTICE message: never answered, not even by errors
    [Theory]
    [InlineData("NOTICE")]
    [InlineData("NOTICE bob")]
    [InlineData("NOTICE bob :")]
    [InlineData("NOTICE nobody :hello")]
    [InlineData("NOTICE #nowhere :hello")]
    [InlineData("NOTICE #tea :from outside")]
    [InlineData("NOTICE #nowhere,nobody :hello")]
    public async Task A_notice_is_never_answered(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await bob.AskAsync("AWAY :gone", "JOIN #tea", "MODE #tea +nm");

        (await alice.AskAsync(line)).AreNone();
    }

    // RPL_AWAY (301)
    [Fact]
    public async Task A_message_to_who_is_away_is_delivered_and_answered_with_301()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await bob.AskAsync("AWAY :at the kettle");

        var answer = Assert.Single(await alice.AskAsync("PRIVMSG bob :hello"));

        Assert.Equal("301", answer.Command);
        Assert.Equal(["alice", "bob", "at the kettle"], answer.Parameters);
        (await bob.SyncAsync()).One("PRIVMSG");
    }

    // AWAY message: not for a channel that they are on, nor for a notice
    [Fact]
    public async Task A_message_to_a_channel_is_not_answered_with_301()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[1].AskAsync("AWAY :at the kettle");

        (await clients[0].AskAsync("PRIVMSG #tea :hello", "NOTICE bob :hello")).AreNone();
    }

    // CTCP: passed on unchanged
    [Theory]
    [InlineData("PRIVMSG", "\u0001VERSION\u0001")]
    [InlineData("PRIVMSG", "\u0001PING 123 456\u0001")]
    [InlineData("PRIVMSG", "\u0001ACTION pours tea\u0001")]
    [InlineData("NOTICE", "\u0001VERSION kettle 1.0\u0001")]
    public async Task Ctcp_is_passed_on_as_it_is(string command, string text)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        await alice.AskAsync($"{command} bob :{text}");

        Assert.Equal(text, Assert.Single(await bob.SyncAsync())[1]);
    }

    // Formatting is part of the text
    [Fact]
    public async Task Colours_and_other_formatting_are_passed_on_as_they_are()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        var text = "\u0002bold\u0002 \u000304,12red\u000f \u001ditalic\u001d \u001funder\u001f \u0016reverse\u0016";

        await alice.AskAsync($"PRIVMSG bob :{text}");

        Assert.Equal(text, Assert.Single(await bob.SyncAsync())[1]);
    }

    // NICK message: a target is found in any case
    [Theory]
    [InlineData("BOB")]
    [InlineData("Bob")]
    public async Task A_target_is_found_in_any_case(string target)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        await alice.AskAsync($"PRIVMSG {target} :hello");

        Assert.Equal("hello", Assert.Single(await bob.SyncAsync())[1]);
    }

    // RFC 1459 4.4.1: order is kept
    [Fact]
    public async Task Messages_arrive_in_the_order_in_which_they_were_sent()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        var lines = Enumerable.Range(0, 50).Select(index => $"PRIVMSG #tea :number {index}").ToArray();

        await clients[0].AskAsync(lines);

        Assert.Equal(lines.Select(line => line.Replace(" :", " ", StringComparison.Ordinal)), (await clients[1].SyncAsync()).Select(message => message.Said));
    }

    // ERR_NOTOPLEVEL (413), ERR_WILDTOPLEVEL (414): masks are for operators
    [Fact]
    public async Task A_message_to_everybody_is_not_for_everybody()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        Assert.NotEmpty(await alice.AskAsync("PRIVMSG $* :hello all"));

        (await bob.SyncAsync()).AreNone();
    }
}
