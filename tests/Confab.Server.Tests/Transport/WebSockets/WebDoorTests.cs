using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Confab.Server.Hosting;
using Confab.Server.Tests.Dialects;
using Confab.Server.Tests.Hosting;
using Confab.Server.Tests.Transport.Tls;
using Confab.Testing.Sockets;

namespace Confab.Server.Tests.Transport.WebSockets;

/// <summary>The web door as somebody meets it who writes HTTP by hand.</summary>
[Collection(SocketCollection.Name)]
public sealed class WebDoorTests
{
    private const string Upgrade =
        "GET /irc HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 200 ", "IRC over WebSocket is at /irc.")]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 405 ", "can only be read")]
    [InlineData("GET /elsewhere HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 404 ", "There is nothing here.")]
    [InlineData("GET /irc/ HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 404 ", "There is nothing here.")]
    [InlineData("GET /irc HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 426 ", "over WebSocket version 13")]
    public async Task Every_request_has_its_answer(string request, string status, string text)
    {
        await using var web = await WebServer.StartAsync();
        await using var client = await SocketClient.ConnectAsync(web.EndPoint);

        await client.SendAsync(request);

        var answer = await client.ReadUntilAsync(text);
        Assert.StartsWith(status, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("Sec-WebSocket-Protocol: text.ircv3.net\r\n", "text.ircv3.net")]
    [InlineData("Sec-WebSocket-Protocol: binary.ircv3.net, text.ircv3.net\r\n", "binary.ircv3.net")]
    [InlineData("Sec-WebSocket-Protocol: chat.example,text.ircv3.net\r\n", "text.ircv3.net")]
    [InlineData("Sec-WebSocket-Protocol: chat.example\r\nSec-WebSocket-Protocol: binary.ircv3.net\r\n", "binary.ircv3.net")]
    [InlineData("Sec-WebSocket-Protocol: chat.example\r\n", null)]
    [InlineData("Sec-WebSocket-Protocol: TEXT.ircv3.net\r\n", null)]
    public async Task The_header_names_what_was_agreed_on_and_is_left_out_for_nothing(string asked, string? agreed)
    {
        await using var web = await WebServer.StartAsync();
        await using var client = await SocketClient.ConnectAsync(web.EndPoint);

        await client.SendAsync(Upgrade + asked + "\r\n");

        var headers = (await client.ReadUntilAsync("\r\n\r\n")).Split("\r\n\r\n")[0].Split("\r\n");
        Assert.StartsWith("HTTP/1.1 101 ", headers[0], StringComparison.Ordinal);
        Assert.Contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", headers, StringComparer.OrdinalIgnoreCase);
        Assert.Equal(
            agreed is null ? [] : [$"Sec-WebSocket-Protocol: {agreed}"],
            headers.Where(header => header.StartsWith("Sec-WebSocket-Protocol:", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("Origin: http://localhost\r\n", "HTTP/1.1 101 ")]
    [InlineData("Origin: http://evil.example\r\n", "HTTP/1.1 403 ")]
    [InlineData("Origin: null\r\n", "HTTP/1.1 403 ")]
    public async Task A_page_from_elsewhere_is_turned_away(string origin, string status)
    {
        await using var web = await WebServer.StartAsync();
        await using var client = await SocketClient.ConnectAsync(web.EndPoint);

        await client.SendAsync(Upgrade + origin + "\r\n");

        Assert.StartsWith(status, await client.ReadUntilAsync("\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_version_is_told_the_known_one()
    {
        await using var web = await WebServer.StartAsync();
        await using var client = await SocketClient.ConnectAsync(web.EndPoint);

        await client.SendAsync(Upgrade.Replace("Version: 13", "Version: 8", StringComparison.Ordinal) + "\r\n");

        var answer = await client.ReadUntilAsync("\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 426 ", answer, StringComparison.Ordinal);
        Assert.Contains("Sec-WebSocket-Version: 13", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task One_message_bursts_into_one_read_and_frames_are_as_they_should_be()
    {
        await using var web = await WebServer.StartAsync();
        await using var client = await SocketClient.ConnectAsync(web.EndPoint);

        await client.SendAsync(Upgrade + "\r\n");
        await client.ReadUntilAsync("\r\n\r\n");

        // "ann", masked with zeros; the answer is in unmasked text frames without line ends.
        await client.SendAsync([0x81, 0x83, 0, 0, 0, 0, (byte)'a', (byte)'n', (byte)'n']);
        Assert.DoesNotContain('\n', await client.ReadUntilAsync("You are ann"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_a_client_says_without_waiting_for_the_answer_is_heard(int loops)
    {
        await using var web = await WebServer.StartAsync(options => options.EventLoops = loops);
        await using var client = await SocketClient.ConnectAsync(web.EndPoint);

        await client.SendAsync([.. Encoding.ASCII.GetBytes(Upgrade + "\r\n"), .. Frames.Of(Frames.Text, "ann")]);

        await client.ReadUntilAsync("You are ann");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_connection_may_ask_for_the_page_before_it_becomes_a_WebSocket(int loops)
    {
        await using var web = await WebServer.StartAsync(options => options.EventLoops = loops);
        await using var client = await SocketClient.ConnectAsync(web.EndPoint);

        await client.SendAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        await client.ReadUntilAsync("/irc.\n");
        await client.SendAsync("GET /elsewhere HTTP/1.1\r\nHost: x\r\n\r\n");
        await client.ReadUntilAsync("nothing here");
        await client.SendAsync(Upgrade + "\r\n");
        await client.ReadUntilAsync("\r\n\r\n");
        await client.SendAsync(Frames.Of(Frames.Text, "ann"));

        await client.ReadUntilAsync("You are ann");
        Assert.Equal(1, web.Server.SessionCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Visitors_who_break_off_cost_nothing_and_are_no_defect(int loops)
    {
        var log = new HeardLog();
        await using var web = await WebServer.StartAsync(options => options.EventLoops = loops, log);
        for (var i = 0; i < 20; i++)
        {
            var client = await SocketClient.ConnectAsync(web.EndPoint);
            await client.SendAsync(i % 2 == 0 ? Upgrade + "\r\n" : "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            client.Reset();
        }

        // Who comes behind them is served when they are gone.
        await using var ann = await web.EnterAsync("ann");
        await web.Server.StopAsync();
        Assert.Empty(log.Problems);
        Assert.Equal(0, web.Server.SessionCount);
    }

    [Fact]
    public async Task The_bound_for_one_address_counts_those_too_who_are_only_connected()
    {
        await using var web = await WebServer.StartAsync(options =>
        {
            options.Connections.SessionsPerAddress = 2;
            options.Connections.ExemptAddresses = [];
        });
        await using var first = await SocketClient.ConnectAsync(web.EndPoint);
        await using var second = await WebClient.ConnectAsync(web.EndPoint);
        await first.SendAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        await first.ReadUntilAsync("/irc.\n");

        Assert.Empty(await SocketClient.TurnedAwayAsync(web.EndPoint));

        // The WebSocket is still one, and has not been counted twice.
        await second.SendAsync("ann");
        await second.SeesAsync("* You are ann", contains: true);
    }

    [Fact]
    public async Task A_trusted_proxy_says_whom_it_brings_and_each_of_them_is_counted()
    {
        await using var web = await WebServer.StartAsync(options =>
        {
            options.Connections.SessionsPerAddress = 1;
            options.Connections.ExemptAddresses = [];
            options.Proxies.Trusted = [IPNetwork.Parse("127.0.0.0/8")];
        });

        async Task<string> Come(SocketClient client, string address)
        {
            await client.SendAsync($"{Upgrade}X-Forwarded-For: 198.51.100.1, {address}\r\n\r\n");
            return (await client.ReadUntilAsync("\r\n\r\n"))[..13];
        }

        await using var first = await SocketClient.ConnectAsync(web.EndPoint);
        await using var other = await SocketClient.ConnectAsync(web.EndPoint);
        await using var again = await SocketClient.ConnectAsync(web.EndPoint);
        Assert.Equal("HTTP/1.1 101 ", await Come(first, "192.0.2.7"));
        Assert.Equal("HTTP/1.1 101 ", await Come(other, "192.0.2.8"));
        Assert.Equal("HTTP/1.1 503 ", await Come(again, "192.0.2.7"));
    }

    [Fact]
    public async Task A_door_for_proxies_wants_their_header_first()
    {
        await using var web = await WebServer.StartAsync(options =>
        {
            options.Listeners[^1].Proxy = true;
            options.Proxies.Trusted = [IPNetwork.Parse("127.0.0.0/8")];
        });
        await using var proxy = await SocketClient.ConnectAsync(web.EndPoint);
        await using var careless = await SocketClient.ConnectAsync(web.EndPoint);

        await proxy.SendAsync("PROXY TCP4 192.0.2.7 198.51.100.1 56324 80\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n");
        await careless.SendAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n");

        await proxy.ReadUntilAsync("/irc.\n");
        Assert.Empty((await careless.ReadToEndAsync()).Text);
    }

    [Fact]
    public async Task Behind_a_proxys_header_and_TLS_there_is_a_WebSocket_too()
    {
        using var certificates = new TestCertificates();
        await using var web = await WebServer.StartAsync(options =>
        {
            var tls = certificates.Options();
            (options.Tls.Certificate, options.Tls.Key) = (tls.Certificate, tls.Key);
            (options.Listeners[^1].Tls, options.Listeners[^1].Proxy) = (true, true);
            options.Proxies.Trusted = [IPNetwork.Parse("127.0.0.0/8")];
        });
        using var client = new TcpClient();
        await client.ConnectAsync(web.EndPoint, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync("PROXY TCP4 192.0.2.7 198.51.100.1 56324 443\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        await using var tls = new SslStream(client.GetStream(), leaveInnerStreamOpen: true, (_, shown, _, _) => shown!.Subject == "CN=localhost");
        await tls.AuthenticateAsClientAsync("localhost");

        await tls.WriteAsync(Encoding.ASCII.GetBytes(Upgrade + "\r\n"), TestContext.Current.CancellationToken);
        await ReadUntilAsync(tls, "\r\n\r\n");
        await tls.WriteAsync(Frames.Of(Frames.Text, "ann"), TestContext.Current.CancellationToken);
        await ReadUntilAsync(tls, "You are ann");
        await tls.WriteAsync(Frames.Of(Frames.Text, "/quit"), TestContext.Current.CancellationToken);
        await ReadUntilAsync(tls, "Goodbye.");
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        await using var web = await WebServer.StartAsync();
        await using var client = await SocketClient.ConnectAsync(web.EndPoint);

        await client.SendAsync($"GET / HTTP/1.1\r\nHost: x\r\nX: {new string('x', 20_000)}\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 431 ", await client.ReadUntilAsync("\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_stops_the_start_like_that_of_any_door()
    {
        using var taken = new TakenPort();

        var refusal = await Assert.ThrowsAsync<ServerStartException>(() => WebServer.StartAsync(options => options.Listeners[^1].Port = taken.Port));

        Assert.StartsWith($"The web door cannot open: port {taken.Port} ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_connections_that_ask_nothing()
    {
        await using var web = await WebServer.StartAsync();
        await using var idle = await SocketClient.ConnectAsync(web.EndPoint);
        await using var half = await SocketClient.ConnectAsync(web.EndPoint);
        await half.SendAsync("GET / HTTP/1.1\r\n");
        await idle.SendAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        await idle.ReadUntilAsync("/irc.\n");

        await web.Server.StopAsync().WaitAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        await idle.ReadToEndAsync();
        await half.ReadToEndAsync();
    }

    private static async Task ReadUntilAsync(Stream stream, string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        var seen = new StringBuilder();
        var buffer = new byte[4096];
        while (!seen.ToString().Contains(text, StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, patience.Token);
            Assert.NotEqual(0, count);
            seen.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }
    }
}
