namespace Confab.Irc.Tests.V3.Transport;

/// <summary>Where and for how long clients are to use TLS (sts).</summary>
public sealed class StrictTransportTests
{
    private static readonly (string Path, string Value)[] _policy = [("irc.stsPort", "6697"), ("irc.stsDuration", "30d")];

    // Description: it is a setting, and off by default.
    [Fact]
    public async Task It_is_offered_only_where_it_is_set()
    {
        await using var server = await IrcServer.StartAsync();
        Assert.DoesNotContain("sts", (await server.OfferedAsync()).Keys);
    }

    // The port key: for those who came without TLS.
    [Fact]
    public async Task Without_TLS_it_names_the_port()
    {
        await using var server = await IrcServer.StartAsync(_policy);
        Assert.Contains("port=6697", (await server.OfferedAsync())["sts"].Split(','));
    }

    // Details: it has no meaning without a value, so older clients are not shown it.
    [Fact]
    public async Task Older_clients_are_not_shown_a_policy_without_its_value()
    {
        await using var server = await IrcServer.StartAsync(_policy);
        var client = await server.ConnectAsync();
        Assert.DoesNotContain("sts", (await client.AskAsync("CAP LS")).Listed().Keys);
    }

    // The duration key: for those who came through TLS.
    [Fact]
    public async Task Through_TLS_it_tells_how_long()
    {
        using var certificate = TestCertificate.Create();
        await using var server = await SecureClients.StartSecureAsync(certificate, _policy);
        await using var client = await server.ConnectSecurelyAsync();
        Assert.Contains("duration=2592000", (await client.AskAsync("CAP LS 302")).Listed()["sts"].Split(','));
    }

    // Mechanism: nobody may request it.
    [Theory]
    [InlineData("sts")]
    [InlineData("multi-prefix sts")]
    [InlineData("-sts")]
    public async Task A_request_for_it_is_refused(string list)
    {
        await using var server = await IrcServer.StartAsync(_policy);
        var client = await server.ConnectAsync();
        Assert.Equal(["*", "NAK", list], (await client.AskAsync($"CAP REQ :{list}")).One("CAP").Parameters.Select(parameter => parameter.TrimEnd()));
        Assert.Empty((await client.AskAsync("CAP LIST")).Listed("LIST"));
    }
}
