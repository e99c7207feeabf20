using Confab.Server.Web;
using Microsoft.AspNetCore.Http;

namespace Confab.Server.Tests.Transport.WebSockets;

public sealed class OriginRuleTests
{
    [Theory]
    [InlineData("", "chat.example.org", true)]
    [InlineData("http://chat.example.org", "chat.example.org", true)]
    [InlineData("https://chat.example.org", "chat.example.org", true)]
    [InlineData("https://CHAT.example.org", "chat.EXAMPLE.org", true)]
    [InlineData("http://chat.example.org:8080", "chat.example.org:8080", true)]
    [InlineData("https://chat.example.org", "chat.example.org:443", true)]
    [InlineData("http://[::1]:8080", "[::1]:8080", true)]
    [InlineData("https://chat.example.org", "chat.example.org:8080", false)]
    [InlineData("http://chat.example.org:8081", "chat.example.org:8080", false)]
    [InlineData("http://evil.example", "chat.example.org", false)]
    [InlineData("http://chat.example.org.evil.example", "chat.example.org", false)]
    [InlineData("null", "chat.example.org", false)]
    [InlineData("nonsense", "nonsense", false)]
    [InlineData("http://chat.example.org", "", false)]
    public void Without_a_list_a_page_must_come_from_the_host_that_it_connects_to(string origin, string host, bool allowed) =>
        Assert.Equal(allowed, OriginRule.Allows(origin, new HostString(host), []));

    [Theory]
    [InlineData("https://chat.example.org", true)]
    [InlineData("HTTPS://Chat.Example.Org", true)]
    [InlineData("", true)]
    [InlineData("http://chat.example.org", false)]
    [InlineData("https://chat.example.org:8443", false)]
    [InlineData("http://server.example", false)]
    [InlineData("null", false)]
    public void With_a_list_only_who_stands_there_may(string origin, bool allowed) =>
        Assert.Equal(allowed, OriginRule.Allows(origin, new HostString("server.example"), ["https://chat.example.org"]));

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    public void A_star_stands_for_all(string origin) =>
        Assert.True(OriginRule.Allows(origin, new HostString("server.example"), ["*"]));
}
