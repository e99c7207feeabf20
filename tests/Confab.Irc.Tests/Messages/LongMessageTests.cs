using System.Text;
using Confab.Testing.Sockets;

namespace Confab.Irc.Tests.Messages;

/// <summary>What does not fit one line, or is several (Modern IRC, Message Format).</summary>
public sealed class LongMessageTests
{
    private static readonly string[] _doors = ["irc=0", "json=0"];

    // Message Format: 512 bytes with the source; what a client may send need not fit once it has one
    [Theory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("🍵")]
    [InlineData("two words ")]
    public async Task A_line_that_does_not_fit_with_its_source_comes_in_parts_and_whole(string unit)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#tea", "alice");
        var bob = await server.EnterAsync("#tea", "bob");
        var head = "PRIVMSG #tea :";
        var text = string.Concat(Enumerable.Repeat(unit, (510 - head.Length) / Encoding.UTF8.GetByteCount(unit)));

        await alice.AskAsync(head + text);
        var parts = (await bob.SyncAsync()).All("PRIVMSG");

        Assert.Equal(2, parts.Count);
        Assert.Equal(text, string.Concat(parts.Select(part => part[1])));
        Assert.All(parts, part => Assert.InRange(Encoding.UTF8.GetByteCount(part.Raw), 1, 510));
        Assert.True(unit.Contains(' ', StringComparison.Ordinal) ? parts[0][1].EndsWith(' ') : parts[0][1].Length % unit.Length == 0);
    }

    // message-ids: one message has one id; message-tags: and its tags once
    [Fact]
    public async Task Only_the_first_part_is_the_message_with_its_id_and_tags()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#tea", "alice", "message-tags");
        var bob = await server.EnterAsync("#tea", "bob", "message-tags", "server-time");

        await alice.AskAsync("@+foo=bar PRIVMSG #tea :" + new string('x', 490));
        var parts = (await bob.SyncAsync()).All("PRIVMSG");

        Assert.Equal(["+foo", "msgid", "time"], parts[0].Tags.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["time"], parts[1].Tags.Keys);
        Assert.Equal(parts[0].Tags["time"], parts[1].Tags["time"]);
    }

    // CTCP: each part of a long action is one
    [Fact]
    public async Task A_long_action_stays_an_action_in_all_its_parts()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#tea", "alice");
        var bob = await server.EnterAsync("#tea", "bob");

        await alice.AskAsync($"PRIVMSG #tea :\u0001ACTION {new string('x', 485)}\u0001");
        var parts = (await bob.SyncAsync()).All("PRIVMSG");

        Assert.Equal(2, parts.Count);
        Assert.All(parts, part => Assert.Matches("^\u0001ACTION x+\u0001$", part[1]));
        Assert.Equal(485, parts.Sum(part => part[1].Count(c => c == 'x')));
    }

    // labeled-response: several lines are one answer
    [Fact]
    public async Task The_echo_of_a_long_line_is_one_answer()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#tea", "alice", "echo-message", "batch", "labeled-response", "message-tags");

        var replies = await alice.AskAsync("@label=1 PRIVMSG #tea :" + new string('x', 490));

        Assert.Equal("1", replies[0].Tags["label"]);
        Assert.Equal(2, replies.Batch("labeled-response").Lines.Count);
    }

    // One room, every door: lines that IRC does not have
    [Fact]
    public async Task A_message_of_several_lines_comes_line_by_line_and_an_empty_one_as_a_space()
    {
        await using var server = await IrcServer.StartAsync(_doors);
        var alice = await server.RegisterAsync("alice", "message-tags");
        await alice.JoinAsync("#tea");
        await using var json = await SocketClient.ConnectAsync(server.Server.EndPoint("json"));

        await json.SendAsync("""
            {"type":"hello","nick":"bob"}
            {"type":"join","room":"#tea"}
            {"type":"say","room":"#tea","text":"one\n\nthree"}

            """.ReplaceLineEndings("\n"));
        var lines = (await alice.ReadUntilAsync(message => message.Command == "PRIVMSG" && message.Last == "three")).All("PRIVMSG");

        Assert.Equal(["one", " ", "three"], lines.Select(line => line[1]));
        Assert.Equal([true, false, false], lines.Select(line => line.Tags.ContainsKey("msgid")));
    }
}
