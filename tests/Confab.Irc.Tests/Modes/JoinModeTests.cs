namespace Confab.Irc.Tests.Modes;

public sealed class JoinModeTests
{
    // Client Limit Channel Mode, ERR_CHANNELISFULL (471)
    [Fact]
    public async Task A_full_channel_is_471()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        Assert.Equal("MODE #tea +l 2", (await clients[0].AskAsync("MODE #tea +l 2")).One("MODE").Said);
        var carol = await server.RegisterAsync("carol");

        Assert.Equal(["carol", "#tea"], (await carol.AskAsync("JOIN #tea")).One("471").Parameters.Take(2));
        Assert.Equal("MODE #tea -l", (await clients[0].AskAsync("MODE #tea -l")).One("MODE").Said);

        await carol.JoinAsync("#tea");
    }

    // ERR_INVALIDMODEPARAM (696): client, target, mode, parameter, description
    [Theory]
    [InlineData("many")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("99999999999999999999")]
    public async Task A_limit_that_is_no_number_is_696(string limit)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        var replies = await alice.AskAsync($"MODE #tea +l {limit}");

        Assert.Equal(["alice", "#tea", "l", limit], replies.One("696").Parameters.Take(4));
        Assert.Equal(5, replies.One("696").Parameters.Count);
        replies.Lacks("MODE");
    }

    // Key Channel Mode
    [Fact]
    public async Task A_key_is_set_and_removed()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        Assert.Equal("+k", (await clients[0].AskAsync("MODE #tea +k green")).One("MODE")[1]);
        Assert.Equal("+k", (await clients[1].SyncAsync()).One("MODE")[1]);
        var removed = (await clients[0].AskAsync("MODE #tea -k green")).One("MODE");

        Assert.Equal("-k", removed[1]);
        Assert.Equal(3, removed.Parameters.Count);
        await (await server.RegisterAsync("carol")).JoinAsync("#tea");
    }

    // Key Channel Mode: which key is given when removing does not matter
    [Fact]
    public async Task A_key_may_be_removed_without_knowing_it()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +k green");

        (await alice.AskAsync("MODE #tea -k *")).One("MODE");

        await (await server.RegisterAsync("carol")).JoinAsync("#tea");
    }

    // ERR_INVALIDMODEPARAM (696)
    [Theory]
    [InlineData("two words")]
    [InlineData("a,b")]
    [InlineData("")]
    public async Task A_key_that_nobody_could_give_is_696(string key)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        var replies = await alice.AskAsync($"MODE #tea +k :{key}");

        Assert.Equal(["alice", "#tea", "k"], replies.One("696").Parameters.Take(3));
        Assert.Equal(5, replies.One("696").Parameters.Count);
        replies.Lacks("MODE");
    }

    // MODE message: a mode that lacks its parameter is ignored
    [Theory]
    [InlineData("+k")]
    [InlineData("+l")]
    [InlineData("+f")]
    [InlineData("+o")]
    public async Task A_mode_without_its_argument_is_not_set_and_the_others_are(string mode)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        var replies = await alice.AskAsync($"MODE #tea +i{mode}");

        Assert.Equal("MODE #tea +i", replies.One("MODE").Said);
    }

    // Invite-Only Channel Mode, ERR_INVITEONLYCHAN (473)
    [Fact]
    public async Task An_invite_only_channel_is_473()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +i");
        var bob = await server.RegisterAsync("bob");

        var refusal = (await bob.AskAsync("JOIN #tea")).One("473");

        Assert.Equal(["bob", "#tea"], refusal.Parameters.Take(2));
        Assert.Equal(3, refusal.Parameters.Count);
    }

    // Ban Channel Mode, ERR_BANNEDFROMCHAN (474)
    [Theory]
    [InlineData("bob!*@*")]
    [InlineData("b?b")]
    [InlineData("*!*@*")]
    [InlineData("BOB!*@*")]
    [InlineData("*bo*!*")]
    public async Task The_banned_are_474(string mask)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", $"MODE #tea +b {mask}");
        var bob = await server.RegisterAsync("bob");

        var refusal = (await bob.AskAsync("JOIN #tea")).One("474");

        Assert.Equal(["bob", "#tea"], refusal.Parameters.Take(2));
        Assert.Equal(3, refusal.Parameters.Count);
    }

    // Ban Channel Mode: a removed ban is none
    [Fact]
    public async Task Who_is_no_longer_banned_may_join()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +b bob!*@*", "MODE #tea -b bob!*@*");

        await (await server.RegisterAsync("bob")).JoinAsync("#tea");
    }

    // Exception Channel Mode
    [Fact]
    public async Task An_exception_lifts_a_ban()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +be *!*@* bob!*@*");

        await (await server.RegisterAsync("bob")).JoinAsync("#tea");
        (await (await server.RegisterAsync("carol")).AskAsync("JOIN #tea")).One("474");
    }

    // Invite-Exception Channel Mode
    [Fact]
    public async Task An_invite_exception_opens_an_invite_only_channel()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +iI bob!*@*");

        await (await server.RegisterAsync("bob")).JoinAsync("#tea");
        (await (await server.RegisterAsync("carol")).AskAsync("JOIN #tea")).One("473");
    }

    // Channel mode R, ERR_NEEDREGGEDNICK (477)
    [Fact]
    public async Task A_channel_for_accounts_is_477_for_the_others()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +R");

        Assert.Equal(["bob", "#tea"], (await (await server.RegisterAsync("bob")).AskAsync("JOIN #tea")).One("477").Parameters.Take(2));
        await (await server.WithAccountAsync("carol")).JoinAsync("#tea");
    }

    // Forward mode, ERR_LINKCHANNEL (470): client, from, to, text; then as though the target had been joined
    [Theory]
    [InlineData("+i", "")]
    [InlineData("+l", "1")]
    [InlineData("+b", "bob!*@*")]
    [InlineData("+k", "green")]
    public async Task Who_cannot_join_is_forwarded(string mode, string argument)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea,#garden", "MODE #tea +f #garden", $"MODE #tea {mode} {argument}");
        var bob = await server.RegisterAsync("bob");

        var replies = await bob.AskAsync("JOIN #tea");

        Assert.Equal(["bob", "#tea", "#garden"], replies.One("470").Parameters.Take(3));
        Assert.Equal(4, replies.One("470").Parameters.Count);
        Assert.Equal("#garden", replies.One("JOIN")[0]);
        replies.Lacks("471", "473", "474", "475");
    }

    // Forward mode: the target's own rules hold, and a circle ends
    [Fact]
    public async Task A_circle_of_forwards_ends()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea,#garden", "MODE #tea +if #garden", "MODE #garden +if #tea");
        var bob = await server.RegisterAsync("bob");

        (await bob.AskAsync("JOIN #tea")).Lacks("JOIN");
    }

    // Forward mode, ERR_INVALIDMODEPARAM (696)
    [Fact]
    public async Task A_forward_to_what_is_no_channel_is_refused()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        var replies = await alice.AskAsync("MODE #tea +f garden");

        Assert.Equal(["alice", "#tea", "f", "garden"], replies.One("696").Parameters.Take(4));
        replies.Lacks("MODE");
    }
}
