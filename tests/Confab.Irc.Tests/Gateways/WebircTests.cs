namespace Confab.Irc.Tests.Gateways;

public sealed class WebircTests
{
    private const string Password = "gateway-password";

    // webirc: the user's own host and address count
    [Theory]
    [InlineData("user.example.org", "192.0.2.9")]
    [InlineData("192.0.2.9", "192.0.2.9")]
    [InlineData("2001:db8::9", "2001:db8::9")]
    public async Task A_gateway_tells_for_whom_it_connects(string host, string address)
    {
        await using var server = await StartAsync();
        var client = await server.ConnectAsync();
        await client.SendAsync($"WEBIRC {Password} gateway {host} {address}");
        await client.RegisterAsync("bob");

        var replies = await client.AskAsync("WHOIS bob");

        Assert.Contains(address, replies.One("338").Raw, StringComparison.Ordinal);
    }

    // webirc: an address that begins with a colon has a zero before it, here and in what the server sends
    [Fact]
    public async Task An_address_with_a_leading_colon_never_breaks_a_line()
    {
        await using var server = await StartAsync();
        var client = await server.ConnectAsync();
        await client.SendAsync($"WEBIRC {Password} gateway 0::99 0::99");
        await client.RegisterAsync("bob");

        var user = (await client.AskAsync("WHOIS bob")).One("311");

        Assert.Equal(6, user.Parameters.Count);
        Assert.False(user[3].StartsWith(':'), user.Raw);
    }

    // webirc: options may have values that nobody knows yet
    [Theory]
    [InlineData("secure")]
    [InlineData(":secure=value local-port=6697 remote-port=21726")]
    [InlineData(":something=new else")]
    public async Task Options_do_not_hinder(string options)
    {
        await using var server = await StartAsync();
        var client = await server.ConnectAsync();
        await client.SendAsync($"WEBIRC {Password} gateway user.example.org 192.0.2.9 {options}");

        var burst = await client.RegisterAsync("bob");

        Assert.Equal("bob", burst.One("001")[0]);
    }

    // webirc: secure only where the way from the gateway is secure too
    [Fact]
    public async Task A_gateway_without_tls_makes_nobody_secure()
    {
        await using var server = await StartAsync();
        var client = await server.ConnectAsync();
        await client.SendAsync($"WEBIRC {Password} gateway user.example.org 192.0.2.9 secure");
        await client.RegisterAsync("bob");

        (await client.AskAsync("WHOIS bob")).Lacks("671");
    }

    // webirc: a wrong password is ERROR and the end
    [Fact]
    public async Task A_wrong_password_is_an_error_and_the_end()
    {
        await using var server = await StartAsync();
        var client = await server.ConnectAsync();

        await client.SendAsync("WEBIRC wrong gateway user.example.org 192.0.2.9");

        Assert.Equal("ERROR", (await client.ReadToEndAsync()).Commands[^1]);
    }

    // webirc: without a password set there are no gateways
    [Fact]
    public async Task Without_the_setting_nobody_is_a_gateway()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.SendAsync("WEBIRC anything gateway user.example.org 192.0.2.9");

        var rest = await client.ReadUntilAsync(message => message.Command is "ERROR" or "421" or "451" or "464" or "481");

        Assert.DoesNotContain(rest, message => message.Raw.Contains("192.0.2.9", StringComparison.Ordinal));
    }

    // webirc: an address ban meets the user and not the gateway
    [Fact]
    public async Task A_banned_user_is_kept_out_and_the_gateway_is_not()
    {
        await using var server = await StartAsync();
        var oper = await server.OperAsync("alice");
        await oper.AskAsync("DLINE 10 192.0.2.0/24 :not from there");
        var banned = await server.ConnectAsync();
        await banned.SendAsync($"WEBIRC {Password} gateway 192.0.2.9 192.0.2.9");
        await banned.SendAsync("NICK bob");
        await banned.SendAsync("USER bob 0 * :Bob");

        var rest = await banned.ReadToEndAsync();
        var other = await server.ConnectAsync();
        await other.SendAsync($"WEBIRC {Password} gateway 198.51.100.3 198.51.100.3");

        Assert.Equal("ERROR", rest.Commands[^1]);
        rest.Lacks("001");
        Assert.Equal("carol", (await other.RegisterAsync("carol")).One("001")[0]);
    }

    // webirc with DLINE: who is there already is disconnected, and UNDLINE lets back in
    [Fact]
    public async Task A_new_address_ban_disconnects_and_its_removal_lets_in()
    {
        await using var server = await StartAsync();
        var oper = await server.OperAsync("alice");
        var bob = await server.ConnectAsync();
        await bob.SendAsync($"WEBIRC {Password} gateway 192.0.2.9 192.0.2.9");
        await bob.RegisterAsync("bob");

        await oper.AskAsync("DLINE 10 192.0.2.9 :not from there");
        Assert.Equal("ERROR", (await bob.ReadToEndAsync()).Commands[^1]);
        await oper.AskAsync("UNDLINE 192.0.2.9");

        var again = await server.ConnectAsync();
        await again.SendAsync($"WEBIRC {Password} gateway 192.0.2.9 192.0.2.9");
        Assert.Equal("bob", (await again.RegisterAsync("bob")).One("001")[0]);
    }

    private static Task<IrcServer> StartAsync() => IrcServer.StartAsync(("irc.webircPassword", Password), ("proxies.trusted", "127.0.0.1"));
}
