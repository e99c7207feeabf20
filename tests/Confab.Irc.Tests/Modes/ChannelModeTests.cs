using System.Globalization;

namespace Confab.Irc.Tests.Modes;

public sealed class ChannelModeTests
{
    // RPL_CHANNELMODEIS (324), RPL_CREATIONTIME (329)
    [Fact]
    public async Task The_modes_of_a_channel_are_told_with_its_time()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +is");

        var replies = await alice.AskAsync("MODE #tea");

        Assert.Equal(["324", "329"], replies.Commands);
        Assert.Equal(["alice", "#tea"], replies[0].Parameters.Take(2));
        Assert.StartsWith("+", replies[0][2], StringComparison.Ordinal);
        Assert.All("is", mode => Assert.Contains(mode, replies[0][2]));
        Assert.Equal(["alice", "#tea"], replies[1].Parameters.Take(2));
        var created = DateTimeOffset.FromUnixTimeSeconds(long.Parse(replies[1][2], CultureInfo.InvariantCulture));
        Assert.InRange(DateTimeOffset.UtcNow - created, TimeSpan.FromSeconds(-1), TimeSpan.FromMinutes(1));
    }

    // MODE message, Channel mode: told to all members
    [Theory]
    [InlineData("i")]
    [InlineData("m")]
    [InlineData("s")]
    [InlineData("C")]
    [InlineData("M")]
    [InlineData("R")]
    [InlineData("u")]
    public async Task A_flag_is_set_and_unset_before_everybody(string mode)
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        Assert.Equal($"MODE #tea +{mode}", (await clients[0].AskAsync($"MODE #tea +{mode}")).One("MODE").Said);
        Assert.Equal($"MODE #tea +{mode}", (await clients[1].SyncAsync()).One("MODE").Said);
        Assert.Contains(mode, (await clients[1].AskAsync("MODE #tea")).One("324")[2], StringComparison.Ordinal);

        Assert.Equal($"MODE #tea -{mode}", (await clients[0].AskAsync($"MODE #tea -{mode}")).One("MODE").Said);
        Assert.DoesNotContain(mode, (await clients[0].AskAsync("MODE #tea")).One("324")[2], StringComparison.Ordinal);
    }

    // No External Messages Mode, Protected Topic Mode
    [Theory]
    [InlineData("n")]
    [InlineData("t")]
    public async Task A_flag_that_may_be_set_from_the_start_is_unset_and_set(string mode)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", $"MODE #tea +{mode}");

        Assert.Equal($"MODE #tea -{mode}", (await alice.AskAsync($"MODE #tea -{mode}")).One("MODE").Said);
        Assert.Equal($"MODE #tea +{mode}", (await alice.AskAsync($"MODE #tea +{mode}")).One("MODE").Said);
    }

    // MODE message: what is so already changes nothing
    [Fact]
    public async Task Setting_what_is_set_says_nothing()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("MODE #tea +i");
        await clients[1].SyncAsync();

        (await clients[0].AskAsync("MODE #tea +i", "MODE #tea -m")).Lacks("MODE");

        (await clients[1].SyncAsync()).AreNone();
    }

    // MODE message: several in one line, with their arguments in order
    [Fact]
    public async Task Several_modes_take_their_arguments_in_order()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");

        var change = (await clients[0].AskAsync("MODE #tea +ilk-m+ov 10 green bob carol")).One("MODE");
        var names = (await clients[0].AskAsync("NAMES #tea")).One("353")[3].Trim().Split(' ');

        Assert.Equal("#tea", change[0]);
        Assert.Equal(["10", "green", "bob", "carol"], change.Parameters.Skip(2));
        Assert.Equal(["+carol", "@alice", "@bob"], names.Order(StringComparer.Ordinal));
    }

    // MODE message: the signs may change within the line
    [Fact]
    public async Task Adding_and_removing_may_stand_in_one_line()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +im");

        await alice.AskAsync("MODE #tea -im+s-i");
        var modes = (await alice.AskAsync("MODE #tea")).One("324")[2];

        Assert.Contains('s', modes);
        Assert.DoesNotContain('i', modes);
        Assert.DoesNotContain('m', modes);
    }

    // ERR_CHANOPRIVSNEEDED (482)
    [Theory]
    [InlineData("+i")]
    [InlineData("+b carol!*@*")]
    [InlineData("+o bob")]
    [InlineData("-o alice")]
    [InlineData("+k green")]
    [InlineData("-n")]
    public async Task A_change_without_rank_is_482(string change)
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        var refusal = (await clients[1].AskAsync($"MODE #tea {change}")).One("482");

        Assert.Equal(["bob", "#tea"], refusal.Parameters.Take(2));
        Assert.Equal(3, refusal.Parameters.Count);
        (await clients[0].SyncAsync()).Lacks("MODE");
    }

    // ERR_CHANOPRIVSNEEDED (482) or ERR_NOTONCHANNEL (442)
    [Fact]
    public async Task A_change_from_outside_is_refused()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice");
        var bob = await server.RegisterAsync("bob");

        Assert.Contains(Assert.Single(await bob.AskAsync("MODE #tea +i")).Command, new[] { "482", "442" });
        (await clients[0].SyncAsync()).AreNone();
    }

    // ERR_NOSUCHCHANNEL (403)
    [Theory]
    [InlineData("MODE #nowhere")]
    [InlineData("MODE #nowhere +i")]
    [InlineData("MODE #nowhere b")]
    public async Task The_modes_of_a_channel_that_does_not_exist_are_403(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "#nowhere"], (await alice.AskAsync(line)).One("403").Parameters.Take(2));
    }

    // ERR_UNKNOWNMODE (472)
    [Fact]
    public async Task An_unknown_mode_is_472_and_the_known_ones_are_set()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        var replies = await alice.AskAsync("MODE #tea +iXm");

        Assert.Equal(["alice", "X"], replies.One("472").Parameters.Take(2));
        Assert.Equal("MODE #tea +im", replies.One("MODE").Said);
    }

    // ERR_NEEDMOREPARAMS (461)
    [Fact]
    public async Task Mode_without_target_is_461()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "MODE"], (await alice.AskAsync("MODE")).One("461").Parameters.Take(2));
    }

    // MODE message: a stranger may ask for the modes, but learns no key
    [Fact]
    public async Task A_stranger_is_not_told_the_key()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +k green");
        var bob = await server.RegisterAsync("bob");

        var replies = await bob.AskAsync("MODE #tea");

        Assert.DoesNotContain(replies, line => line.Raw.Contains("green", StringComparison.Ordinal));
    }

    // RPL_CHANNELMODEIS (324): modes with an argument have it
    [Fact]
    public async Task A_member_is_told_the_arguments()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +l 12");

        var modes = (await alice.AskAsync("MODE #tea")).One("324");

        Assert.Contains('l', modes[2]);
        Assert.Equal("12", modes[3]);
    }

    // Halfop Prefix
    [Fact]
    public async Task A_half_operator_sets_modes_and_voice_but_no_operators()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");
        await clients[0].AskAsync("MODE #tea +h bob");
        await clients[1].SyncAsync();

        (await clients[1].AskAsync("MODE #tea +v carol")).One("MODE");
        (await clients[1].AskAsync("MODE #tea +o carol")).One("482");
        (await clients[1].AskAsync("MODE #tea -o alice")).One("482");
    }
}
