namespace Confab.Irc.Tests.V3.Membership;

/// <summary>The nickname of an account is its own.</summary>
public sealed class NicknameReservationTests
{
    [Fact]
    public async Task A_guest_cannot_come_in_with_it()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("alice");
        var client = await server.ConnectAsync();
        await client.SendAsync("USER guest 0 * :Guest");
        var replies = await client.AskAsync("NICK alice");
        Assert.Equal("alice", replies.One("433")[1]);
        replies.Lacks("001");
    }

    [Theory]
    [InlineData("alice")]
    [InlineData("ALICE")]
    public async Task A_guest_cannot_take_it_later(string nick)
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("alice");
        var guest = await server.RegisterAsync("guest7");
        var replies = await guest.AskAsync($"NICK {nick}");
        Assert.Equal(["guest7", nick], replies.One("433").Parameters.Take(2));
        replies.Lacks("NICK");
    }

    [Fact]
    public async Task Another_member_cannot_take_it_either()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("alice");
        var mallory = await server.AddMemberAsync("mallory");
        (await mallory.AskAsync("NICK alice")).One("433");
    }

    [Fact]
    public async Task Its_owner_comes_in_with_it_by_SASL()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("alice");
        var alice = await server.LogInAsync("alice", "alice");
        Assert.Equal("alice", (await alice.AskAsync("WHOIS alice")).One("330")[2]);
    }

    [Fact]
    public async Task Its_owner_may_send_NICK_before_the_password()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("alice");
        var client = await server.ConnectAsync();
        await client.AskAsync("CAP LS 302", "NICK alice", "USER alice 0 * :Alice", "CAP REQ sasl");
        (await client.AuthenticateAsync("PLAIN", Sasl.Plain("alice", Accounts.Password))).One("903");
        await client.SendAsync("CAP END");
        var welcome = (await client.ReadUntilAsync("001"))[^1];
        Assert.Equal("alice", welcome[0]);
    }

    [Fact]
    public async Task A_member_may_bear_another_nickname()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("alice");
        var other = await server.LogInAsync("wonderland", "alice");
        (await other.AskAsync("NICK alice")).One("NICK");
    }
}
