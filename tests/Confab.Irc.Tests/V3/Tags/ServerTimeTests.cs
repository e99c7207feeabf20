using System.Globalization;
using System.Text.RegularExpressions;

namespace Confab.Irc.Tests.V3.Tags;

/// <summary>The time tag (server-time).</summary>
public sealed partial class ServerTimeTests
{
    // The value: a date and a time of day in UTC, to the millisecond.
    [Theory]
    [InlineData("PRIVMSG #room :hi", "PRIVMSG")]
    [InlineData("NOTICE #room :hi", "NOTICE")]
    [InlineData("PRIVMSG bob :hi", "PRIVMSG")]
    [InlineData("TOPIC #room :tea", "TOPIC")]
    [InlineData("PART #room", "PART")]
    [InlineData("NICK alicia", "NICK")]
    [InlineData("MODE #room +s", "MODE")]
    [InlineData("KICK #room bob", "KICK")]
    [InlineData("INVITE bob #other", "INVITE")]
    [InlineData("QUIT :bye", "QUIT")]
    public async Task What_happens_has_its_time(string line, string command)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        await alice.JoinAsync("#other");
        var bob = await server.EnterAsync("#room", "bob", "server-time");
        await alice.SendAsync(line);
        var seen = (await bob.ReadUntilAsync(command))[^1];
        Assert.Matches(Form(), seen.Tags["time"]);
        var moment = DateTimeOffset.ParseExact(seen.Tags["time"], "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        Assert.InRange(moment, DateTimeOffset.UtcNow.AddMinutes(-2), DateTimeOffset.UtcNow.AddMinutes(2));
    }

    // Description: never before the capability was acknowledged.
    [Fact]
    public async Task Without_the_capability_there_is_none()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var bob = await server.EnterAsync("#room", "bob", "multi-prefix");
        await alice.AskAsync("PRIVMSG #room :hi");
        Assert.StartsWith(":", (await bob.SyncAsync()).One("PRIVMSG").Raw, StringComparison.Ordinal);
    }

    // Description: the echo and the delivery tell the same time.
    [Fact]
    public async Task The_echo_has_the_time_that_others_see()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "server-time", "echo-message");
        var bob = await server.EnterAsync("#room", "bob", "server-time");
        var echo = (await alice.AskAsync("PRIVMSG #room :hi")).One("PRIVMSG").Tags["time"];
        Assert.Equal(echo, (await bob.SyncAsync()).One("PRIVMSG").Tags["time"]);
    }

    // Description: joins too, so that a history in order can be kept.
    [Fact]
    public async Task A_join_has_its_time()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "server-time");
        await server.EnterAsync("#room", "bob");
        Assert.Matches(Form(), (await alice.SyncAsync()).One("JOIN").Tags["time"]);
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
