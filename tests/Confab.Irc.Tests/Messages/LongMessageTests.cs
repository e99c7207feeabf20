using System.Text;
using Confab.Testing.Sockets;

namespace Confab.Irc.Tests.Messages;

/// <summary>What comes from other doors and does not fit one line, or is several (Modern IRC, Message Format).</summary>
public sealed class LongMessageTests
{
    private static readonly string[] _doors = ["irc=0", "json=0"];

    // Message Format: 512 bytes with the source
    [Theory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("🍵")]
    [InlineData("two words ")]
    public async Task A_text_that_does_not_fit_one_line_comes_in_parts_and_whole(string unit)
    {
        await using var server = await IrcServer.StartAsync(_doors);
        var text = string.Concat(Enumerable.Repeat(unit, 1000 / Encoding.UTF8.GetByteCount(unit)));

        var parts = await SaidAsync(server, text, "message");

        Assert.InRange(parts.Count, 3, 4);
        Assert.Equal(text, string.Concat(parts.Select(part => part[1])));
        Assert.All(parts, part => Assert.InRange(Encoding.UTF8.GetByteCount(part.Raw[(part.Raw.IndexOf(" :", StringComparison.Ordinal) + 1)..]), 1, 510));
        Assert.True(unit.Contains(' ', StringComparison.Ordinal) ? parts[0][1].EndsWith(' ') : parts[0][1].Length % unit.Length == 0);
    }

    // message-ids: one message has one id
    [Fact]
    public async Task Only_the_first_part_is_the_message_with_its_id()
    {
        await using var server = await IrcServer.StartAsync(_doors);

        var parts = await SaidAsync(server, new string('x', 800), "message");

        Assert.Equal([true, false], parts.Select(part => part.Tags.ContainsKey("msgid")));
        Assert.Equal(parts[0].Tags["time"], parts[1].Tags["time"]);
    }

    // CTCP: each part of a long action is one
    [Fact]
    public async Task A_long_action_stays_an_action_in_all_its_parts()
    {
        await using var server = await IrcServer.StartAsync(_doors);

        var parts = await SaidAsync(server, new string('x', 800), "action");

        Assert.Equal(2, parts.Count);
        Assert.All(parts, part => Assert.Matches("^\u0001ACTION x+\u0001$", part[1]));
        Assert.Equal(800, parts.Sum(part => part[1].Count(c => c == 'x')));
    }

    // One room, every door: lines that IRC does not have
    [Fact]
    public async Task A_message_of_several_lines_comes_line_by_line_and_an_empty_one_as_a_space()
    {
        await using var server = await IrcServer.StartAsync(_doors);

        var lines = await SaidAsync(server, "one\\n\\nthree", "message");

        Assert.Equal(["one", " ", "three"], lines.Select(line => line[1]));
        Assert.Equal([true, false, false], lines.Select(line => line.Tags.ContainsKey("msgid")));
    }

    // What somebody with IRC is shown of what somebody with another door says. The last word tells that it is all there.
    private static async Task<IReadOnlyList<IrcMessage>> SaidAsync(IrcServer server, string text, string kind)
    {
        const string End = "that is all";
        var alice = await server.EnterAsync("#tea", "alice", "message-tags", "server-time");
        await using var bob = await SocketClient.ConnectAsync(server.Server.EndPoint("json"));
        await bob.SendAsync("""{"type":"hello","nick":"bob"}""" + "\n" + """{"type":"join","room":"#tea"}""" + "\n");
        foreach (var (said, its) in new[] { (text, kind), (End, "message") })
        {
            await bob.SendAsync($$"""{"type":"say","room":"#tea","text":"{{said}}","kind":"{{its}}"}""" + "\n");
        }

        var all = await alice.ReadUntilAsync(message => message.Command == "PRIVMSG" && message.Last == End, End);
        return [.. all.All("PRIVMSG").SkipLast(1)];
    }
}
