using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Confab.Server.Tests.Dialects;
using Confab.Testing.Sockets;
using Confab.Transport.Limits;
using Confab.Transport.Proxies;
using Confab.Transport.Tls;

namespace Confab.Server.Tests.Transport.Tls;

[Collection(SocketCollection.Name)]
public sealed class TlsDoorTests : IDisposable
{
    private readonly TestCertificates _certificates = new();
    private readonly CertificateStore _store;

    public TlsDoorTests() => _store = CertificateStore.Open(_certificates.Options(), TimeProvider.System, new QuietCertificateEvents());

    public void Dispose()
    {
        _store.Dispose();
        _certificates.Dispose();
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task What_is_said_goes_both_ways_and_the_session_knows_that_it_is_secure(SslProtocols protocols)
    {
        await using var door = Open();
        await using var client = await TlsClient.ConnectAsync(door.EndPoint, protocols: protocols);
        var session = await door.Dialect.NextAsync();

        await client.SendAsync("hello\r\n");
        await session.HearsAsync("hello\r\n");
        session.Say("welcome\r\n");
        await client.ReadUntilAsync("welcome\r\n");

        Assert.True(session.Origin.IsSecure);
        Assert.Null(session.Origin.CertificateFingerprint);
        Assert.Equal("witness", session.Origin.Door);
        Assert.Equal("localhost", client.ServerName);
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task The_fingerprint_of_any_certificate_of_a_client_arrives(SslProtocols protocols)
    {
        using var certificate = TestCertificates.Client("bob");
        await using var door = Open();
        for (var i = 0; i < 2; i++)
        {
            await using var client = await TlsClient.ConnectAsync(door.EndPoint, certificate: certificate, protocols: protocols);

            var session = await door.Dialect.NextAsync();

            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(certificate.RawData)), session.Origin.CertificateFingerprint);
        }
    }

    [Fact]
    public async Task Where_certificates_are_not_asked_for_none_arrives()
    {
        var options = _certificates.Options();
        options.ClientCertificates = false;
        using var store = CertificateStore.Open(options, TimeProvider.System, new QuietCertificateEvents());
        using var certificate = TestCertificates.Client("bob");
        await using var door = new DoorUnderTest(plan => plan with { Certificates = store });
        await using var client = await TlsClient.ConnectAsync(door.EndPoint, certificate: certificate);

        Assert.Null((await door.Dialect.NextAsync()).Origin.CertificateFingerprint);
    }

    [Fact]
    public async Task Much_that_is_said_at_once_arrives_whole_and_in_order()
    {
        await using var door = Open();
        await using var client = await TlsClient.ConnectAsync(door.EndPoint);
        var session = await door.Dialect.NextAsync();
        var random = new Random(3);
        var said = string.Concat(Enumerable.Range(0, 60).Select(i => $"{i} {new string('x', random.Next(60_000))}\n"));

        var reading = client.ReadUntilAsync("\nend");
        foreach (var line in said.Split('\n'))
        {
            session.Say(line + "\n");
        }

        session.Say("end");
        Assert.Equal(said + "\nend", await reading);
    }

    [Fact]
    public async Task The_end_in_order_comes_after_all_that_was_said_and_says_so()
    {
        await using var door = Open();
        await using var client = await TlsClient.ConnectAsync(door.EndPoint, protocols: SslProtocols.Tls12);
        var session = await door.Dialect.NextAsync();

        session.Say(new string('x', 100_000));
        session.Say("goodbye");
        session.Close();

        Assert.Equal(100_007, await client.ReadToEndAsync());
        Assert.Equal([23, 21], client.Wire.RecordTypes().TakeLast(2));
    }

    [Fact]
    public async Task Who_ends_its_side_is_answered_first_and_told_the_end()
    {
        await using var door = Open();
        await using var client = await TlsClient.ConnectAsync(door.EndPoint, protocols: SslProtocols.Tls12);
        var session = await door.Dialect.NextAsync();

        await client.SendAsync("last words");
        await client.EndAsync();
        await session.HearsAsync("last words");
        await session.Ended;

        Assert.Equal(0, await client.ReadToEndAsync());
        Assert.Equal(21, client.Wire.RecordTypes()[^1]);
    }

