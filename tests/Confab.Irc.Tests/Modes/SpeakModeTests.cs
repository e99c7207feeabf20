namespace Confab.Irc.Tests.Modes;

public sealed class SpeakModeTests
{
    // No External Messages Mode, ERR_CANNOTSENDTOCHAN (404)
    [Fact]
    public async Task Strangers_are_not_heard_in_a_closed_channel()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice");
        await clients[0].AskAsync("MODE #tea +n");
        var bob = await server.RegisterAsync("bob");

        var refusal = (await bob.AskAsync("PRIVMSG #tea :hello in there")).One("404");

        Assert.Equal(["bob", "#tea"], refusal.Parameters.Take(2));
        Assert.Equal(3, refusal.Parameters.Count);
        (await clients[0].SyncAsync()).AreNone();
    }

    // No External Messages Mode: without it they are
    [Fact]
    public async Task Strangers_are_heard_in_an_open_channel()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice");
        await clients[0].AskAsync("MODE #tea -n");
        var bob = await server.RegisterAsync("bob");

        (await bob.AskAsync("PRIVMSG #tea :hello in there")).AreNone();

        Assert.Equal("bob", (await clients[0].SyncAsync()).One("PRIVMSG").Nick);
    }

    // Moderated Channel Mode, ERR_CANNOTSENDTOCHAN (404); Voice Prefix
    [Theory]
    [InlineData("v", true)]
    [InlineData("h", true)]
    [InlineData("o", true)]
    [InlineData("", false)]
    public async Task In_a_moderated_channel_only_those_with_a_rank_speak(string rank, bool heard)
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("MODE #tea +m", rank.Length > 0 ? $"MODE #tea +{rank} bob" : "MODE #tea");
        await clients[1].SyncAsync();

        var replies = await clients[1].AskAsync("PRIVMSG #tea :may I");

        Assert.Equal(heard ? 0 : 1, replies.All("404").Count);
        Assert.Equal(heard ? 1 : 0, (await clients[0].SyncAsync()).All("PRIVMSG").Count);
    }

    // Ban Channel Mode: the banned do not speak either
    [Fact]
    public async Task The_banned_inside_the_channel_are_silent()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("MODE #tea +b bob!*@*");
        await clients[1].SyncAsync();

        (await clients[1].AskAsync("PRIVMSG #tea :may I")).One("404");

        (await clients[0].SyncAsync()).Lacks("PRIVMSG");
    }

    // Ban Channel Mode: a rank outweighs it, and so does an exception
    [Theory]
    [InlineData("+v bob")]
    [InlineData("+e bob!*@*")]
    public async Task The_banned_with_a_voice_or_an_exception_speak(string lift)
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("MODE #tea +b bob!*@*", $"MODE #tea {lift}");

        await clients[1].AskAsync("PRIVMSG #tea :may I");

        (await clients[0].SyncAsync()).One("PRIVMSG");
    }

    // EXTBAN parameter, mute
    [Theory]
    [InlineData("m:bob!*@*")]
    [InlineData("~m:bob!*@*")]
    [InlineData("m:bob")]
    public async Task The_muted_may_join_and_not_speak(string mask)
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice");
        await clients[0].AskAsync($"MODE #tea +b {mask}");
        var bob = await server.RegisterAsync("bob");
        await bob.JoinAsync("#tea");
        await clients[0].SyncAsync();

        Assert.Equal(["bob", "#tea"], (await bob.AskAsync("PRIVMSG #tea :may I")).One("404").Parameters.Take(2));
        (await clients[0].SyncAsync()).Lacks("PRIVMSG");

        await clients[0].AskAsync("MODE #tea +v bob");
        (await bob.AskAsync("PRIVMSG #tea :now")).Lacks("404");
        (await clients[0].SyncAsync()).One("PRIVMSG");
    }

    // EXTBAN parameter: extended masks in the exception list too
    [Fact]
    public async Task An_exception_lifts_a_mute()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");
        await clients[0].AskAsync("MODE #tea +b m:*!*@*", "MODE #tea +e m:bob!*@*");

        (await clients[1].AskAsync("PRIVMSG #tea :may I")).Lacks("404");
        (await clients[2].AskAsync("PRIVMSG #tea :may I")).One("404");
    }

    // Channel mode C: CTCP is blocked, an ACTION is not
    [Fact]
    public async Task Without_ctcp_only_actions_pass()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("MODE #tea +C");
        await clients[1].SyncAsync();

        (await clients[1].AskAsync("PRIVMSG #tea :\u0001VERSION\u0001")).One("404");
        (await clients[1].AskAsync("PRIVMSG #tea :\u0001ACTION pours tea\u0001")).Lacks("404");

        Assert.Equal("\u0001ACTION pours tea\u0001", (await clients[0].SyncAsync()).One("PRIVMSG")[1]);
    }

    // Channel mode M: only those with an account, or a rank, speak
    [Fact]
    public async Task In_a_channel_moderated_for_accounts_the_others_are_silent()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        var carol = await server.WithAccountAsync("carol");
        await carol.JoinAsync("#tea");
        await clients[0].AskAsync("MODE #tea +M");
        await clients[1].SyncAsync();

        var refusal = Assert.Single(await clients[1].AskAsync("PRIVMSG #tea :may I"));
        (await carol.AskAsync("PRIVMSG #tea :I may")).Lacks("404", "477");

        Assert.Contains(refusal.Command, new[] { "404", "477" });
        Assert.Equal("carol", (await clients[0].SyncAsync()).One("PRIVMSG").Nick);

        await clients[0].AskAsync("MODE #tea +v bob");
        (await clients[1].AskAsync("PRIVMSG #tea :now")).Lacks("404", "477");
    }

    // Channel mode u: those without a rank see those with one, and themselves
    [Fact]
    public async Task In_an_auditorium_the_audience_does_not_see_itself()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("MODE #tea +u");
        await clients[1].SyncAsync();

        var carol = await server.RegisterAsync("carol");
        var joined = await carol.JoinAsync("#tea");

        Assert.Equal(["@alice", "carol"], joined.One("353")[3].Trim().Split(' ').Order(StringComparer.Ordinal));
        (await clients[1].SyncAsync()).Lacks("JOIN");
        Assert.Equal("carol", (await clients[0].SyncAsync()).One("JOIN").Nick);
        Assert.Equal(["@alice", "bob", "carol"], (await clients[0].AskAsync("NAMES #tea")).One("353")[3].Trim().Split(' ').Order(StringComparer.Ordinal));
    }

    // Channel mode u: leaving is as quiet
    [Fact]
    public async Task In_an_auditorium_the_audience_does_not_see_others_leave()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob", "carol");
        await clients[0].AskAsync("MODE #tea +u");
        await clients[1].SyncAsync();

        await clients[2].AskAsync("PART #tea :bye");

        (await clients[1].SyncAsync()).Lacks("PART");
        (await clients[0].SyncAsync()).One("PART");
    }
}
