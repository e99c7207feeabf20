namespace Confab.Irc.Tests.V3.Tags;

/// <summary>Client-only tags that this server does not relay (message-tags, CLIENTTAGDENY).</summary>
public sealed class ClientTagDenyTests
{
    // RPL_ISUPPORT tokens: without the setting all are allowed.
    [Fact]
    public async Task By_default_nothing_is_denied()
    {
        await using var server = await IrcServer.StartAsync();
        Assert.Equal("", (await server.SupportedAsync()).All.GetValueOrDefault("CLIENTTAGDENY") ?? "");
    }

    // RPL_ISUPPORT tokens: the asterisk, its exceptions, and names alone.
    [Theory]
    [InlineData("*", "")]
    [InlineData("*,-foo", "+foo")]
    [InlineData("*,-foo,-example/bar", "+foo +example/bar")]
    [InlineData("foo,example/bar", "+baz")]
    public async Task What_is_denied_is_told_and_not_relayed(string denied, string relayed)
    {
        await using var server = await IrcServer.StartAsync(("irc.denyClientTags", denied));
        Assert.Equal(denied, (await server.SupportedAsync())["CLIENTTAGDENY"]);
        var alice = await server.EnterAsync("#room", "alice", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "message-tags");
        await alice.AskAsync("@+foo=1;+example/bar=2;+baz=3 PRIVMSG #room :hi");
        var seen = (await bob.SyncAsync()).One("PRIVMSG");
        Assert.Equal("hi", seen.Last);
        Assert.Equal(relayed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), seen.Tags.Keys.Where(key => key.StartsWith('+')).Order());
    }
}
