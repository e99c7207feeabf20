using System.Net;
using Confab.Transport.Proxies;

namespace Confab.Server.Tests.Transport.Proxies;

public sealed class ForwardedForTests
{
    private static readonly IPNetwork[] _trusted = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("2001:db8::/32")];

    [Theory]
    [InlineData("127.0.0.1:1", null, "127.0.0.1:1")]
    [InlineData("127.0.0.1:1", "192.0.2.7", "192.0.2.7:0")]
    [InlineData("127.0.0.1:1", "192.0.2.7:4711", "192.0.2.7:4711")]
    [InlineData("127.0.0.1:1", "198.51.100.9", "198.51.100.9:0")]
    [InlineData("127.0.0.1:1", "2001:db9::7", "[2001:db9::7]:0")]
    [InlineData("127.0.0.1:1", "[2001:db9::7]:4711", "[2001:db9::7]:4711")]
    [InlineData("127.0.0.1:1", "::ffff:192.0.2.7", "192.0.2.7:0")]
    [InlineData("127.0.0.1:1", "203.0.113.5, 192.0.2.7, 10.1.2.3", "192.0.2.7:0")]
    [InlineData("127.0.0.1:1", "10.9.9.9, 10.1.2.3", "10.9.9.9:0")]
    [InlineData("127.0.0.1:1", "192.0.2.7, unknown, 10.1.2.3", "10.1.2.3:0")]
    [InlineData("127.0.0.1:1", "4711", "127.0.0.1:1")]
    [InlineData("127.0.0.1:1", "", "127.0.0.1:1")]
    [InlineData("192.0.2.1:1", "203.0.113.5", "192.0.2.1:1")]
    public void Only_what_trusted_proxies_added_counts(string peer, string? header, string expected) =>
        Assert.Equal(IPEndPoint.Parse(expected), ForwardedFor.Read(IPEndPoint.Parse(peer), header, _trusted));
}
