using System.Text;
using Confab.Testing.Sockets;

namespace Confab.Irc.Tests.Messages;

/// <summary>What does not fit one line, or is several (Modern IRC, Message Format).</summary>
public sealed class LongMessageTests
{
    private static readonly string[] _doors = ["irc=0", "json=0"];

    // Message Format: 512 bytes with the source; what a client may send need not fit once it has one, and is cut as on every server
    [Theory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("🍵")]
    public async Task A_clients_own_line_stays_one_line_and_is_cut_between_characters(string unit)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#tea", "alice");
        var bob = await server.EnterAsync("#tea", "bob");
        var head = "PRIVMSG #tea :";
        var text = string.Concat(Enumerable.Repeat(unit, (510 - head.Length) / Encoding.UTF8.GetByteCount(unit)));

        await alice.AskAsync(head + text);
        var line = (await bob.SyncAsync()).One("PRIVMSG");

        Assert.StartsWith(line.Last, text, StringComparison.Ordinal);
        Assert.Equal(0, line.Last.Length % unit.Length);
        Assert.InRange(Encoding.UTF8.GetByteCount(line.Raw), 500, 510);
    }

    // CTCP: a long action is still one
    [Fact]
    public async Task A_long_action_of_a_client_stays_an_action()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#tea", "alice");
        var bob = await server.EnterAsync("#tea", "bob");

        await alice.AskAsync($"PRIVMSG #tea :\u0001ACTION {new string('x', 485)}\u0001");

        Assert.Matches("^\u0001ACTION x+\u0001$", (await bob.SyncAsync()).One("PRIVMSG").Last);
    }

    // One room, every door: a line that is longer than any of IRC
    [Theory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("🍵")]
    [InlineData("two words ")]
    public async Task A_long_line_of_another_door_comes_in_parts_and_whole(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1000 / unit.Length)) + "!";

        var parts = await SaidByJsonAsync(text, line => line.Last.EndsWith('!'));

        Assert.True(parts.Count > 1);
        Assert.Equal(text, string.Concat(parts.Select(part => part[1])));
        Assert.All(parts, part => Assert.InRange(Encoding.UTF8.GetByteCount(part.Raw[(part.Raw.IndexOf(" :", StringComparison.Ordinal) + 1)..]), 1, 510));
    }

    // message-ids: one message has one id
    [Fact]
    public async Task Only_the_first_part_is_the_message_with_its_id()
    {
        var parts = await SaidByJsonAsync(new string('x', 900) + "!", line => line.Last.EndsWith('!'));

        Assert.Equal([true, false], parts.Select(part => part.Tags.ContainsKey("msgid")));
        Assert.Equal(parts[0].Tags["time"], parts[1].Tags["time"]);
    }

    // One room, every door: lines that IRC does not have
    [Fact]
    public async Task A_message_of_several_lines_comes_line_by_line_and_an_empty_one_as_a_space()
    {
        var lines = await SaidByJsonAsync("one\\n\\nthree", line => line.Last == "three");

        Assert.Equal(["one", " ", "three"], lines.Select(line => line[1]));
        Assert.Equal([true, false, false], lines.Select(line => line.Tags.ContainsKey("msgid")));
    }

    private static async Task<IReadOnlyList<IrcMessage>> SaidByJsonAsync(string text, Func<IrcMessage, bool> isLast)
    {
        await using var server = await IrcServer.StartAsync(_doors);
        var alice = await server.RegisterAsync("alice", "message-tags", "server-time");
        await alice.JoinAsync("#tea");
        await using var json = await SocketClient.ConnectAsync(server.Server.EndPoint("json"));
        await json.SendAsync(
            "{\"type\":\"hello\",\"nick\":\"bob\"}\n{\"type\":\"join\",\"room\":\"#tea\"}\n{\"type\":\"say\",\"room\":\"#tea\",\"text\":\"" + text + "\"}\n");
        return (await alice.ReadUntilAsync(message => message.Command == "PRIVMSG" && isLast(message))).All("PRIVMSG");
    }
}
