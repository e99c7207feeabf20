using System.Net;
using Confab.Server.Tests.Dialects;
using Confab.Testing.Time;
using Confab.Transport.Limits;
using Confab.Transport.Proxies;

namespace Confab.Server.Tests.Transport.Proxies;

[Collection(SocketCollection.Name)]
public sealed class ProxyDoorTests
{
    private readonly ProxyOptions _proxies = new() { Trusted = [IPNetwork.Parse("127.0.0.0/8")] };

    [Fact]
    public async Task Who_is_announced_is_the_peer_and_what_follows_the_header_is_its_own()
    {
        await using var door = new DoorUnderTest(plan => plan with { Proxies = _proxies });
        await using var proxy = await door.ConnectAsync();

        await proxy.SendAsync("PROXY TCP4 192.0.2.7 198.51.100.1 56324 443\r\nhello\r\n");

        var session = await door.Dialect.NextAsync();
        Assert.Equal(("192.0.2.7", 56324, false), (session.Origin.Address, session.Origin.Port, session.Origin.IsSecure));
        await session.HearsAsync("hello\r\n");
        session.Say("welcome\r\n");
        await proxy.ReadUntilAsync("welcome\r\n");
    }

    [Fact]
    public async Task A_header_may_come_byte_by_byte()
    {
        await using var door = new DoorUnderTest(plan => plan with { Proxies = _proxies });
        await using var proxy = await door.ConnectAsync();

        foreach (var one in Convert.FromHexString("0D0A0D0A000D0A515549540A" + "2111000C" + "C0000207" + "C6336401" + "DC04" + "01BB" + "6869"))
        {
            await proxy.SendAsync([one]);
        }

        var session = await door.Dialect.NextAsync();
        Assert.Equal("192.0.2.7", session.Origin.Address);
        await session.HearsAsync("hi");
    }

    [Fact]
    public async Task A_proxy_that_speaks_for_itself_is_the_peer()
    {
        await using var door = new DoorUnderTest(plan => plan with { Proxies = _proxies });
        await using var proxy = await door.ConnectAsync();

        await proxy.SendAsync(Convert.FromHexString("0D0A0D0A000D0A515549540A" + "20000000"));

        var session = await door.Dialect.NextAsync();
        Assert.Equal(("127.0.0.1", proxy.Port), (session.Origin.Address, session.Origin.Port));
    }

    [Fact]
    public async Task An_IPv4_address_in_an_IPv6_header_stays_an_IPv4_address()
    {
        await using var door = new DoorUnderTest(plan => plan with { Proxies = _proxies });
        await using var proxy = await door.ConnectAsync();

        await proxy.SendAsync("PROXY TCP6 ::ffff:192.0.2.7 ::ffff:198.51.100.1 56324 443\r\n");

        Assert.Equal("192.0.2.7", (await door.Dialect.NextAsync()).Origin.Address);
    }

    [Theory]
    [InlineData("NICK bob\r\n")]
    [InlineData("PROXY TCP4 192.0.2.7\r\n")]
    public async Task Who_does_not_begin_with_a_header_is_not_let_in(string instead)
    {
        await using var door = new DoorUnderTest(plan => plan with { Proxies = _proxies });
        await using var proxy = await door.ConnectAsync();

        await proxy.SendAsync(instead);

        await proxy.ReadToEndAsync();
        Assert.Contains(door.Events.Lines, line => line.StartsWith("not begun witness: a PROXY header was expected", StringComparison.Ordinal));
        Assert.False(door.Dialect.HasMore);
    }

    [Fact]
    public async Task Who_is_not_trusted_is_not_let_in_whatever_it_says()
    {
        await using var door = new DoorUnderTest(plan => plan with { Proxies = new ProxyOptions { Trusted = [IPNetwork.Parse("192.0.2.0/24")] } });
        await using var stranger = await door.ConnectAsync();

        await stranger.ReadToEndAsync();

        Assert.Contains(door.Events.Lines, line => line.StartsWith("not begun witness: 127.0.0.1 is no trusted proxy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_header_that_does_not_come_in_time_ends_the_connection()
    {
        var clock = new WatchedClock(_proxies.HeaderTimeout);
        await using var door = new DoorUnderTest(plan => plan with { Proxies = _proxies }, clock: clock);
        await using var proxy = await door.ConnectAsync();
        await proxy.SendAsync("PROXY TCP4 ");
        await clock.Watched;

        clock.Advance(_proxies.HeaderTimeout);

        await proxy.ReadToEndAsync();
        Assert.Contains("not begun witness: no PROXY header within 5 seconds", door.Events.Lines);
    }

    [Fact]
    public async Task The_bound_for_one_address_is_that_of_who_is_announced()
    {
        var limits = new ConnectionLimits { SessionsPerAddress = 1, ExemptAddresses = [] };
        await using var door = new DoorUnderTest(plan => plan with { Proxies = _proxies }, limits);
        await using var first = await door.ConnectAsync();
        await using var other = await door.ConnectAsync();
        await using var again = await door.ConnectAsync();

        await first.SendAsync("PROXY TCP4 192.0.2.7 198.51.100.1 1 443\r\n");
        await door.Dialect.NextAsync();
        await other.SendAsync("PROXY TCP4 192.0.2.8 198.51.100.1 2 443\r\n");
        await door.Dialect.NextAsync();
        await again.SendAsync("PROXY TCP4 192.0.2.7 198.51.100.1 3 443\r\n");

        await again.ReadToEndAsync();
        Assert.Contains(door.Events.Lines, line => line.StartsWith("refused witness: 192.0.2.7 has 1 sessions", StringComparison.Ordinal));
    }
}
