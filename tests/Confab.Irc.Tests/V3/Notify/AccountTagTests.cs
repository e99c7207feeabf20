namespace Confab.Irc.Tests.V3.Notify;

/// <summary>Whose account does what is seen (account-tag).</summary>
public sealed class AccountTagTests
{
    // Description: on all commands that a user sends.
    [Theory]
    [InlineData("PRIVMSG #room :hi", "PRIVMSG")]
    [InlineData("NOTICE #room :hi", "NOTICE")]
    [InlineData("PRIVMSG bob :hi", "PRIVMSG")]
    [InlineData("NOTICE bob :hi", "NOTICE")]
    [InlineData("TOPIC #room :tea", "TOPIC")]
    [InlineData("MODE #room +m", "MODE")]
    [InlineData("KICK #room bob", "KICK")]
    [InlineData("INVITE bob #other", "INVITE")]
    [InlineData("PART #room", "PART")]
    [InlineData("AWAY :tea", "AWAY")]
    [InlineData("SETNAME :Other", "SETNAME")]
    [InlineData("QUIT :bye", "QUIT")]
    public async Task What_a_member_does_carries_the_account(string line, string command)
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var alice = await server.LogInAsync("alice", "teapot");
        await alice.JoinAsync("#room");
        await alice.JoinAsync("#other");
        var bob = await server.EnterAsync("#room", "bob", "account-tag", "away-notify", "setname");
        await alice.SendAsync(line);
        Assert.Equal("teapot", (await bob.ReadUntilAsync(command))[^1].Tags["account"]);
    }

    // Description: joins too.
    [Fact]
    public async Task A_join_carries_the_account()
    {
        await using var server = await IrcServer.StartAsync();
        var bob = await server.EnterAsync("#room", "bob", "account-tag");
        var alice = await server.AddMemberAsync("alice");
        await alice.JoinAsync("#room");
        Assert.Equal("alice", (await bob.SyncAsync()).One("JOIN").Tags["account"]);
    }

    // Description: never where nobody is logged in.
    [Fact]
    public async Task What_a_guest_does_carries_none()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var bob = await server.EnterAsync("#room", "bob", "account-tag", "message-tags");
        await alice.AskAsync("PRIVMSG #room :hi", "TOPIC #room :tea");
        Assert.All(await bob.SyncAsync(), line => Assert.DoesNotContain("account", line.Tags.Keys));
    }

    // Capabilities of message-tags: who asked for all tags gets this one only by its own capability or by that.
    [Fact]
    public async Task Without_any_tags_there_is_none()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice");
        await alice.JoinAsync("#room");
        var bob = await server.EnterAsync("#room", "bob", "account-notify");
        await alice.AskAsync("PRIVMSG #room :hi");
        Assert.Empty((await bob.SyncAsync()).One("PRIVMSG").Tags);
    }

    // Description: the current account.
    [Fact]
    public async Task It_is_there_from_the_login_on()
    {
        await using var server = await IrcServer.StartAsync();
        await server.AddAccountAsync("teapot");
        var alice = await server.EnterAsync("#room", "alice", "sasl");
        var bob = await server.EnterAsync("#room", "bob", "account-tag");
        await alice.AskAsync("PRIVMSG #room :before");
        await alice.AuthenticateAsync("PLAIN", Sasl.Plain("teapot", Accounts.Password));
        await alice.AskAsync("PRIVMSG #room :after");
        var said = (await bob.SyncAsync()).All("PRIVMSG");
        Assert.DoesNotContain("account", said[0].Tags.Keys);
        Assert.Equal("teapot", said[1].Tags["account"]);
    }

    // echo-message: the echo is what others see.
    [Fact]
    public async Task The_echo_carries_it()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.AddMemberAsync("alice", "account-tag", "echo-message");
        await alice.JoinAsync("#room");
        Assert.Equal("alice", (await alice.AskAsync("PRIVMSG #room :hi")).One("PRIVMSG").Tags["account"]);
    }
}
