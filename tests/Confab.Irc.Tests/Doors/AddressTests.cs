namespace Confab.Irc.Tests.Doors;

public sealed class AddressTests
{
    // RPL_WHOISUSER (311): a host never begins with a colon
    [Fact]
    public async Task The_host_of_an_ipv6_client_does_not_begin_with_a_colon()
    {
        await using var server = await IrcServer.StartAsync(["irc=[::1]:0"]);
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.AskAsync("WHOIS alice", "USERHOST alice", "WHO alice");

        Assert.False(replies.One("311")[3].StartsWith(':'), replies.ToString());
        Assert.Equal(6, replies.One("311").Parameters.Count);
        Assert.Equal(8, replies.One("352").Parameters.Count);
        Assert.False(replies.One("352")[3].StartsWith(':'), replies.ToString());
        Assert.Contains("0::1", replies.One("338").Raw, StringComparison.Ordinal);
    }

    // RPL_WHOISCHANNELS (319): sent several times where one line is too short
    [Fact]
    public async Task Many_channels_take_several_lines()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var channels = Enumerable.Range(0, 12).Select(index => $"#{(char)('a' + index)}-{new string('x', 50)}").ToList();
        foreach (var channel in channels)
        {
            await alice.JoinAsync(channel);
        }

        var lines = (await alice.AskAsync("WHOIS alice")).All("319");

        Assert.InRange(lines.Count, 2, 12);
        Assert.Equal(channels, lines.SelectMany(line => line[2].Trim().Split(' ')).Select(name => name.TrimStart('@')).Order(StringComparer.Ordinal));
    }
}
