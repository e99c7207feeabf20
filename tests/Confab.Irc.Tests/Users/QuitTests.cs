namespace Confab.Irc.Tests.Users;

public sealed class QuitTests
{
    [Fact]
    public async Task Whoever_quits_is_told_under_the_nickname_that_it_had_last()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        await alice.AskAsync("NICK alison");
        await alice.SendAsync("QUIT :off to bed");

        Assert.Equal("Closing Link: alison (Quit: off to bed)", (await alice.ReadToEndAsync()).One("ERROR")[0]);
    }

    // QUIT message: ERROR and the end; the others are told with the words Quit before it
    [Fact]
    public async Task A_quit_is_acknowledged_and_told_to_those_who_share_a_channel()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        var carol = await server.RegisterAsync("carol");

        await clients[1].SendAsync("QUIT :off to bed");
        var rest = await clients[1].ReadToEndAsync();
        var seen = await clients[0].SyncAsync();

        Assert.Equal("ERROR", rest.Commands[^1]);
        Assert.Single(rest[^1].Parameters);
        Assert.Equal("QUIT Quit: off to bed", Assert.Single(seen).Said);
        Assert.Equal("bob", seen[0].Nick);
        (await carol.SyncAsync()).AreNone();
    }

    // QUIT message: the words alone where there is no reason
    [Theory]
    [InlineData("QUIT")]
    [InlineData("QUIT :")]
    public async Task A_quit_without_reason_says_only_that(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        await clients[1].SendAsync(line);
        await clients[1].ReadToEndAsync();

        Assert.StartsWith("Quit: ", (await clients[0].SyncAsync()).One("QUIT")[0], StringComparison.Ordinal);
    }

    // QUIT message: once, however many channels are shared
    [Fact]
    public async Task A_quit_is_seen_once()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("JOIN #cake,#milk");
        await clients[1].AskAsync("JOIN #cake,#milk");
        await clients[0].SyncAsync();

        await clients[1].SendAsync("QUIT");
        await clients[1].ReadToEndAsync();

        Assert.Equal(["QUIT"], (await clients[0].SyncAsync()).Commands);
    }

    // QUIT message: a connection that ends without it is a quit with a reason of the server's
    [Fact]
    public async Task A_connection_that_breaks_is_a_quit_with_a_reason()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        await clients[1].DisposeAsync();
        var quit = (await clients[0].ReadUntilAsync("QUIT"))[^1];

        Assert.Equal("bob", quit.Nick);
        Assert.NotEmpty(quit[0]);
        Assert.DoesNotContain("Quit: ", quit[0], StringComparison.Ordinal);
    }

    // QUIT message: the nickname is free
    [Fact]
    public async Task After_a_quit_the_nick_is_free()
    {
        await using var server = await IrcServer.StartAsync();
        var bob = await server.RegisterAsync("bob");
        await bob.SendAsync("QUIT");
        await bob.ReadToEndAsync();

        Assert.Equal("bob", (await (await server.ConnectAsync()).RegisterAsync("bob")).One("001")[0]);
    }

    // Channels: a channel ends when its last member leaves
    [Fact]
    public async Task Who_comes_to_an_empty_channel_is_its_operator()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +ik green", "PART #tea");
        var bob = await server.RegisterAsync("bob");

        var replies = await bob.JoinAsync("#tea");

        Assert.Equal("@bob", replies.One("353")[3].Trim());
    }

    // QUIT message: nothing is carried out after it
    [Fact]
    public async Task Nothing_after_a_quit_is_carried_out()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        await clients[1].SendBytesAsync("QUIT :bye\r\nPRIVMSG #tea :still here\r\n"u8.ToArray());
        await clients[1].ReadToEndAsync();

        Assert.Equal(["QUIT"], (await clients[0].SyncAsync()).Commands);
    }

    // ERROR: the server says goodbye when it stops
    [Fact]
    public async Task A_server_that_stops_says_error()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        await server.Server.StopAsync();

        Assert.Equal("ERROR", (await alice.ReadToEndAsync()).Commands[^1]);
    }

    // ERROR: also to those who are not registered
    [Fact]
    public async Task A_server_that_stops_says_error_to_those_who_are_not_registered()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.AskAsync("NICK alice");

        await server.Server.StopAsync();

        Assert.Equal("ERROR", (await client.ReadToEndAsync()).Commands[^1]);
    }
}
