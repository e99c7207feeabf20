namespace Confab.Irc.Tests.V3.Transport;

/// <summary>IRC through TLS, and logging in by a certificate (SASL EXTERNAL).</summary>
public sealed class SecureDoorTests
{
    [Fact]
    public async Task Clients_through_TLS_talk_to_those_without()
    {
        using var certificate = TestCertificate.Create();
        await using var server = await SecureClients.StartSecureAsync(certificate);
        await using var alice = await server.ConnectSecurelyAsync();
        await alice.RegisterAsync("alice");
        await alice.JoinAsync("#room");
        var bob = await server.EnterAsync("#room", "bob");
        await alice.SyncAsync();
        await bob.AskAsync("PRIVMSG #room :hi");
        Assert.Equal("hi", (await alice.SyncAsync()).One("PRIVMSG").Last);
    }

    // Modern IRC, 671.
    [Fact]
    public async Task WHOIS_tells_who_uses_TLS()
    {
        using var certificate = TestCertificate.Create();
        await using var server = await SecureClients.StartSecureAsync(certificate);
        await using var alice = await server.ConnectSecurelyAsync();
        await alice.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        Assert.Equal(["bob", "alice"], (await bob.AskAsync("WHOIS alice")).One("671").Parameters.Take(2));
        (await alice.AskAsync("WHOIS bob")).Lacks("671");
    }

    // sasl-3.1 and RFC 4422 appendix A: the certificate is the proof; the response is empty.
    [Theory]
    [InlineData("")]
    [InlineData("alice")]
    public async Task A_certificate_of_the_account_logs_in(string authorization)
    {
        using var certificate = TestCertificate.Create();
        using var own = TestCertificate.Create("alice");
        await using var server = await SecureClients.StartSecureAsync(certificate);
        await RememberAsync(server, own.Fingerprint);
        await using var client = await server.ConnectSecurelyAsync(own);
        await client.RequestAsync("sasl");
        var replies = await client.AuthenticateAsync("EXTERNAL", authorization);
        Assert.Equal("alice", replies.One("900")[2]);
        replies.One("903");
    }

    // CERT ADD without a fingerprint takes the one that was shown.
    [Fact]
    public async Task The_certificate_that_was_shown_can_be_added()
    {
        using var certificate = TestCertificate.Create();
        using var own = TestCertificate.Create("alice");
        await using var server = await SecureClients.StartSecureAsync(certificate);
        await server.AddAccountAsync("alice");
        await using (var first = await server.ConnectSecurelyAsync(own))
        {
            await first.RegisterAsync("guest7");
            await first.AskAsync($"PRIVMSG NickServ :IDENTIFY alice {Accounts.Password}", "PRIVMSG NickServ :CERT ADD");
            await first.LeaveAsync();
        }

        await using var client = await server.ConnectSecurelyAsync(own);
        await client.RequestAsync("sasl");
        (await client.AuthenticateAsync("EXTERNAL", "")).One("903");
    }

    [Fact]
    public async Task Another_certificate_is_904()
    {
        using var certificate = TestCertificate.Create();
        using var own = TestCertificate.Create("alice");
        using var other = TestCertificate.Create("mallory");
        await using var server = await SecureClients.StartSecureAsync(certificate);
        await RememberAsync(server, own.Fingerprint);
        await using var client = await server.ConnectSecurelyAsync(other);
        await client.RequestAsync("sasl");
        (await client.AuthenticateAsync("EXTERNAL", "")).One("904");
    }

    [Fact]
    public async Task The_certificate_of_one_account_opens_no_other()
    {
        using var certificate = TestCertificate.Create();
        using var own = TestCertificate.Create("alice");
        await using var server = await SecureClients.StartSecureAsync(certificate);
        await server.AddAccountAsync("bob");
        await RememberAsync(server, own.Fingerprint);
        await using var client = await server.ConnectSecurelyAsync(own);
        await client.RequestAsync("sasl");
        (await client.AuthenticateAsync("EXTERNAL", "bob")).One("904");
    }

    // Without a certificate EXTERNAL cannot succeed, on either door.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_certificate_EXTERNAL_is_904(bool secure)
    {
        using var certificate = TestCertificate.Create();
        await using var server = await SecureClients.StartSecureAsync(certificate);
        await using var client = secure ? await server.ConnectSecurelyAsync() : await server.ConnectAsync();
        await client.RequestAsync("sasl");
        var replies = await client.AskAsync("AUTHENTICATE EXTERNAL", "AUTHENTICATE +");
        replies.Lacks("900", "903");
        Assert.Contains("904", replies.Commands);
    }

    [Fact]
    public async Task WHOIS_shows_the_fingerprint_only_to_its_owner()
    {
        using var certificate = TestCertificate.Create();
        using var own = TestCertificate.Create("alice");
        await using var server = await SecureClients.StartSecureAsync(certificate);
        await using var alice = await server.ConnectSecurelyAsync(own);
        await alice.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        Assert.Contains(own.Fingerprint, (await alice.AskAsync("WHOIS alice")).One("276").Last, StringComparison.OrdinalIgnoreCase);
        (await bob.AskAsync("WHOIS alice")).Lacks("276");
    }

    private static async Task RememberAsync(IrcServer server, string fingerprint)
    {
        var alice = await server.AddMemberAsync("alice");
        await alice.AskAsync($"PRIVMSG NickServ :CERT ADD {fingerprint}");
        await alice.LeaveAsync();
    }
}
