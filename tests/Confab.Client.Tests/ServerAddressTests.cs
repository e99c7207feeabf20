namespace Confab.Client.Tests;

public sealed class ServerAddressTests
{
    [Theory]
    [InlineData("127.0.0.1:12000", "127.0.0.1", 12000)]
    [InlineData("chat.example", "chat.example", 4000)]
    [InlineData(":5000", "127.0.0.1", 5000)]
    [InlineData("[::1]:4040", "::1", 4040)]
    [InlineData("[::1]", "::1", 4000)]
    [InlineData("fe80::1", "fe80::1", 4000)]
    [InlineData(" localhost:1 ", "localhost", 1)]
    public void An_address_has_a_host_and_perhaps_a_port(string text, string host, int port)
    {
        Assert.True(ServerAddress.TryParse(text, 4000, out var address, out _));
        Assert.Equal(new ServerAddress(host, port), address);
    }

    [Theory]
    [InlineData("", "is not an address")]
    [InlineData("a b", "is not an address")]
    [InlineData("http://localhost", "is not an address")]
    [InlineData("[::1", "is not an address")]
    [InlineData("host:0", "has the port \"0\"")]
    [InlineData("host:65536", "has the port \"65536\"")]
    [InlineData("host:-1", "has the port \"-1\"")]
    [InlineData("host:", "has the port \"\"")]
    public void Anything_else_is_explained(string text, string expected)
    {
        Assert.False(ServerAddress.TryParse(text, 4000, out _, out var problem));
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_shown_can_be_read_again()
    {
        var address = new ServerAddress("::1", 4000);
        Assert.Equal("[::1]:4000", address.ToString());
    }
}
