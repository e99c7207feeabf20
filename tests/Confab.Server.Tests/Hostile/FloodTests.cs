using Confab.Testing;
using Confab.Testing.Memory;
using Confab.Transport.Limits;

namespace Confab.Server.Tests.Hostile;

/// <summary>Who sends too much is read from more slowly; nothing is lost.</summary>
public sealed class FloodTests
{
    private const string Here = "192.0.2.1";
    private const string There = "192.0.2.2";

    [Fact]
    public void A_burst_is_free_and_what_is_beyond_it_is_waited_off_at_the_rate()
    {
        using var server = new MemoryServer(Options(session: Messages(perSecond: 2, burst: 10)));
        var a = server.Connect("nul", Here);

        Assert.Equal(TimeSpan.Zero, a.Feed(Lines(10)));
        Assert.Equal(TimeSpan.FromSeconds(2), a.Feed(Lines(4)));
        server.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.FromSeconds(0.5), a.Feed(Lines(1)));
        server.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.Zero, a.Feed(Lines(10)));
    }

    [Fact]
    public void Bytes_count_too_also_those_of_a_message_that_never_ends()
    {
        var flood = new FloodLimits { BytesPerSecond = 1_000, ByteBurst = 5_000 };
        using var server = new MemoryServer(Options(session: flood));
        var a = server.Connect("nul", Here);

        Assert.Equal(TimeSpan.Zero, a.Feed(new byte[5_000].Select(_ => (byte)'x').ToArray()));
        Assert.Equal(TimeSpan.FromSeconds(3), a.Feed(new byte[3_000].Select(_ => (byte)'x').ToArray()));
    }

    [Fact]
    public void Nothing_that_was_read_is_lost()
    {
        using var server = new MemoryServer(Options(session: Messages(perSecond: 1, burst: 1)));
        var watch = server.Connect("text");
        watch.Send("watch\n");
        watch.Messages();
        var a = server.Connect("nul", Here);

        Assert.True(a.Feed(Lines(50)) > TimeSpan.Zero);
        server.Run();

        Assert.Equal(50, watch.Text().Split('\n').Length - 1);
        Assert.True(a.IsOpen);
    }

    [Fact]
    public void All_sessions_of_an_address_share_its_bucket_and_reconnecting_does_not_fill_it()
    {
        using var server = new MemoryServer(Options(address: Messages(perSecond: 1, burst: 10)));
        var a = server.Connect("nul", Here);
        var b = server.Connect("nul", Here);
        var elsewhere = server.Connect("nul", There);

        a.Feed(Lines(10));
        Assert.Equal(TimeSpan.FromSeconds(5), b.Feed(Lines(5)));
        Assert.Equal(TimeSpan.Zero, elsewhere.Feed(Lines(5)));
        a.Vanish();
        b.Vanish();
        server.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(4), server.Connect("nul", Here).Feed(Lines(1)));
    }

    [Fact]
    public void Exempt_addresses_are_never_slowed_or_counted()
    {
        var options = new TestServerOptions();
        options.Connections.SessionFlood = Messages(perSecond: 1, burst: 1);
        options.Connections.AddressFlood = Messages(perSecond: 1, burst: 1);
        options.Connections.SessionsPerAddress = 1;
        using var server = new MemoryServer(options);

        var clients = Enumerable.Range(0, 5).Select(_ => server.Connect("nul")).ToArray();

        Assert.All(clients, client => Assert.Equal(TimeSpan.Zero, client.Feed(Lines(500))));
    }

    [Fact]
    public void Switched_off_nobody_is_slowed_or_counted()
    {
        var options = Options(session: Messages(perSecond: 1, burst: 1), address: Messages(perSecond: 1, burst: 1));
        options.Connections.FloodControl = false;
        options.Connections.SessionsPerAddress = 0;
        using var server = new MemoryServer(options);

        var clients = Enumerable.Range(0, 5).Select(_ => server.Connect("nul", Here)).ToArray();

        Assert.All(clients, client => Assert.True(client.IsOpen));
        Assert.All(clients, client => Assert.Equal(TimeSpan.Zero, client.Feed(Lines(500))));
    }

    [Fact]
    public void An_address_may_have_only_so_many_sessions_at_once()
    {
        var options = Options();
        options.Connections.SessionsPerAddress = 2;
        using var server = new MemoryServer(options);
        var a = server.Connect("relay", Here);
        var b = server.Connect("text", Here);

        var c = server.Connect("relay", Here);
        Assert.True(c.Wire.WasReset);
        Assert.Empty(c.Messages());
        Assert.True(server.Connect("relay", There).IsOpen);
        Assert.Contains(server.Events.Lines, line => line.Contains("limits.sessionsPerAddress", StringComparison.Ordinal));
        a.Vanish();

        Assert.True(server.Connect("relay", Here).IsOpen);
        Assert.True(b.IsOpen);
    }

    [Fact]
    public void The_server_has_only_so_many_sessions_at_once()
    {
        var options = new TestServerOptions();
        options.Connections.Sessions = 2;
        using var server = new MemoryServer(options);
        var a = server.Connect("relay");
        server.Connect("relay");

        Assert.True(server.Connect("relay").Wire.WasReset);
        a.Vanish();
        Assert.True(server.Connect("relay").IsOpen);
    }

    private static FloodLimits Messages(int perSecond, int burst) => new() { MessagesPerSecond = perSecond, MessageBurst = burst };

    private static byte[] Lines(int count) => [.. Enumerable.Range(0, count).SelectMany(_ => "x\0"u8.ToArray())];

    private static TestServerOptions Options(FloodLimits? session = null, FloodLimits? address = null)
    {
        var options = new TestServerOptions();
        options.Connections.ExemptAddresses = [];
        options.Connections.SessionFlood = session ?? new FloodLimits();
        options.Connections.AddressFlood = address ?? new FloodLimits();
        return options;
    }
}
