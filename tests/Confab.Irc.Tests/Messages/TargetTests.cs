namespace Confab.Irc.Tests.Messages;

/// <summary>To whom a message goes (Modern IRC, PRIVMSG; RPL_ISUPPORT TARGMAX).</summary>
public sealed class TargetTests
{
    // ERR_TOOMANYTARGETS (407); TARGMAX parameter
    [Fact]
    public async Task More_targets_than_TARGMAX_tells_are_407_and_nothing_is_sent()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "message-tags");
        var bob = await server.RegisterAsync("bob", "message-tags");

        var refusal = (await alice.AskAsync("PRIVMSG bob,a,b,c,d :hello")).One("407");

        Assert.Equal(["alice", "d"], refusal.Parameters.Take(2));
        Assert.Equal(3, refusal.Parameters.Count);
        (await alice.AskAsync("@+a TAGMSG bob,a,b,c,d")).One("407");
        (await alice.AskAsync("NOTICE bob,a,b,c,d :hello")).AreNone();
        (await bob.SyncAsync()).AreNone();
    }

    // RFC 2812 3.3.1: nick@server, nick!user@host
    [Theory]
    [InlineData("bob@confab.local")]
    [InlineData("bob@CONFAB.local")]
    [InlineData("bob!bob@127.0.0.1")]
    public async Task Somebody_is_found_by_a_longer_name(string target)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        (await alice.AskAsync($"PRIVMSG {target} :hello")).AreNone();

        Assert.Equal("PRIVMSG bob hello", Assert.Single(await bob.SyncAsync()).Said);
    }

    // ERR_NOSUCHNICK (401): the longer name must be right
    [Theory]
    [InlineData("bob@elsewhere.example")]
    [InlineData("bob!mallory@127.0.0.1")]
    [InlineData("bob!bob@192.0.2.1")]
    public async Task A_longer_name_that_is_wrong_is_401(string target)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(target, (await alice.AskAsync($"PRIVMSG {target} :hello")).One("401")[1]);

        (await bob.SyncAsync()).AreNone();
    }

    // ERR_NOSUCHCHANNEL (403), ERR_CANNOTSENDTOCHAN (404): a secret channel is not told from none
    [Fact]
    public async Task A_secret_channel_is_answered_as_one_that_is_not_there()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#tea", "alice");
        var bob = await server.RegisterAsync("bob");
        await alice.AskAsync("MODE #tea +n");
        (await bob.AskAsync("PRIVMSG #tea :hello")).One("404");

        await alice.AskAsync("MODE #tea +s");

        Assert.Equal(
            (await bob.AskAsync("PRIVMSG #not :hello")).One("403").Raw.Replace("#not", "#tea", StringComparison.Ordinal),
            (await bob.AskAsync("PRIVMSG #tea :hello")).One("403").Raw);
    }

    // Services: what a password may stand in goes nowhere else
    [Fact]
    public async Task A_service_is_asked_alone()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal("NickServ", (await alice.AskAsync("PRIVMSG bob,NickServ :IDENTIFY secret")).One("407")[1]);

        (await bob.SyncAsync()).AreNone();
    }

    // typing: clients tell everybody whom they write to
    [Fact]
    public async Task A_service_does_not_mind_tags_and_questions_to_programs()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "message-tags");

        (await alice.AskAsync("@+typing=active TAGMSG NickServ", "PRIVMSG ChanServ :\u0001VERSION\u0001")).AreNone();
    }
}
