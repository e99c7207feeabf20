namespace Confab.Irc.Tests.V3.Authentication;

/// <summary>Logging in by name and password (sasl-3.1, RFC 4616).</summary>
public sealed class SaslPlainTests
{
    // The AUTHENTICATE command: 900 and 903, then registration goes on.
    [Fact]
    public async Task The_right_password_is_900_and_903()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        await client.AskAsync("NICK alice", "USER alice 0 * :Alice");
        var replies = await client.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", Accounts.Password));
        Assert.Equal(["AUTHENTICATE", "900", "903"], replies.Commands);
        var loggedIn = replies.One("900");
        Assert.Equal(["alice", "teapot"], [loggedIn[0], loggedIn[2]]);
        Assert.Matches("^alice![^!@ ]+@[^!@ ]+$", loggedIn[1]);
        Assert.Equal(4, loggedIn.Parameters.Count);
        Assert.Equal("alice", replies.One("903")[0]);
        await client.SendAsync("CAP END");
        Assert.Equal("001", (await client.ReadAsync()).Command);
    }

    // The AUTHENTICATE command: before NICK the client has no name.
    [Fact]
    public async Task It_works_before_NICK_and_USER()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        var replies = await client.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", Accounts.Password));
        Assert.Equal("*", replies.One("903")[0]);
        Assert.Equal("teapot", replies.One("900")[2]);
        await client.SendAsync("CAP END");
        await client.RegisterAsync("alice");
        Assert.Equal("teapot", (await client.AskAsync("WHOIS alice")).One("330")[2]);
    }

    // RFC 4616: the authorization identity may be empty.
    [Fact]
    public async Task An_empty_authorization_identity_is_ones_own()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        (await client.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", Accounts.Password, ""))).One("903");
    }

    // RFC 4616: nobody may act for somebody else.
    [Fact]
    public async Task Another_authorization_identity_is_refused()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        await server.AddAccountAsync("kettle");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        var replies = await client.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", Accounts.Password, "kettle"));
        replies.One("904");
        replies.Lacks("900", "903");
    }

    // Names of accounts are compared without case.
    [Fact]
    public async Task The_name_may_be_written_in_another_case()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        Assert.Equal("teapot", (await client.AuthenticateAsync("PLAIN", Sasl.Plain("TeaPot", Accounts.Password))).One("900")[2]);
    }

    // Numerics, 904: a wrong password and an unknown account are the same answer.
    [Theory]
    [InlineData("teapot", "wrong")]
    [InlineData("nobody", Accounts.Password)]
    [InlineData("teapot", "")]
    [InlineData("", Accounts.Password)]
    public async Task A_wrong_password_and_an_unknown_account_are_904(string account, string password)
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        var replies = await client.AuthenticateAsync("PLAIN", Sasl.Plain(account, password));
        Assert.Equal(["AUTHENTICATE", "904"], replies.Commands);
        Assert.Equal("*", replies.One("904")[0]);
    }

    // The AUTHENTICATE command: after a failure the client may try again.
    [Fact]
    public async Task After_a_failure_one_may_try_again()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        (await client.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", "wrong"))).One("904");
        (await client.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", Accounts.Password))).One("903");
    }

    // The AUTHENTICATE command: who failed may still register, as a guest.
    [Fact]
    public async Task After_a_failure_one_may_come_in_as_a_guest()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        await client.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", "wrong"));
        await client.SendAsync("CAP END");
        await client.RegisterAsync("alice");
        (await client.AskAsync("WHOIS alice")).Lacks("330");
    }

    // What is no message of the mechanism, or no base64, is a failure.
    [Theory]
    [InlineData("AUTHENTICATE +")]
    [InlineData("AUTHENTICATE dGVhcG90")]
    [InlineData("AUTHENTICATE dGVhcG90AHRlYXBvdA==")]
    [InlineData("AUTHENTICATE !!!not-base64!!!")]
    [InlineData("AUTHENTICATE QUJ")]
    public async Task A_broken_response_is_904(string line)
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        await client.AskAsync("AUTHENTICATE PLAIN");
        var replies = await client.AskAsync(line);
        replies.One("904");
        replies.Lacks("900", "903");
    }

    // The AUTHENTICATE command: responses of more than 400 bytes come in chunks.
    [Theory]
    [InlineData(290)]
    [InlineData(350)]
    [InlineData(400)]
    public async Task A_long_password_comes_in_chunks(int bytes)
    {
        await using var server = await IrcServer.StartAsync();
        var password = string.Concat(Enumerable.Range(0, bytes).Select(number => (char)('a' + (number % 26))));
        await server.AddAccountAsync("teapot", password);
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        Assert.True(Sasl.Lines(Sasl.Plain("teapot", password)).Count() > 1);
        (await client.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", password[..^1]))).One("904");
        (await client.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", password))).One("903");
    }

    // The AUTHENTICATE command: many chunks are one response.
    [Theory]
    [InlineData(700)]
    [InlineData(1000)]
    public async Task A_password_of_1000_bytes_is_compared_and_not_cut(int bytes)
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        (await client.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", Accounts.Password.PadRight(bytes, 'x')))).One("904");
    }

    // The AUTHENTICATE command: a response of exactly 400 bytes ends with a plus sign.
    [Fact]
    public async Task A_response_of_exactly_400_bytes_ends_with_a_plus_sign()
    {
        await using var server = await IrcServer.StartAsync();
        var password = new string('p', 300 - "teapot\0teapot\0".Length);
        await server.AddAccountAsync("teapot", password);
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        await client.AskAsync("AUTHENTICATE PLAIN");
        var lines = Sasl.Lines(Sasl.Plain("teapot", password)).ToArray();
        Assert.Equal(2, lines.Length);
        (await client.AskAsync(lines[0])).AreNone();
        (await client.AskAsync(lines[1])).One("903");
    }

    // Numerics, 905: one parameter of more than 400 bytes.
    [Fact]
    public async Task A_chunk_of_more_than_400_bytes_is_905()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        await client.AskAsync("AUTHENTICATE PLAIN");
        (await client.AskAsync($"AUTHENTICATE {new string('A', 401)}")).One("905");
    }

    // The AUTHENTICATE command: the server may bound the whole response.
    [Fact]
    public async Task A_response_without_end_is_refused()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        await client.AskAsync("AUTHENTICATE PLAIN");
        var replies = await client.AskAsync([.. Enumerable.Repeat($"AUTHENTICATE {new string('A', 400)}", 60)]);
        Assert.Contains(replies, reply => reply.Command is "904" or "905");
    }
}
