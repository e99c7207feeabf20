using System.Globalization;

namespace Confab.Irc.Tests.V3.Notify;

/// <summary>Changing the real name (setname).</summary>
public sealed class SetNameTests
{
    // Description: told to common rooms and to whoever did it.
    [Fact]
    public async Task A_new_real_name_is_told_to_common_rooms_and_to_oneself()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "setname");
        var bob = await server.EnterAsync("#room", "bob", "setname");
        await alice.SyncAsync();
        var own = Assert.Single(await alice.AskAsync("SETNAME :Bruce Wayne <bruce@wayne.enterprises>"));
        Assert.Equal("SETNAME Bruce Wayne <bruce@wayne.enterprises>", own.Said);
        var seen = Assert.Single(await bob.SyncAsync());
        Assert.Equal(own.Raw, seen.Raw);
        Assert.StartsWith("alice!", seen.Source, StringComparison.Ordinal);
    }

    // Description: never to those without the capability.
    [Fact]
    public async Task Neither_strangers_nor_those_without_the_capability_are_told()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "setname");
        var bob = await server.EnterAsync("#room", "bob");
        var carol = await server.EnterAsync("#other", "carol", "setname");
        await alice.AskAsync("SETNAME Batman");
        (await bob.SyncAsync()).AreNone();
        (await carol.SyncAsync()).AreNone();
    }

    // Description: the command works without the capability, silently.
    [Fact]
    public async Task Without_the_capability_it_works_in_silence()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var bob = await server.EnterAsync("#room", "bob", "setname");
        await alice.SyncAsync();
        (await alice.AskAsync("SETNAME :New Name")).AreNone();
        Assert.Equal("New Name", (await bob.SyncAsync()).One("SETNAME").Last);
        Assert.Equal("New Name", (await bob.AskAsync("WHOIS alice")).One("311").Last);
    }

    // Description: NAMELEN tells how long it may be, and that length is accepted.
    [Fact]
    public async Task A_name_of_the_greatest_length_is_accepted()
    {
        await using var server = await IrcServer.StartAsync();
        var longest = int.Parse((await server.SupportedAsync())["NAMELEN"], CultureInfo.InvariantCulture);
        var alice = await server.RegisterAsync("alice", "setname");
        Assert.Equal(longest, (await alice.AskAsync($"SETNAME :{new string('x', longest)}")).One("SETNAME").Last.Length);
    }

    // Errors: one byte more is not valid.
    [Fact]
    public async Task A_name_that_is_too_long_is_refused()
    {
        await using var server = await IrcServer.StartAsync();
        var longest = int.Parse((await server.SupportedAsync())["NAMELEN"], CultureInfo.InvariantCulture);
        var alice = await server.EnterAsync("#room", "alice", "setname");
        var bob = await server.EnterAsync("#room", "bob", "setname");
        var replies = await alice.AskAsync($"SETNAME :{new string('x', longest + 1)}");
        Assert.Equal(["SETNAME", "INVALID_REALNAME"], replies.One("FAIL").Parameters.Take(2));
        replies.Lacks("SETNAME");
        (await bob.SyncAsync()).AreNone();
        Assert.Equal(IrcClient.RealNameOf("alice"), (await bob.AskAsync("WHOIS alice")).One("311").Last);
    }

    // Errors: an empty name is not valid either.
    [Fact]
    public async Task An_empty_name_is_refused()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "setname");
        Assert.Equal("INVALID_REALNAME", (await alice.AskAsync("SETNAME :")).One("FAIL")[1]);
    }

    // Modern IRC, 461: a command needs its parameters.
    [Fact]
    public async Task Without_a_name_it_is_461()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "setname");
        Assert.Equal("SETNAME", (await alice.AskAsync("SETNAME")).One("461")[1]);
    }

    // Description: once for two common rooms; and WHO knows it.
    [Fact]
    public async Task Two_common_rooms_are_one_message()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        await alice.JoinAsync("#other");
        var bob = await server.EnterAsync("#room", "bob", "setname");
        await bob.JoinAsync("#other");
        await alice.AskAsync("SETNAME :Other");
        Assert.Single(await bob.SyncAsync());
        Assert.EndsWith("Other", (await bob.AskAsync("WHO alice")).One("352").Last, StringComparison.Ordinal);
    }
}
