using Confab.Testing;

namespace Confab.Server.Tests.Dialects;

/// <summary>The historic operator client: sends one message, blocks in one read, and takes what comes for the reply.</summary>
[Collection(SocketCollection.Name)]
public sealed class OperatorSocketTests
{
    [Fact]
    public async Task What_is_said_in_the_room_is_the_reply()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("operator");

        await a.SendAsync("hello from A");
        await room.Watch.ReadUntilAsync($"<{a.Port}> hello from A\n");
        await room.Watch.SendAsync("hello A\n");

        Assert.Equal($"{SocketRoom.Watcher}: hello A", await a.ReadAsync());
    }

    [Fact]
    public async Task What_came_between_turns_comes_at_once_with_the_next_message_the_newest_last()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("operator");
        await room.Watch.SendAsync("one\ntwo\nthree\n/ping x\n");
        await room.Watch.ReadUntilAsync("* pong x\n");

        await a.SendAsync("hello");

        Assert.Equal($"{SocketRoom.Watcher}: one\n{SocketRoom.Watcher}: two\n{SocketRoom.Watcher}: three", await a.ReadAsync());
    }

    [Fact]
    public async Task Without_anything_to_say_the_reply_is_a_stopgap()
    {
        var options = new TestServerOptions { Dialect = options => options with { TurnTimeout = TimeSpan.FromMilliseconds(50) } };
        await using var room = await SocketRoom.OpenAsync(options);
        await using var a = await room.EnterAsync("operator");

        await a.SendAsync("anybody?");
        Assert.Equal("(no reply yet)", await a.ReadAsync());
        await a.SendAsync("really nobody?");
        Assert.Equal("(no reply yet)", await a.ReadAsync());
    }

    [Fact]
    public async Task Closing_and_bye_end_in_the_ordinary_way_and_without_a_word()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("operator");
        await using var b = await room.EnterAsync("operator");
        await room.Watch.SendAsync("nobody asked for this\n/ping x\n");
        await room.Watch.ReadUntilAsync("* pong x\n");

        a.HalfClose();
        await b.SendAsync("bye");

        Assert.Equal(("", false), await a.ReadToEndAsync());
        Assert.Equal(("", false), await b.ReadToEndAsync());
    }

    [Fact]
    public async Task A_line_session_is_not_lock_step()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var nc = await room.EnterAsync("operator");

        await nc.SendAsync("one\ntwo\n");
        await room.Watch.ReadUntilAsync($"<{nc.Port}> two\n");
        await room.Watch.SendAsync("first line, at once\n");
        Assert.Equal($"{SocketRoom.Watcher}: first line, at once\n", await nc.ReadUntilAsync("\n"));
        await room.Watch.SendAsync("second line, unasked\n");
        Assert.Equal($"{SocketRoom.Watcher}: second line, unasked\n", await nc.ReadUntilAsync("\n"));
        await nc.SendAsync("bye\n");

        Assert.Equal(("", false), await nc.ReadToEndAsync());
    }

    [Fact]
    public async Task When_the_server_stops_the_connection_ends_in_the_ordinary_way()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("operator");

        await room.Server.StopAsync();

        Assert.Equal(("", false), await a.ReadToEndAsync());
    }
}
