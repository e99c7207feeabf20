namespace Confab.Irc.Tests.Channels;

public sealed class InviteTests
{
    // INVITE message: RPL_INVITING (341) to the issuer, INVITE to the invited, nothing to others
    [Fact]
    public async Task An_invitation_is_confirmed_and_delivered()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "carol");
        var bob = await server.RegisterAsync("bob");

        var replies = await clients[0].AskAsync("INVITE bob #tea");
        var invitation = Assert.Single(await bob.SyncAsync());

        Assert.Equal(["alice", "bob", "#tea"], Assert.Single(replies).Parameters);
        Assert.Equal("341", replies[0].Command);
        Assert.Equal("INVITE bob #tea", invitation.Said);
        Assert.Equal("alice", invitation.Nick);
        (await clients[1].SyncAsync()).AreNone();
    }

    // Invite-Only Channel Mode
    [Fact]
    public async Task The_invited_may_join_an_invite_only_channel_once()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +i");
        var bob = await server.RegisterAsync("bob");
        Assert.Equal(["bob", "#tea"], (await bob.AskAsync("JOIN #tea")).One("473").Parameters.Take(2));

        await alice.AskAsync("INVITE bob #tea");
        await bob.JoinAsync("#tea");

        (await bob.AskAsync("PART #tea", "JOIN #tea")).One("473");
    }

    // ERR_USERONCHANNEL (443)
    [Fact]
    public async Task Inviting_a_member_is_443()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        var replies = await clients[0].AskAsync("INVITE bob #tea");

        Assert.Equal(["alice", "bob", "#tea"], replies.One("443").Parameters.Take(3));
        Assert.Equal(4, replies.One("443").Parameters.Count);
        (await clients[1].SyncAsync()).AreNone();
    }

    // ERR_NOTONCHANNEL (442)
    [Fact]
    public async Task Inviting_from_outside_is_442()
    {
        await using var server = await IrcServer.StartAsync();
        await server.GatherAsync("#tea", "alice");
        var carol = await server.RegisterAsync("carol");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(["carol", "#tea"], (await carol.AskAsync("INVITE bob #tea")).One("442").Parameters.Take(2));
        (await bob.SyncAsync()).AreNone();
    }

    // ERR_NOSUCHCHANNEL (403)
    [Fact]
    public async Task Inviting_to_a_channel_that_does_not_exist_is_403()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");

        Assert.Equal(["alice", "#nowhere"], (await alice.AskAsync("INVITE bob #nowhere")).One("403").Parameters.Take(2));
    }

    // ERR_CHANOPRIVSNEEDED (482)
    [Fact]
    public async Task Only_operators_invite_to_an_invite_only_channel()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await server.RegisterAsync("carol");
        await clients[0].AskAsync("MODE #tea +i");

        Assert.Equal(["bob", "#tea"], (await clients[1].AskAsync("INVITE carol #tea")).One("482").Parameters.Take(2));
    }

    // INVITE message: any member of an open channel
    [Fact]
    public async Task Any_member_may_invite_to_an_open_channel()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        var carol = await server.RegisterAsync("carol");

        (await clients[1].AskAsync("INVITE carol #tea")).One("341");

        Assert.Equal("bob", (await carol.SyncAsync()).One("INVITE").Nick);
    }

    // ERR_NOSUCHNICK (401)
    [Fact]
    public async Task Inviting_nobody_is_401()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        Assert.Equal(["alice", "nobody"], (await alice.AskAsync("INVITE nobody #tea")).One("401").Parameters.Take(2));
    }

    // ERR_NEEDMOREPARAMS (461)
    [Fact]
    public async Task Invite_with_a_nick_only_is_461()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "INVITE"], (await alice.AskAsync("INVITE bob")).One("461").Parameters.Take(2));
    }

    // RPL_INVITELIST (336), RPL_ENDOFINVITELIST (337)
    [Fact]
    public async Task Invite_without_parameters_lists_ones_invitations()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea,#cake");
        var bob = await server.RegisterAsync("bob");
        await alice.AskAsync("INVITE bob #tea", "INVITE bob #cake");
        await bob.SyncAsync();

        var replies = await bob.AskAsync("INVITE");

        Assert.Equal(["#cake", "#tea"], replies.All("336").Select(line => line[1]).Order(StringComparer.Ordinal));
        Assert.Equal("337", replies.Commands[^1]);
        Assert.Equal(2, replies[^1].Parameters.Count);
    }

    // RPL_ENDOFINVITELIST (337)
    [Fact]
    public async Task Without_invitations_the_list_is_only_its_end()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal("337", Assert.Single(await alice.AskAsync("INVITE")).Command);
    }

    // RPL_AWAY (301) when interacting with somebody who is away
    [Fact]
    public async Task Inviting_who_is_away_tells_so()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");
        var bob = await server.RegisterAsync("bob");
        await bob.AskAsync("AWAY :asleep");

        var replies = await alice.AskAsync("INVITE bob #tea");

        Assert.Equal(["alice", "bob", "asleep"], replies.One("301").Parameters);
        replies.One("341");
    }
}
