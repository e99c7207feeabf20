using Confab.Client.Irc;

namespace Confab.Client.Tests.Irc;

public sealed class IrcDoorTests
{
    [Theory]
    [InlineData("irc://chat.example", "irc://chat.example:6667")]
    [InlineData("IRCS://chat.example/", "ircs://chat.example:6697")]
    [InlineData("irc://[::1]:7000", "irc://[::1]:7000")]
    [InlineData("ws://chat.example:8080", "ws://chat.example:8080/irc")]
    [InlineData("wss://chat.example/chat", "wss://chat.example:443/chat")]
    public void An_address_says_what_carries_the_lines(string text, string door)
    {
        Assert.True(IrcDoor.TryParse(text, out var parsed, out var problem), problem);
        Assert.Equal(door, parsed.ToString());
        Assert.Equal(text.StartsWith("ircs", StringComparison.OrdinalIgnoreCase) || text.StartsWith("wss", StringComparison.Ordinal), parsed.IsSecure);
    }

    [Theory]
    [InlineData("chat.example:6667", "irc://host:port")]
    [InlineData("http://chat.example", "irc://host:port")]
    [InlineData("irc://chat.example/tea", "only WebSocket")]
    [InlineData("irc://chat.example:0", "from 1 to 65535")]
    [InlineData("irc://", "host:port")]
    public void Anything_else_is_refused_with_what_to_write(string text, string hint)
    {
        Assert.False(IrcDoor.TryParse(text, out _, out var problem));
        Assert.Contains(hint, problem, StringComparison.Ordinal);
    }
}
