namespace Confab.Irc.Tests.Registration;

public sealed class BeforeRegistrationTests
{
    // ERR_NOTREGISTERED (451)
    [Theory]
    [InlineData("JOIN #tea")]
    [InlineData("PRIVMSG alice :hi")]
    [InlineData("WHOIS alice")]
    [InlineData("LIST")]
    [InlineData("MODE #tea")]
    [InlineData("OPER operuser operpassword")]
    [InlineData("AWAY :gone")]
    [InlineData("LUSERS")]
    public async Task Other_commands_are_451(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        var replies = await client.AskAsync(line);

        Assert.Equal(["*"], Assert.Single(replies).Parameters.Take(1));
        Assert.Equal("451", replies[0].Command);
    }

    // ERR_NOTREGISTERED (451): the target is the nickname once it was given
    [Fact]
    public async Task A_refused_command_does_not_stop_registration()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        (await client.AskAsync("NICK alice", "JOIN #tea")).One("451");
        await client.SendAsync("USER alice 0 * :Alice");

        Assert.Equal("alice", (await client.ReadBurstAsync()).One("001")[0]);
    }

    // QUIT message: ERROR, and the connection is closed
    [Theory]
    [InlineData("QUIT")]
    [InlineData("QUIT :bye")]
    public async Task Quit_before_registration_is_answered_with_error_and_a_close(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        await client.SendAsync(line);
        var rest = await client.ReadToEndAsync();

        Assert.Equal("ERROR", Assert.Single(rest).Command);
        Assert.Single(rest[0].Parameters);
    }

    // QUIT message, with what registration has so far
    [Fact]
    public async Task Quit_after_nick_only_frees_the_nick()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        await client.SendAsync("NICK alice");
        await client.SendAsync("QUIT");
        (await client.ReadToEndAsync()).One("ERROR");

        Assert.Equal("alice", (await (await server.ConnectAsync()).RegisterAsync("alice")).One("001")[0]);
    }

    // RPL_LUSERUNKNOWN (253), RPL_LUSERCLIENT (251)
    [Fact]
    public async Task Lusers_does_not_count_those_who_are_not_registered_as_users()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var waiting = await server.ConnectAsync();
        await waiting.AskAsync("NICK bob");

        var replies = await alice.AskAsync("LUSERS");

        Assert.Equal("1", replies.One("265")[1]);
        Assert.Equal("1", replies.One("253")[1]);
    }

    // RPL_LUSERUNKNOWN (253)
    [Fact]
    public async Task Who_quit_before_registration_is_counted_nowhere()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var passing = await server.ConnectAsync();
        await passing.SendAsync("QUIT");
        await passing.ReadToEndAsync();

        var replies = await alice.AskAsync("LUSERS");

        Assert.Equal(["alice", "1", "1"], replies.One("265").Parameters.Take(3));
        Assert.True(replies.All("253").All(line => line[1] == "0"), replies.ToString());
    }

    // PASS message, ERR_NEEDMOREPARAMS (461)
    [Fact]
    public async Task Pass_without_parameter_is_461()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        Assert.Equal(["*", "PASS"], (await client.AskAsync("PASS")).One("461").Parameters.Take(2));
    }

    // PASS message
    [Fact]
    public async Task The_right_password_lets_in()
    {
        await using var server = await IrcServer.StartAsync(("irc.password", "kettle"));
        var client = await server.ConnectAsync();
        await client.SendAsync("PASS kettle");

        var burst = await client.RegisterAsync("alice");

        Assert.Equal("alice", burst.One("001")[0]);
    }

    // PASS message: the last one counts
    [Fact]
    public async Task The_last_password_counts()
    {
        await using var server = await IrcServer.StartAsync(("irc.password", "kettle"));
        var client = await server.ConnectAsync();
        await client.SendAsync("PASS wrong");
        await client.SendAsync("PASS kettle");

        Assert.Equal("alice", (await client.RegisterAsync("alice")).One("001")[0]);
    }

    // PASS message, ERR_PASSWDMISMATCH (464)
    [Theory]
    [InlineData("PASS wrong")]
    [InlineData("PASS KETTLE")]
    [InlineData("PONG nothing")]
    public async Task A_wrong_or_missing_password_is_464_and_no_welcome(string pass)
    {
        await using var server = await IrcServer.StartAsync(("irc.password", "kettle"));
        var client = await server.ConnectAsync();
        await client.SendAsync(pass);
        await client.SendAsync("NICK alice");
        await client.SendAsync("USER alice 0 * :Alice");

        var refusal = await client.ReadUntilAsync("464");

        Assert.Equal(2, refusal.One("464").Parameters.Count);
        refusal.Lacks("001");
    }

    // PASS message: a password nobody asked for does no harm
    [Fact]
    public async Task A_password_that_nobody_asked_for_is_ignored()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.SendAsync("PASS whatever");

        Assert.Equal("alice", (await client.RegisterAsync("alice")).One("001")[0]);
    }

    // PASS message, ERR_ALREADYREGISTERED (462)
    [Fact]
    public async Task Pass_after_registration_is_462()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal("alice", (await alice.AskAsync("PASS late")).One("462")[0]);
    }
}