    [Fact]
    public async Task Who_reads_nothing_is_given_up_at_the_bound()
    {
        var limits = new ConnectionLimits { BacklogBytes = 200_000 };
        await using var door = new DoorUnderTest(plan => plan with { Certificates = _store }, limits);
        await using var client = await TlsClient.ConnectAsync(door.EndPoint);
        var session = await door.Dialect.NextAsync();

        // Until the systems' buffers on both sides are full, and then the backlog.
        for (var i = 0; i < 2_000 && !door.Events.Lines.Any(line => line.StartsWith("too slow", StringComparison.Ordinal)); i++)
        {
            session.Say(new string('x', 20_000));
            Assert.InRange(door.Host.Budget.Used, 0, limits.BacklogBytes);
        }

        Assert.Contains(door.Events.Lines, line => line.StartsWith("too slow witness", StringComparison.Ordinal));
        Assert.Equal(0, door.Host.Budget.Used);
        await session.Ended;
    }

    [Fact]
    public async Task Who_speaks_without_TLS_is_turned_away_with_a_word_in_the_log()
    {
        await using var door = Open();
        await using var plain = await door.ConnectAsync();

        await plain.SendAsync("NICK bob\r\nUSER bob 0 * :Bob\r\n");

        await plain.ReadToEndAsync();
        Assert.Contains(door.Events.Lines, line => line.StartsWith("not begun witness+tls", StringComparison.Ordinal));
        Assert.False(door.Dialect.HasMore);
    }

    [Fact]
    public async Task A_handshake_that_is_not_done_in_time_ends_the_connection_and_frees_its_place()
    {
        var time = TimeSpan.FromSeconds(7);
        var clock = new WatchedClock(time);
        var limits = new ConnectionLimits { SessionsPerAddress = 1, ExemptAddresses = [] };
        await using var door = new DoorUnderTest(plan => plan with { Certificates = _store, HandshakeTimeout = time }, limits, clock);
        await using var silent = await door.ConnectAsync();
        await clock.Watched;
        await SocketClient.TurnedAwayAsync(door.EndPoint);

        Assert.Contains(door.Events.Lines, line => line.StartsWith("refused witness+tls: 127.0.0.1 has 1 sessions", StringComparison.Ordinal));

        clock.Advance(time);

        await silent.ReadToEndAsync();
        Assert.Contains("not begun witness+tls: no TLS handshake within 7 seconds", door.Events.Lines);
        await using var next = await TlsClient.ConnectAsync(door.EndPoint);
        await door.Dialect.NextAsync();
    }

    [Fact]
    public async Task A_proxy_speaks_before_the_handshake()
    {
        await using var door = new DoorUnderTest(
            plan => plan with { Certificates = _store, Proxies = new ProxyOptions { Trusted = [IPNetwork.Parse("127.0.0.1/32")] } });
        await using var client = await TlsClient.ConnectAsync(door.EndPoint, preface: "PROXY TCP4 192.0.2.7 198.51.100.1 56324 6697\r\n");

        var session = await door.Dialect.NextAsync();

        Assert.Equal(("192.0.2.7", true), (session.Origin.Address, session.Origin.IsSecure));
        await client.SendAsync("hello");
        await session.HearsAsync("hello");
    }

    [Fact]
    public async Task Who_speaks_TLS_to_a_plain_door_is_turned_away()
    {
        await using var server = SocketServer.Start();
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.EndPoint("text"), TestContext.Current.CancellationToken);
        await using var tls = new SslStream(new NetworkStream(socket));

        var failure = await Record.ExceptionAsync(() => tls.AuthenticateAsClientAsync("localhost").WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));

        Assert.True(failure is IOException or AuthenticationException, failure?.ToString());
    }

    private DoorUnderTest Open() => new(plan => plan with { Certificates = _store });
}
