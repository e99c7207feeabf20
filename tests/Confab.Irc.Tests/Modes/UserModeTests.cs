namespace Confab.Irc.Tests.Modes;

public sealed class UserModeTests
{
    // MODE message, User mode; RPL_UMODEIS (221)
    [Theory]
    [InlineData("i")]
    [InlineData("w")]
    [InlineData("B")]
    [InlineData("R")]
    public async Task A_user_mode_is_set_shown_and_unset(string mode)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync($"MODE alice -{mode}");

        var change = (await alice.AskAsync($"MODE alice +{mode}")).One("MODE");

        Assert.Equal($"MODE alice +{mode}", change.Said);
        Assert.Equal("alice", change.Nick);
        Assert.Contains(mode, (await alice.AskAsync("MODE alice")).One("221")[1], StringComparison.Ordinal);
        Assert.Equal($"MODE alice -{mode}", (await alice.AskAsync($"MODE alice -{mode}")).One("MODE").Said);
        Assert.DoesNotContain(mode, (await alice.AskAsync("MODE alice")).One("221")[1], StringComparison.Ordinal);
    }

    // RPL_UMODEIS (221)
    [Fact]
    public async Task The_user_modes_begin_with_a_plus()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var modes = (await alice.AskAsync("MODE ALICE")).One("221");

        Assert.Equal(2, modes.Parameters.Count);
        Assert.StartsWith("+", modes[1], StringComparison.Ordinal);
    }

    // Oper User Mode: nobody gives it to oneself
    [Fact]
    public async Task Nobody_makes_oneself_operator()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        (await alice.AskAsync("MODE alice +o")).Lacks("MODE");

        Assert.DoesNotContain("o", (await alice.AskAsync("MODE alice")).One("221")[1], StringComparison.Ordinal);
        (await alice.AskAsync("WHOIS alice")).Lacks("313");
    }

    // Oper User Mode: one may give it back
    [Fact]
    public async Task An_operator_may_stop_being_one()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.OperAsync("alice");

        Assert.Equal("MODE alice -o", (await alice.AskAsync("MODE alice -o")).One("MODE").Said);

        (await alice.AskAsync("KILL nobody :try")).One("481");
    }

    // ERR_UMODEUNKNOWNFLAG (501): the known ones are applied first
    [Fact]
    public async Task An_unknown_user_mode_is_501_and_the_known_ones_are_set()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("MODE alice -w");

        var replies = await alice.AskAsync("MODE alice +wX");

        Assert.Equal(["MODE", "501"], replies.Commands);
        Assert.Equal("MODE alice +w", replies[0].Said);
        Assert.Equal("alice", replies[1][0]);
    }

    // ERR_USERSDONTMATCH (502)
    [Theory]
    [InlineData("MODE bob")]
    [InlineData("MODE bob +i")]
    public async Task The_modes_of_others_are_502(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        var refusal = (await alice.AskAsync(line)).One("502");

        Assert.Equal(2, refusal.Parameters.Count);
        (await bob.SyncAsync()).AreNone();
    }

    // ERR_NOSUCHNICK (401)
    [Fact]
    public async Task The_modes_of_nobody_are_401()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "nobody"], (await alice.AskAsync("MODE nobody")).One("401").Parameters.Take(2));
    }

    // User mode R: messages only from those with an account
    [Fact]
    public async Task Who_wants_accounts_only_hears_no_others()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("MODE alice +R");
        var bob = await server.RegisterAsync("bob");
        var carol = await server.WithAccountAsync("carol");

        Assert.NotEmpty(await bob.AskAsync("PRIVMSG alice :hi"));
        (await carol.AskAsync("PRIVMSG alice :hi")).AreNone();

        Assert.Equal("carol", (await alice.SyncAsync()).One("PRIVMSG").Nick);
    }

    // bot-mode: RPL_WHOISBOT (335), and the flag in WHO
    [Fact]
    public async Task A_bot_is_shown_as_one()
    {
        await using var server = await IrcServer.StartAsync();
        var robot = await server.RegisterAsync("robot");
        await robot.AskAsync("MODE robot +B");
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "robot"], (await alice.AskAsync("WHOIS robot")).One("335").Parameters.Take(2));
        Assert.Contains('B', (await alice.AskAsync("WHO robot")).One("352")[6]);
    }
}
