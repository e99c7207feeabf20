using Confab.Client.Classic;
using Confab.Client.Events;
using Confab.Testing.Scripted;

namespace Confab.Client.Tests.Classic;

public sealed class DialectSessionTests : IDisposable
{
    private readonly ScriptedServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Lines_go_out_and_messages_come_in()
    {
        var (session, peer) = await ConnectAsync("relay");
        Assert.True(await session.TypeAsync("Hi!", Cancel));
        Assert.Equal("Hi!", await peer.ReadLineAsync());
        await peer.SendAsync("54358:hello");
        await peer.SendAsync("\n");

        Assert.Equal(
            [new Connected("tom", false), new LineShown("Connected to chat server. Type 'exit' to leave."), new LineShown(""), new LineShown("54358:hello")],
            await TakeAsync(session, 4));
        await session.DisposeAsync();
    }

    [Fact]
    public async Task Text_without_an_end_is_shown_too()
    {
        var (session, peer) = await ConnectAsync("console");
        await peer.SendAsync("Welcome to this chat room! Type exit to leave.");

        Assert.Equal(new LineShown("Welcome to this chat room! Type exit to leave."), (await TakeAsync(session, 2))[1]);
        await session.DisposeAsync();
    }

    [Fact]
    public async Task A_line_typed_before_the_handshake_waits_for_it()
    {
        var (session, peer) = await ConnectAsync("alias");
        var typing = session.TypeAsync("/bm hello", Cancel);
        Assert.False(typing.IsCompleted);
        await peer.SendAsync("NICK");

        Assert.Equal("tom", await peer.ReadLineAsync());
        Assert.Equal("tom: /bm hello", await peer.ReadLineAsync());
        Assert.True(await typing);
        await session.DisposeAsync();
    }

    [Fact]
    public async Task Leaving_waits_for_the_server_and_shows_the_farewell()
    {
        var (session, peer) = await ConnectAsync("relay");
        var leaving = session.LeaveAsync();
        Assert.Equal("exit", await peer.ReadLineAsync());
        await peer.SendAsync("54358:last words\nexit\n");
        peer.Dispose();
        await leaving;

        var events = await session.ReadEventsAsync(Cancel).ToListAsync(Cancel);

        Assert.Equal(
            [new LineShown("54358:last words"), new LineShown("Disconnected from server"), new Ended(ByServer: true, null)],
            events.TakeLast(3));
    }

    [Fact]
    public async Task A_server_that_does_not_close_is_not_waited_for_for_ever()
    {
        var (session, peer) = await ConnectAsync("console", longestGoodbye: TimeSpan.FromMilliseconds(20));
        await session.LeaveAsync();

        Assert.Equal("Goodbye!", await peer.ReadLineAsync());
        Assert.Equal(new Ended(ByServer: false, null), (await session.ReadEventsAsync(Cancel).ToListAsync(Cancel))[^1]);
    }

    [Theory]
    [InlineData("operator", "\n")]
    [InlineData("nul", "q\0")]
    public async Task Where_no_word_says_goodbye_closing_does(string dialect, string expected)
    {
        var (session, peer) = await ConnectAsync(dialect);
        var leaving = session.LeaveAsync();

        Assert.Equal(expected, await peer.ReadToEndAsync());
        peer.Dispose();
        await leaving;
    }

    [Fact]
    public async Task A_server_that_says_goodbye_is_not_called_again()
    {
        var (session, peer) = await ConnectAsync("console");
        await peer.SendAsync("Server is shutting down. Goodbye!");

        Assert.Equal(
            [new Connected("tom", false), new LineShown("Server is shutting down. Goodbye!"), new Ended(ByServer: true, null)],
            await session.ReadEventsAsync(Cancel).ToListAsync(Cancel));
        Assert.False(await session.TypeAsync("too late", Cancel));
    }

    [Fact]
    public async Task After_a_lost_connection_the_session_comes_back_with_its_handshake()
    {
        var (session, peer) = await ConnectAsync("alias");
        await peer.SendAsync("NICK");
        Assert.Equal("tom", await peer.ReadLineAsync());
        peer.Break();
        using var second = await _server.AcceptAsync(Cancel);
        await second.SendAsync("NICK");
        Assert.Equal("tom", await second.ReadLineAsync());
        await session.TypeAsync("again", Cancel);
        Assert.Equal("tom: again", await second.ReadLineAsync());

        var events = await TakeAsync(session, 4);

        Assert.Equal([typeof(Connected), typeof(ConnectionLost), typeof(Reconnecting), typeof(Connected)], events.Select(happened => happened.GetType()));
        Assert.Equal(new Connected("tom", Again: true), events[3]);
        await session.DisposeAsync();
    }

    [Fact]
    public async Task The_text_door_gets_the_nickname_first()
    {
        var (session, peer) = await ConnectAsync("text");

        Assert.Equal("tom", await peer.ReadLineAsync());
        await session.DisposeAsync();
    }

    private static async Task<IReadOnlyList<ClientEvent>> TakeAsync(DialectSession session, int count) =>
        await session.ReadEventsAsync(Cancel).Take(count).ToListAsync(Cancel);

    private async Task<(DialectSession Session, ScriptedPeer Peer)> ConnectAsync(string dialect, TimeSpan? longestGoodbye = null)
    {
        var options = new DialectSessionOptions(new ServerAddress("127.0.0.1", _server.Port), dialect)
        {
            Nickname = "tom",
            Reconnect = new ReconnectOptions { FirstWait = TimeSpan.FromMilliseconds(2) },
        };
        var session = await DialectSession.ConnectAsync(
            options with { LongestGoodbye = longestGoodbye ?? options.LongestGoodbye },
            Cancel);
        return (session, await _server.AcceptAsync(Cancel));
    }
}
