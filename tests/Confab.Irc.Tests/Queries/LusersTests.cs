using System.Globalization;
using System.Text.RegularExpressions;

namespace Confab.Irc.Tests.Queries;

public sealed partial class LusersTests
{
    // LUSERS message: all its numerics, in order
    [Fact]
    public async Task All_counts_come_in_order()
    {
        await using var server = await IrcServer.StartAsync();
        await server.OperAsync("carol");
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        var waiting = await server.ConnectAsync();
        await waiting.SyncAsync();

        var commands = (await clients[0].AskAsync("LUSERS")).Commands;

        Assert.Equal(["251", "252", "253", "254", "255", "265", "266"], commands);
    }

    // RPL_LUSERCLIENT (251), RPL_LUSERME (255)
    [Fact]
    public async Task Users_and_the_invisible_add_up()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await alice.AskAsync("MODE alice -i");
        await bob.AskAsync("MODE bob +i");

        var replies = await alice.AskAsync("LUSERS");
        var counts = Users().Match(replies.One("251")[1]);

        Assert.True(counts.Success, replies.ToString());
        Assert.Equal("1", counts.Groups["invisible"].Value);
        Assert.Contains(counts.Groups["users"].Value, new[] { "1", "2" });
        Assert.Matches("^I have 2 clients and [0-9]+ servers$", replies.One("255")[1]);
    }

    // RPL_LUSEROP (252), RPL_LUSERUNKNOWN (253), RPL_LUSERCHANNELS (254): the number is a parameter
    [Fact]
    public async Task Operators_unknown_connections_and_channels_are_counted()
    {
        await using var server = await IrcServer.StartAsync();
        var carol = await server.OperAsync("carol");
        await carol.AskAsync("JOIN #tea,#cake");
        var waiting = await server.ConnectAsync();
        await waiting.SyncAsync();

        var replies = await carol.AskAsync("LUSERS");

        Assert.Equal(["carol", "1"], replies.One("252").Parameters.Take(2));
        Assert.Equal(["carol", "1"], replies.One("253").Parameters.Take(2));
        Assert.InRange(int.Parse(replies.One("254")[1], CultureInfo.InvariantCulture), 2, 3);
        Assert.All(["252", "253", "254"], numeric => Assert.Equal(3, replies.One(numeric).Parameters.Count));
    }

    // RPL_LOCALUSERS (265), RPL_GLOBALUSERS (266): now and at most, as parameters too
    [Fact]
    public async Task The_highest_number_is_remembered()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await bob.SendAsync("QUIT");
        await bob.ReadToEndAsync();

        var replies = await alice.AskAsync("LUSERS");

        Assert.Equal(["alice", "1", "2"], replies.One("265").Parameters.Take(3));
        Assert.Equal(["alice", "1", "2"], replies.One("266").Parameters.Take(3));
        Assert.Equal(4, replies.One("265").Parameters.Count);
    }

    [GeneratedRegex("^There are (?<users>[0-9]+) users and (?<invisible>[0-9]+) invisible on [0-9]+ servers$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Users();
}
