using Confab.Testing.Sockets;

namespace Confab.Irc.Tests.Doors;

/// <summary>One room, every door: somebody at the text door and somebody with IRC.</summary>
public sealed class OtherDoorTests
{
    private static readonly string[] _doors = ["irc=0", "text=0"];

    [Fact]
    public async Task Both_hear_each_other_in_the_room()
    {
        await using var server = await IrcServer.StartAsync(_doors);
        await using var bob = await EnterAsync(server, "bob");
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#lobby");
        await bob.ReadUntilAsync("alice joined");

        await bob.SendAsync("hello from text\n");
        var heard = (await alice.ReadUntilAsync("PRIVMSG"))[^1];
        await alice.AskAsync("PRIVMSG #lobby :hello from irc");

        Assert.Equal("PRIVMSG #lobby hello from text", heard.Said);
        Assert.Equal("bob", heard.Nick);
        await bob.ReadUntilAsync("<alice> hello from irc");
    }

    [Fact]
    public async Task Private_messages_go_both_ways()
    {
        await using var server = await IrcServer.StartAsync(_doors);
        await using var bob = await EnterAsync(server, "bob");
        var alice = await server.RegisterAsync("alice");

        await bob.SendAsync("/msg alice only for you\n");
        Assert.Equal("PRIVMSG alice only for you", (await alice.ReadUntilAsync("PRIVMSG"))[^1].Said);

        (await alice.AskAsync("PRIVMSG bob :and for you")).AreNone();
        await bob.ReadUntilAsync("(private) <alice> and for you");
    }

    [Fact]
    public async Task A_kick_by_irc_reaches_the_other_door()
    {
        await using var server = await IrcServer.StartAsync(_doors);
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");
        await using var bob = await EnterAsync(server, "bob");
        await bob.SendAsync("/join #tea\n");
        await alice.ReadUntilAsync("JOIN");

        (await alice.AskAsync("KICK #tea bob :spilled it")).One("KICK");

        await bob.ReadUntilAsync("spilled it");
        Assert.Equal("@alice", (await alice.AskAsync("NAMES #tea")).One("353")[3].Trim());
    }

    [Fact]
    public async Task A_nick_at_one_door_is_taken_at_the_other()
    {
        await using var server = await IrcServer.StartAsync(_doors);
        await using var bob = await EnterAsync(server, "bob");
        var client = await server.ConnectAsync();

        (await client.AskAsync("NICK bob", "USER u 0 * :U")).One("433");
    }

    [Fact]
    public async Task Who_sits_at_the_other_door_is_shown_by_queries()
    {
        await using var server = await IrcServer.StartAsync(_doors);
        await using var bob = await EnterAsync(server, "bob");
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#lobby");

        Assert.Equal("bob", (await alice.AskAsync("WHOIS bob")).One("311")[1]);
        Assert.Contains("bob", (await alice.AskAsync("WHO #lobby")).All("352").Select(line => line[5]));
        Assert.Contains("bob", (await alice.AskAsync("NAMES #lobby")).One("353")[3], StringComparison.Ordinal);
        Assert.Equal("bob", (await alice.AskAsync("ISON bob")).One("303")[1].Trim());
    }

    [Fact]
    public async Task An_action_is_one_at_both_doors()
    {
        await using var server = await IrcServer.StartAsync(_doors);
        await using var bob = await EnterAsync(server, "bob");
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#lobby");

        await bob.SendAsync("/me waves\n");
        Assert.Equal("\u0001ACTION waves\u0001", (await alice.ReadUntilAsync("PRIVMSG"))[^1][1]);

        await alice.AskAsync("PRIVMSG #lobby :\u0001ACTION waves back\u0001");
        await bob.ReadUntilAsync("* alice waves back");
    }

    [Fact]
    public async Task The_topic_is_one_topic()
    {
        await using var server = await IrcServer.StartAsync(_doors);
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea -t");
        await using var bob = await EnterAsync(server, "bob");
        await bob.SendAsync("/join #tea\n");
        await alice.ReadUntilAsync("JOIN");

        await bob.SendAsync("/topic Green or black\n");

        Assert.Equal("TOPIC #tea Green or black", (await alice.ReadUntilAsync("TOPIC"))[^1].Said);
    }

    [Fact]
    public async Task A_killed_user_of_another_door_is_gone()
    {
        await using var server = await IrcServer.StartAsync(_doors);
        var oper = await server.OperAsync("alice");
        await oper.JoinAsync("#lobby");
        await using var bob = await EnterAsync(server, "bob");
        await oper.ReadUntilAsync("JOIN");

        await oper.AskAsync("KILL bob :too loud");
        await bob.ReadToEndAsync();

        Assert.Equal("", (await oper.AskAsync("ISON bob")).One("303")[1].Trim());
    }

    // A long message of the other door takes several lines, none of them broken within a character.
    [Fact]
    public async Task A_long_message_comes_as_several_lines()
    {
        await using var server = await IrcServer.StartAsync(_doors);
        await using var bob = await EnterAsync(server, "bob");
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#lobby");
        var text = string.Concat(Enumerable.Repeat("茶", 500));

        await bob.SendAsync($"{text}\nend\n");
        var heard = await alice.ReadUntilAsync(message => message.Command == "PRIVMSG" && message.Last == "end");

        Assert.Equal(text, string.Concat(heard.SkipLast(1).Select(message => message.Last)));
    }

    private static async Task<SocketClient> EnterAsync(IrcServer server, string nick)
    {
        var client = await SocketClient.ConnectAsync(server.Server.EndPoint("text"));
        await client.SendAsync($"{nick}\n");
        await client.ReadUntilAsync($"You are {nick}");
        return client;
    }
}
