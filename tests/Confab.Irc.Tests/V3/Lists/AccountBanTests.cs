namespace Confab.Irc.Tests.V3.Lists;

/// <summary>Bans by account (account-extban).</summary>
public sealed class AccountBanTests
{
    // The token: with EXTBAN, whose prefix and letters it uses.
    [Fact]
    public async Task The_token_names_a_type_that_EXTBAN_has()
    {
        await using var server = await IrcServer.StartAsync();
        var supported = await server.SupportedAsync();
        var names = supported["ACCOUNTEXTBAN"].Split(',');
        var extended = supported["EXTBAN"].Split(',');
        Assert.Equal(2, extended.Length);
        Assert.Contains(names, name => name.Length > 1 || extended[1].Contains(name, StringComparison.Ordinal));
    }

    // The token: exact account names, by every name that is listed.
    [Fact]
    public async Task A_banned_account_stays_out()
    {
        await using var server = await IrcServer.StartAsync();
        var supported = await server.SupportedAsync();
        var prefix = supported["EXTBAN"].Split(',')[0];
        var alice = await server.EnterAsync("#room", "alice");
        var bob = await server.AddMemberAsync("bob");
        foreach (var name in supported["ACCOUNTEXTBAN"].Split(','))
        {
            Assert.Equal(["#room", "+b", $"{prefix}{name}:bob"], (await alice.AskAsync($"MODE #room +b {prefix}{name}:bob")).One("MODE").Parameters);
            Assert.Equal("#room", (await bob.AskAsync("JOIN #room")).One("474")[1]);
            await alice.AskAsync($"MODE #room -b {prefix}{name}:bob");
        }

        (await bob.AskAsync("JOIN #room")).One("JOIN");
    }

    // The token: whoever is not logged in, or to another account, is not meant.
    [Fact]
    public async Task Others_are_not_meant_even_with_the_same_nickname()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var alice = await server.EnterAsync("#room", "alice");
        await alice.AskAsync("MODE #room +b ~a:teapot");
        var bob = await server.RegisterAsync("bob");
        (await bob.AskAsync("JOIN #room")).One("JOIN");
        var carol = await server.LogInAsync("carol", "teapot");
        (await carol.AskAsync("JOIN #room")).One("474");
    }

    // Modern IRC, exceptions: they may be by account too.
    [Fact]
    public async Task An_exception_by_account_lets_somebody_banned_in()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var bob = await server.AddMemberAsync("bob");
        await alice.AskAsync("MODE #room +b bob!*@*");
        (await bob.AskAsync("JOIN #room")).One("474");
        await alice.AskAsync("MODE #room +e ~a:bob");
        (await bob.AskAsync("JOIN #room")).One("JOIN");
    }

    // Modern IRC, invite exceptions: they may be by account too.
    [Fact]
    public async Task An_invitation_by_account_opens_a_room_by_invitation()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var bob = await server.AddMemberAsync("bob");
        await alice.AskAsync("MODE #room +i");
        (await bob.AskAsync("JOIN #room")).One("473");
        await alice.AskAsync("MODE #room +I ~a:bob");
        (await bob.AskAsync("JOIN #room")).One("JOIN");
    }

    // Modern IRC, bans: somebody in the room who is banned cannot speak.
    [Fact]
    public async Task A_banned_account_in_the_room_is_silent()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var bob = await server.AddMemberAsync("bob");
        await bob.JoinAsync("#room");
        await alice.AskAsync("MODE #room +b ~a:BOB");
        await bob.SyncAsync();
        (await bob.AskAsync("PRIVMSG #room :hi")).One("404");
    }

    // EXTBAN: mute, by mask and by account.
    [Theory]
    [InlineData("~m:bob!*@*")]
    [InlineData("m:bob!*@*")]
    [InlineData("m:~a:bob")]
    public async Task A_muted_member_may_be_in_the_room_in_silence(string mask)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var bob = await server.AddMemberAsync("bob");
        await alice.AskAsync($"MODE #room +b {mask}");
        await bob.JoinAsync("#room");
        (await bob.AskAsync("PRIVMSG #room :hi")).One("404");
        await alice.AskAsync("MODE #room +v bob");
        (await bob.AskAsync("PRIVMSG #room :hi")).Lacks("404");
    }

    // The list shows it as it was set.
    [Fact]
    public async Task The_list_of_bans_has_it()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        await alice.AskAsync("MODE #room +b ~a:bob");
        Assert.Equal("~a:bob", (await alice.AskAsync("MODE #room b")).One("367")[2]);
    }
}
