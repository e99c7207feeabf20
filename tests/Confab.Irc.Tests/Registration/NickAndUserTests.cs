namespace Confab.Irc.Tests.Registration;

public sealed class NickAndUserTests
{
    // Connection Registration: NICK and USER end it, in either order
    [Theory]
    [InlineData("NICK alice", "USER alice 0 * :Alice")]
    [InlineData("USER alice 0 * :Alice", "NICK alice")]
    public async Task Nick_and_user_register_in_either_order(string first, string second)
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        (await client.AskAsync(first)).Lacks("001");
        await client.SendAsync(second);

        Assert.Equal("alice", (await client.ReadBurstAsync()).One("001")[0]);
    }

    // NICK message, ERR_NONICKNAMEGIVEN (431)
    [Fact]
    public async Task Nick_without_parameter_is_431_and_the_client_is_still_a_star()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        var replies = await client.AskAsync("NICK");

        Assert.Equal("*", replies.One("431")[0]);
        Assert.Equal(2, replies.One("431").Parameters.Count);
    }

    // NICK message, ERR_NONICKNAMEGIVEN (431)
    [Fact]
    public async Task An_empty_nick_is_not_accepted()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        var replies = await client.AskAsync("NICK :");

        Assert.Contains(Assert.Single(replies).Command, new[] { "431", "432" });
    }

    // NICK message, ERR_ERRONEUSNICKNAME (432)
    [Theory]
    [InlineData("#tea")]
    [InlineData("a!b")]
    [InlineData("a@b")]
    [InlineData("a,b")]
    [InlineData("a*b")]
    [InlineData("a?b")]
    [InlineData("a.b!")]
    [InlineData("-abc")]
    [InlineData("~abc")]
    [InlineData("@abc")]
    [InlineData("+abc")]
    [InlineData("%abc")]
    [InlineData("&abc")]
    [InlineData("$abc")]
    public async Task A_nick_with_what_means_something_else_is_432(string nick)
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        var replies = await client.AskAsync($"NICK {nick}", "USER u 0 * :U");

        Assert.Equal(["*", nick], replies.One("432").Parameters.Take(2));
        replies.Lacks("001");
    }

    // ERR_ERRONEUSNICKNAME (432): what is echoed stays one parameter
    [Fact]
    public async Task A_nick_with_a_space_is_432_in_a_well_formed_line()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        var refusal = (await client.AskAsync("NICK :two words", "USER u 0 * :U")).One("432");

        Assert.Equal(3, refusal.Parameters.Count);
        Assert.Equal("*", refusal[0]);
    }

    // RPL_ISUPPORT parameter NICKLEN; ERR_ERRONEUSNICKNAME (432)
    [Fact]
    public async Task A_nick_longer_than_announced_is_refused_or_cut_and_the_server_lives_on()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        var replies = await client.AskAsync($"NICK {new string('a', 300)}", "NICK alice", "USER alice 0 * :Alice");

        Assert.NotEmpty(replies.All("432"));
        Assert.Equal("alice", replies.One("001")[0]);
    }

    // RPL_ISUPPORT parameter NICKLEN
    [Fact]
    public async Task A_nick_of_exactly_the_announced_length_is_accepted_and_one_more_is_not()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.ConnectAsync();
        var length = Tokens.Of(await alice.RegisterAsync("alice")).Number("NICKLEN");

        var replies = await alice.AskAsync($"NICK {new string('n', length)}", $"NICK {new string('m', length + 1)}");

        Assert.Equal($"NICK {new string('n', length)}", replies.One("NICK").Said);
        replies.One("432");
    }

    // Character Encodings; UTF8ONLY: letters of any script
    [Fact]
    public async Task A_nick_in_another_script_is_accepted_as_it_was_written()
    {
        await using var server = await IrcServer.StartAsync(("irc.caseMapping", "precis"));
        var client = await server.ConnectAsync();

        var burst = await client.RegisterAsync("Зоя");

        Assert.Equal("Зоя", burst.One("001")[0]);
    }

    // NICK message, ERR_NICKNAMEINUSE (433)
    [Theory]
    [InlineData("alice")]
    [InlineData("ALICE")]
    public async Task A_nick_in_use_is_433_and_another_may_follow(string taken)
    {
        await using var server = await IrcServer.StartAsync();
        await server.RegisterAsync("alice");
        var client = await server.ConnectAsync();

        var refused = await client.AskAsync($"NICK {taken}", "USER u 0 * :U");
        await client.SendAsync("NICK carol");

        Assert.Equal(["*", taken], refused.One("433").Parameters.Take(2));
        Assert.Equal("carol", (await client.ReadBurstAsync()).One("001")[0]);
    }

    // NICK message: two that register at once
    [Fact]
    public async Task Of_two_who_want_the_same_nick_one_gets_it()
    {
        await using var server = await IrcServer.StartAsync();
        var first = await server.ConnectAsync();
        var second = await server.ConnectAsync();
        await first.AskAsync("NICK alice");

        await second.AskAsync("NICK alice");
        var answers = new Replies([.. await first.AskAsync("USER a 0 * :A"), .. await second.AskAsync("USER a 0 * :A")]);

        Assert.Single(answers.All("001"));
    }

    // NICK message: a nickname may be changed before USER
    [Fact]
    public async Task The_last_nick_before_registration_counts()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        await client.SendAsync("NICK alice");
        await client.SendAsync("NICK carol");
        await client.SendAsync("USER u 0 * :U");

        Assert.Equal("carol", (await client.ReadBurstAsync()).One("001")[0]);
        await server.RegisterAsync("alice");
    }

    // USER message, ERR_NEEDMOREPARAMS (461)
    [Theory]
    [InlineData("USER")]
    [InlineData("USER u")]
    [InlineData("USER u 0")]
    [InlineData("USER u 0 *")]
    public async Task User_with_too_few_parameters_is_461(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        var replies = await client.AskAsync("NICK alice", line);

        Assert.Equal("USER", replies.One("461")[1]);
        replies.Lacks("001");
    }

    // USER message: an empty username is 461
    [Fact]
    public async Task An_empty_username_is_461()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        var replies = await client.AskAsync("NICK alice", "USER  :");
        replies.One("461");

        (await client.AskAsync("USER u 0 * :U")).One("001");
    }

    // USER message: the real name may be empty, unlike the username
    [Fact]
    public async Task An_empty_real_name_is_accepted()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        var replies = await client.AskAsync("NICK alice", "USER alice 0 * :");

        Assert.True(replies.Any(message => message.Command is "001" or "461"), replies.ToString());
    }

    // USER message, ERR_ALREADYREGISTERED (462)
    [Fact]
    public async Task User_after_registration_is_462_and_changes_nothing()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(2, (await alice.AskAsync("USER other 0 * :Other")).One("462").Parameters.Count);

        Assert.Equal(IrcClient.RealNameOf("alice"), (await alice.AskAsync("WHOIS alice")).One("311").Last);
    }

    // USER message, parameter USERLEN: longer ones are cut without a word
    [Fact]
    public async Task A_username_longer_than_announced_is_cut()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.SendAsync("NICK alice");
        await client.SendAsync($"USER {new string('u', 200)} 0 * :Alice");

        var burst = await client.ReadBurstAsync();
        var username = (await client.AskAsync("WHOIS alice")).One("311")[2];

        Assert.Equal(Tokens.Of(burst).Number("USERLEN"), username.Length);
    }
}
