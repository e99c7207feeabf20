namespace Confab.Irc.Tests.V3.Notify;

/// <summary>Who logs in and out (account-notify).</summary>
public sealed class AccountNotifyTests
{
    // Description: those in common rooms, and oneself.
    [Fact]
    public async Task Logging_in_is_told_to_common_rooms_and_to_oneself()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var alice = await server.EnterAsync("#room", "alice", "account-notify", "sasl");
        var bob = await server.EnterAsync("#room", "bob", "account-notify");
        await alice.SyncAsync();
        var own = await alice.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", Accounts.Password));
        Assert.Equal("ACCOUNT teapot", own.One("ACCOUNT").Said);
        var seen = Assert.Single(await bob.SyncAsync());
        Assert.Equal("ACCOUNT teapot", seen.Said);
        Assert.StartsWith("alice!", seen.Source, StringComparison.Ordinal);
    }

    // Description: also where it was NickServ that was told the password.
    [Fact]
    public async Task Identifying_to_NickServ_is_logging_in()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var alice = await server.EnterAsync("#room", "alice", "account-notify");
        var bob = await server.EnterAsync("#room", "bob", "account-notify");
        await alice.SyncAsync();
        Assert.Equal("teapot", (await alice.AskAsync($"PRIVMSG NickServ :IDENTIFY teapot {Accounts.Password}")).One("ACCOUNT").Last);
        Assert.Equal("teapot", (await bob.SyncAsync()).One("ACCOUNT").Last);
    }

    // account-registration, Responses: one who registered is logged in.
    [Fact]
    public async Task Registering_is_logging_in()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "account-notify", "draft/account-registration");
        var bob = await server.EnterAsync("#room", "bob", "account-notify");
        await alice.AskAsync($"REGISTER * * {Accounts.Password}");
        Assert.Equal("alice", (await bob.SyncAsync()).One("ACCOUNT").Last);
    }

    // Description: only those who asked, and who share a room.
    [Fact]
    public async Task Neither_strangers_nor_those_without_the_capability_are_told()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var alice = await server.EnterAsync("#room", "alice", "sasl");
        var bob = await server.EnterAsync("#room", "bob");
        var carol = await server.EnterAsync("#other", "carol", "account-notify");
        (await alice.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", Accounts.Password))).Lacks("ACCOUNT");
        (await bob.SyncAsync()).Lacks("ACCOUNT");
        (await carol.SyncAsync()).Lacks("ACCOUNT");
    }

    // Description: once for two common rooms.
    [Fact]
    public async Task Two_common_rooms_are_one_message()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var alice = await server.EnterAsync("#room", "alice", "sasl");
        await alice.JoinAsync("#other");
        var bob = await server.EnterAsync("#room", "bob", "account-notify");
        await bob.JoinAsync("#other");
        await alice.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", Accounts.Password));
        (await bob.SyncAsync()).One("ACCOUNT");
    }

    // The ACCOUNT message: an asterisk where somebody is logged out.
    [Fact]
    public async Task Losing_the_account_is_told_with_an_asterisk()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice", "account-notify");
        await alice.JoinAsync("#room");
        var bob = await server.EnterAsync("#room", "bob", "account-notify");
        await alice.AskAsync("PRIVMSG NickServ :LOGOUT");
        Assert.Equal("ACCOUNT *", (await bob.SyncAsync()).One("ACCOUNT").Said);
    }
}
