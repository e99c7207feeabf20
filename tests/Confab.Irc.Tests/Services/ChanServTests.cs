namespace Confab.Irc.Tests.Services;

/// <summary>ChanServ: channels that belong to an account.</summary>
public sealed class ChanServTests
{
    [Fact]
    public async Task A_founder_comes_back_as_founder()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await FounderAsync(server);

        await alice.AskAsync("PART #tea");
        var replies = await alice.JoinAsync("#tea");
        var names = (await alice.AskAsync("NAMES #tea")).One("353")[3].Trim();

        Assert.Equal("~alice", names);
        replies.One("366");
    }

    [Fact]
    public async Task Who_comes_first_to_a_registered_channel_is_not_its_operator()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await FounderAsync(server);
        await alice.AskAsync("PART #tea");
        var bob = await server.RegisterAsync("bob");
        await bob.JoinAsync("#tea");

        Assert.Equal("bob", (await bob.AskAsync("NAMES #tea")).One("353")[3].Trim());
    }

    [Fact]
    public async Task A_registered_channel_keeps_topic_and_modes_while_nobody_is_there()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await FounderAsync(server);
        await alice.AskAsync("TOPIC #tea :Green", "MODE #tea +s", "PART #tea");

        var replies = await alice.JoinAsync("#tea");

        Assert.Equal("Green", replies.One("332")[2]);
        Assert.Contains('s', (await alice.AskAsync("MODE #tea")).One("324")[2]);
    }

    [Fact]
    public async Task Only_an_operator_with_an_account_registers_a_channel()
    {
        await using var server = await IrcServer.StartAsync();
        var bob = await server.RegisterAsync("bob");
        await bob.JoinAsync("#tea");

        await bob.SendAsync("PRIVMSG ChanServ :REGISTER #tea");
        var notice = (await bob.ReadUntilAsync("NOTICE"))[^1];

        Assert.Equal("ChanServ", notice.Nick);
        Assert.Equal("@bob", (await bob.AskAsync("NAMES #tea")).One("353")[3].Trim());
    }

    private static async Task<IrcClient> FounderAsync(IrcServer server)
    {
        var alice = await server.WithAccountAsync("alice");
        await alice.JoinAsync("#tea");
        await alice.SendAsync("PRIVMSG ChanServ :REGISTER #tea");
        await alice.ReadUntilAsync("NOTICE");
        await alice.SyncAsync();
        return alice;
    }
}
