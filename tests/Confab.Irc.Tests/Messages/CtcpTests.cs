using Confab.Testing.Sockets;

namespace Confab.Irc.Tests.Messages;

/// <summary>What stands between CTCP's marks, and what other doors see of it and of formatting.</summary>
public sealed class CtcpTests
{
    private static readonly string[] _doors = ["irc=0", "text=0"];

    // CTCP: ACTION is talk, the rest is not
    [Fact]
    public async Task On_other_doors_an_action_is_one_and_a_question_to_programs_is_nothing()
    {
        await using var server = await IrcServer.StartAsync(_doors);
        await using var bob = await EnterAsync(server, "bob");
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#lobby");

        await alice.AskAsync("PRIVMSG #lobby :\u0001VERSION\u0001", "PRIVMSG bob :\u0001PING 1\u0001", "PRIVMSG #lobby :\u0001ACTION pours tea\u0001");

        var seen = await bob.ReadUntilAsync("pours tea");
        Assert.Contains("* alice pours tea", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("VERSION", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("PING", seen, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0001', seen);
    }

    // Formatting: codes are for those who understand them
    [Fact]
    public async Task On_other_doors_formatting_is_left_out_and_in_the_history_of_irc_it_is_kept()
    {
        await using var server = await IrcServer.StartAsync(_doors);
        await using var bob = await EnterAsync(server, "bob");
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#lobby");
        const string Text = "\u0002hot\u0002 \u000304,12tea";

        await alice.AskAsync($"PRIVMSG #lobby :{Text}");

        Assert.Contains("<alice> hot tea", await bob.ReadUntilAsync("<alice> hot tea"), StringComparison.Ordinal);
        var carol = await server.RegisterAsync("carol", Histories.Capabilities);
        await carol.JoinAsync("#lobby");
        Assert.Equal([Text], (await carol.HistoryAsync("LATEST #lobby * 5")).Texts);
        var dave = await server.RegisterAsync("dave", "server-time");
        Assert.Equal(Text, (await dave.JoinAsync("#lobby")).One("PRIVMSG").Last);
    }

    // CTCP: the second mark may be missing
    [Fact]
    public async Task An_action_without_its_second_mark_is_one_and_gets_it()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#tea", "alice");
        var bob = await server.EnterAsync("#tea", "bob");

        await alice.AskAsync("PRIVMSG #tea :\u0001ACTION pours tea");

        Assert.Equal("\u0001ACTION pours tea\u0001", (await bob.SyncAsync()).One("PRIVMSG").Last);
    }

    // CTCP is no part of the history
    [Fact]
    public async Task Questions_to_programs_are_not_remembered()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#tea", "alice", Histories.WithEvents);

        await alice.AskAsync("PRIVMSG #tea :\u0001VERSION\u0001", "NOTICE #tea :\u0001VERSION kettle\u0001");

        Assert.DoesNotContain((await alice.HistoryAsync("LATEST #tea * 9")).Lines, line => line.Last.Contains("VERSION", StringComparison.Ordinal));
    }

    private static async Task<SocketClient> EnterAsync(IrcServer server, string nick)
    {
        var client = await SocketClient.ConnectAsync(server.Server.EndPoint("text"));
        await client.SendAsync(nick + "\n");
        await client.ReadUntilAsync($"You are {nick}");
        return client;
    }
}
