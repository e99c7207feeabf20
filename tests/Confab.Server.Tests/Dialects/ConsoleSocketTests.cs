namespace Confab.Server.Tests.Dialects;

/// <summary>The historic console client: greeted on connecting, leaves with <c>Goodbye!</c> and waits for the server to close.</summary>
[Collection(SocketCollection.Name)]
public sealed class ConsoleSocketTests
{
    private const string Welcome = "Welcome to this chat room! Type exit to leave.";

    [Fact]
    public async Task The_greeting_comes_alone_and_messages_carry_the_peers_address()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("console");
        await using var b = await room.EnterAsync("console");
        Assert.Equal(Welcome, await a.ReadAsync());
        Assert.Equal(Welcome, await b.ReadAsync());

        await a.SendAsync("hello all");

        Assert.Equal($"<('127.0.0.1', {a.Port})> hello all", await b.ReadAsync());
        await b.SendAsync("hi");
        Assert.Equal($"<('127.0.0.1', {b.Port})> hi", await a.ReadAsync());
    }

    [Theory]
    [InlineData("Goodbye!")]
    [InlineData("goodbye!")]
    [InlineData("GOODBYE!")]
    public async Task Goodbye_is_relayed_and_then_the_server_closes_with_a_reset(string word)
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("console");
        await using var b = await room.EnterAsync("console");
        Assert.Equal(Welcome, await a.ReadAsync());
        Assert.Equal(Welcome, await b.ReadAsync());

        await b.SendAsync(word);

        Assert.Equal($"<('127.0.0.1', {b.Port})> {word}", await a.ReadAsync());
        Assert.Equal(("", true), await b.ReadToEndAsync());
        await room.SeesAsync($"{b.Port}", there: false);
    }

    [Theory]
    [InlineData("Goodbye! ")]
    [InlineData("Goodbye")]
    [InlineData("exit")]
    public async Task Anything_else_is_only_said(string text)
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("console");
        Assert.Equal(Welcome, await a.ReadAsync());

        await a.SendAsync(text);
        await room.Watch.ReadUntilAsync($"<{a.Port}> {text}\n");
        await room.Watch.SendAsync("still there?\n");

        Assert.Equal($"<{SocketRoom.Watcher}> still there?", await a.ReadAsync());
    }

    [Fact]
    public async Task When_the_server_stops_the_goodbye_comes_alone_and_then_a_reset()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("console");
        Assert.Equal(Welcome, await a.ReadAsync());
        await room.Watch.SendAsync("a last one\n/ping x\n");
        await room.Watch.ReadUntilAsync("* pong x\n");

        await room.Server.StopAsync();

        Assert.Equal($"<{SocketRoom.Watcher}> a last one", await a.ReadAsync());
        Assert.Equal("Server is shutting down. Goodbye!", await a.ReadAsync());
        Assert.Equal(("", true), await a.ReadToEndAsync());
    }

    [Fact]
    public async Task A_line_session_reads_lines_and_ends_in_the_ordinary_way()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var nc = await room.EnterAsync("console");
        Assert.Equal(Welcome, await nc.ReadAsync());

        await nc.SendAsync("hello\n");
        await room.Watch.ReadUntilAsync("hello\n");
        await room.Watch.SendAsync("hello nc\n");
        Assert.Equal($"<{SocketRoom.Watcher}> hello nc\n", await nc.ReadAsync());
        await nc.SendAsync("Goodbye!\n");

        Assert.Equal(("", false), await nc.ReadToEndAsync());
    }
}
