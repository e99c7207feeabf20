using System.Text;

namespace Confab.Server.Tests.Dialects;

/// <summary>The historic relay client: one read is one message, and it hangs for ever on an <c>exit</c> that does not come alone.</summary>
[Collection(SocketCollection.Name)]
public sealed class RelaySocketTests
{
    [Fact]
    public async Task The_others_read_port_colon_text_and_the_sender_reads_nothing()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("relay");
        await using var b = await room.EnterAsync("relay");
        await using var c = await room.EnterAsync("relay");

        await a.SendAsync("Hi! ");
        Assert.Equal($"{a.Port}:Hi! ", await b.ReadAsync());
        Assert.Equal($"{a.Port}:Hi! ", await c.ReadAsync());

        // The first thing that A ever reads is B's.
        await b.SendAsync("hello");
        Assert.Equal($"{b.Port}:hello", await a.ReadAsync());
        Assert.Equal($"{b.Port}:hello", await c.ReadAsync());
    }

    [Fact]
    public async Task Exit_is_answered_alone_and_the_connection_is_reset_and_nobody_else_hears_of_it()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("relay");
        await using var b = await room.EnterAsync("relay");

        await b.SendAsync("one");
        Assert.Equal($"{b.Port}:one", await a.ReadAsync());
        await a.SendAsync("exit");
        Assert.Equal("exit", await a.ReadAsync());
        Assert.Equal(("", true), await a.ReadToEndAsync());
        await room.SeesAsync($"{a.Port}", there: false);

        await room.Watch.SendAsync("two\n");
        Assert.Equal($"{SocketRoom.Watcher}:two", await b.ReadAsync());
    }

    [Theory]
    [InlineData("Exit")]
    [InlineData("EXIT")]
    [InlineData(" exit")]
    [InlineData("exit ")]
    [InlineData("exit now")]
    public async Task Only_the_exact_word_in_lower_case_leaves(string text)
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("relay");
        await using var b = await room.EnterAsync("relay");

        await a.SendAsync(text);

        Assert.Equal($"{a.Port}:{text}", await b.ReadAsync());
        await b.SendAsync("still there?");
        Assert.Equal($"{b.Port}:still there?", await a.ReadAsync());
    }

    [Fact]
    public async Task When_the_server_stops_everybody_reads_exit_alone_and_then_a_reset()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("relay");
        await using var b = await room.EnterAsync("relay");
        await a.SendAsync("last words");
        await room.Watch.ReadUntilAsync("last words\n");

        await room.Server.StopAsync();

        Assert.Equal($"{a.Port}:last words", await b.ReadAsync());
        Assert.Equal("exit", await b.ReadAsync());
        Assert.Equal(("", true), await b.ReadToEndAsync());
        Assert.Equal(("exit", true), await a.ReadToEndAsync());
    }

    [Fact]
    public async Task A_long_text_comes_in_pieces_of_at_most_1024_bytes_that_are_cut_between_characters()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("relay");
        await using var b = await room.EnterAsync("relay");
        var text = string.Concat(Enumerable.Range(0, 400).Select(i => $"{i}ö漢😀"));

        await a.SendAsync(text);

        var expected = $"{a.Port}:{text}";
        var read = new StringBuilder();
        while (read.Length < expected.Length)
        {
            var piece = await b.ReadAsync(bytes: 4096);
            Assert.NotNull(piece);
            Assert.InRange(Encoding.UTF8.GetByteCount(piece), 1, 1024);
            Assert.DoesNotContain('\uFFFD', piece);
            read.Append(piece);
        }

        Assert.Equal(expected, read.ToString());
    }

    [Fact]
    public async Task A_line_session_reads_lines_and_ends_in_the_ordinary_way()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var nc = await room.EnterAsync("relay");
        await using var historic = await room.EnterAsync("relay");

        await nc.SendAsync("hello from nc\n");
        Assert.Equal($"{nc.Port}:hello from nc", await historic.ReadAsync());
        await historic.SendAsync("hello from python");
        Assert.Equal($"{historic.Port}:hello from python\n", await nc.ReadAsync());
        await nc.SendAsync("exit\r\n");

        Assert.Equal(("exit\n", false), await nc.ReadToEndAsync());
    }

    [Fact]
    public async Task A_member_of_another_door_appears_by_nickname()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("relay");

        await room.Watch.SendAsync("tea?\n/me pours\n");

        Assert.Equal($"{SocketRoom.Watcher}:tea?", await a.ReadAsync());
        Assert.Equal($"{SocketRoom.Watcher}:* pours", await a.ReadAsync());
        await a.SendAsync("yes");
        Assert.Contains($"<{a.Port}> yes\n", await room.Watch.ReadUntilAsync("yes\n"));
    }
}
