namespace Confab.Irc.Tests.Channels;

public sealed class NamesTests
{
    // NAMES message, RPL_ENDOFNAMES (366)
    [Fact]
    public async Task Names_of_a_channel_that_does_not_exist_are_only_their_end()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var end = Assert.Single(await alice.AskAsync("NAMES #nowhere"));

        Assert.Equal("366", end.Command);
        Assert.Equal(["alice", "#nowhere"], end.Parameters.Take(2));
    }

    // NAMES message: so is an invalid name
    [Fact]
    public async Task Names_of_what_is_no_channel_name_are_only_their_end()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "nowhere"], (await alice.AskAsync("NAMES nowhere")).One("366").Parameters.Take(2));
    }

    // NAMES message: without parameter the channel is *
    [Fact]
    public async Task Names_without_channel_end_with_a_star()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "*"], (await alice.AskAsync("NAMES"))[^1].Parameters.Take(2));
    }

    // NAMES message: each channel by itself
    [Fact]
    public async Task Names_of_several_channels_are_answered_one_by_one()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea,#cake");

        var replies = await alice.AskAsync("NAMES #tea,#cake,#nowhere");

        var lines = replies.Select(line => $"{line.Command} {line.Parameters.First(word => word[0] == '#')}");
        Assert.Equal(["353 #tea", "366 #tea", "353 #cake", "366 #cake", "366 #nowhere"], lines);
    }

    // RPL_NAMREPLY (353): the symbol of the channel
    [Fact]
    public async Task A_secret_channel_has_the_sign_at()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +s");

        Assert.Equal("@", (await alice.AskAsync("NAMES #tea")).One("353")[1]);
    }

    // Secret Channel Mode
    [Fact]
    public async Task Names_of_a_secret_channel_are_hidden_from_strangers()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +s");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal("366", Assert.Single(await bob.AskAsync("NAMES #tea")).Command);
    }

    // Invisible User Mode
    [Fact]
    public async Task The_invisible_are_shown_to_members_only()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("MODE alice -i");
        await clients[1].AskAsync("MODE bob +i");
        var carol = await server.RegisterAsync("carol");

        Assert.Equal("@alice", (await carol.AskAsync("NAMES #tea")).One("353")[3].Trim());
        Assert.Contains("bob", (await clients[0].AskAsync("NAMES #tea")).One("353")[3], StringComparison.Ordinal);
    }

    // Channel Membership Prefixes: the highest only
    [Fact]
    public async Task Each_prefix_is_shown_and_only_the_highest()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");
        await clients[0].AskAsync("MODE #tea +vhv bob bob carol");

        var names = (await clients[0].AskAsync("NAMES #tea")).One("353")[3].Trim().Split(' ');

        Assert.Equal(["%bob", "+carol", "@alice"], names.Order(StringComparer.Ordinal));
    }

    // RPL_NAMREPLY (353): what is kept of a channel's names follows whatever happens to them
    [Fact]
    public async Task Names_are_those_of_now_whatever_has_happened_since_they_were_asked_for_last()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol", "dave");
        var (alice, bob) = (clients[0], clients[1]);
        var eve = await server.RegisterAsync("eve", "multi-prefix", "userhost-in-names");
        Assert.Equal("@alice bob carol dave", await NamesAsync());

        await alice.AskAsync("MODE #tea +vo bob bob");
        Assert.Equal("@alice @bob carol dave", await NamesAsync());
        await bob.AskAsync("NICK robert");
        Assert.Equal("@alice @robert carol dave", await NamesAsync());
        await eve.JoinAsync("#tea");
        Assert.Equal("@alice @robert carol dave eve", await NamesAsync());
        Assert.Matches("^@alice!.+ @[+]robert!.+ carol!.+ dave!.+ eve!.+$", (await eve.AskAsync("NAMES #tea")).One("353")[3]);
        await alice.AskAsync("KICK #tea carol");
        Assert.Equal("@alice @robert dave eve", await NamesAsync());
        await clients[3].AskAsync("PART #tea");
        await bob.SendAsync("QUIT");
        await bob.ReadToEndAsync();
        Assert.Equal("@alice eve", await NamesAsync());

        async Task<string> NamesAsync() => (await alice.AskAsync("NAMES #tea")).One("353")[3];
    }

    // RPL_NAMREPLY (353): as many lines as it takes, none longer than a line may be
    [Fact]
    public async Task Many_names_come_in_several_lines_and_everybody_once()
    {
        await using var server = await IrcServer.StartAsync(("limits.sessionsPerAddress", "0"));
        var nicks = Enumerable.Range(0, 60).Select(number => $"member{number:00}ofthisroom").ToArray();
        IrcClient? last = null;
        foreach (var nick in nicks)
        {
            last = await server.RegisterAsync(nick);
            var burst = await last.JoinAsync("#tea");
            Assert.Equal(nicks.TakeWhile(one => one != nick).Append(nick), Names(burst));
        }

        var replies = await last!.AskAsync("NAMES #tea");

        Assert.Equal(nicks, Names(replies));
        Assert.InRange(replies.Count(line => line.Command == "353"), 3, 10);

        static IEnumerable<string> Names(Replies replies) =>
            replies.Where(line => line.Command == "353").SelectMany(line => line[3].Split(' ')).Select(name => name.TrimStart('@'));
    }
}
