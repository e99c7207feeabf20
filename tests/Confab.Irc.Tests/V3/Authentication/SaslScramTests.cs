namespace Confab.Irc.Tests.V3.Authentication;

/// <summary>Logging in by a proof of the password (SCRAM-SHA-256: RFC 5802, RFC 7677).</summary>
public sealed class SaslScramTests
{
    // RFC 5802 section 5: first, challenge, proof, and the server's own proof.
    [Fact]
    public async Task The_server_proves_that_it_knows_the_password_too()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        var scram = new ScramClient("teapot", Accounts.Password);
        var last = await ExchangeAsync(client, scram);
        Assert.Equal(scram.Verifier(), Sasl.Decode(last.One("AUTHENTICATE")));
        var done = await client.AskAsync("AUTHENTICATE +");
        Assert.Equal(["900", "903"], done.Commands);
        Assert.Equal("teapot", done.One("900")[2]);
    }

    // RFC 7677 section 4: not fewer than 4096 rounds, unless a setting says so.
    [Fact]
    public async Task The_number_of_rounds_is_that_of_the_setting()
    {
        await using var server = await IrcServer.StartAsync(("accounts.hashRounds", "5000"));
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        var scram = new ScramClient("teapot", Accounts.Password);
        await ExchangeAsync(client, scram);
        Assert.Equal(5000, scram.Rounds);
    }

    // RFC 5802 section 7: a wrong password is found by the proof.
    [Fact]
    public async Task A_wrong_password_is_904()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        var last = await ExchangeAsync(client, new ScramClient("teapot", "wrong"));
        last.One("904");
        last.Lacks("900", "903");
    }

    // RFC 5802 section 9: an account that is not there looks like one that is.
    [Fact]
    public async Task An_unknown_account_is_904_and_not_before_the_proof()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        (await ExchangeAsync(client, new ScramClient("nobody", Accounts.Password))).One("904");
    }

    // RFC 5802 section 5.1: the nonce must be the one of this exchange.
    [Fact]
    public async Task Another_nonce_is_904()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        (await ExchangeAsync(client, new ScramClient("teapot", Accounts.Password), "stolen")).One("904");
    }

    // RFC 5802 section 7: what is no message of SCRAM.
    [Theory]
    [InlineData("hello")]
    [InlineData("n,,r=abc")]
    [InlineData("n,,n=teapot")]
    [InlineData("p=tls-unique,,n=teapot,r=abc")]
    [InlineData("n,a=kettle,n=teapot,r=abc")]
    public async Task A_broken_first_message_is_904(string first)
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var client = await server.ConnectAsync();
        await client.RequestAsync("sasl");
        (await client.AuthenticateAsync("SCRAM-SHA-256", first)).One("904");
    }

    // The exchange works after registration as well, and PLAIN knows the same password.
    [Fact]
    public async Task Somebody_registered_may_log_in_by_it()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var alice = await server.RegisterAsync("alice", "sasl");
        await ExchangeAsync(alice, new ScramClient("teapot", Accounts.Password));
        (await alice.AskAsync("AUTHENTICATE +")).One("903");
        Assert.Equal("teapot", (await alice.AskAsync("WHOIS alice")).One("330")[2]);
    }

    private static async Task<Replies> ExchangeAsync(IrcClient client, ScramClient scram, string? wrongNonce = null)
    {
        var first = await client.AuthenticateAsync("SCRAM-SHA-256", scram.First);
        var challenge = Sasl.Decode(first.All("AUTHENTICATE")[^1]);
        return await client.AskAsync([.. Sasl.Lines(scram.Final(challenge, wrongNonce))]);
    }
}
