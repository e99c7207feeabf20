using System.Net.WebSockets;

namespace Confab.Irc.Tests.V3.Transport;

/// <summary>IRC in WebSocket messages (websocket).</summary>
public sealed class WebSocketTests
{
    // Features and encoding: what the client prefers among what the server knows.
    [Theory]
    [InlineData(new[] { WebClient.Text }, WebClient.Text)]
    [InlineData(new[] { WebClient.Binary }, WebClient.Binary)]
    [InlineData(new[] { WebClient.Text, WebClient.Binary }, WebClient.Text)]
    [InlineData(new[] { WebClient.Binary, WebClient.Text }, WebClient.Binary)]
    [InlineData(new[] { "chat.example.org", WebClient.Binary }, WebClient.Binary)]
    public async Task The_first_subprotocol_that_both_know_is_taken(string[] offered, string taken)
    {
        await using var server = await StartAsync();
        await using var client = await WebClient.ConnectAsync(server, offered);
        Assert.Equal(taken, client.Subprotocol);
    }

    // Features and encoding: text or binary messages, as it was agreed.
    [Theory]
    [InlineData(WebClient.Text, WebSocketMessageType.Text)]
    [InlineData(WebClient.Binary, WebSocketMessageType.Binary)]
    public async Task Messages_are_of_the_agreed_kind(string subprotocol, WebSocketMessageType kind)
    {
        await using var server = await StartAsync();
        await using var client = await WebClient.ConnectAsync(server, [subprotocol]);
        Assert.Equal("001", (await client.RegisterAsync("alice"))[0].Command);
        Assert.Equal([kind], client.Kinds);
    }

    // Other implementation considerations: clients that name none.
    [Fact]
    public async Task A_client_that_names_none_is_served()
    {
        await using var server = await StartAsync();
        await using var client = await WebClient.ConnectAsync(server, []);
        Assert.Null(client.Subprotocol);
        Assert.Equal("001", (await client.RegisterAsync("alice"))[0].Command);
    }

    // Introduction: the same rooms as every other door.
    [Theory]
    [InlineData(WebClient.Text)]
    [InlineData(WebClient.Binary)]
    public async Task It_is_the_same_chat(string subprotocol)
    {
        await using var server = await StartAsync();
        await using var alice = await WebClient.ConnectAsync(server, [subprotocol]);
        await alice.RegisterAsync("alice");
        await alice.AskAsync("JOIN #room");
        var bob = await server.EnterAsync("#room", "bob");
        await alice.AskAsync("PRIVMSG #room :grüße 🎈");
        Assert.Equal("grüße 🎈", (await bob.SyncAsync()).One("PRIVMSG").Last);
        await bob.AskAsync("PRIVMSG #room :hi");
        Assert.Equal("hi", (await alice.AskAsync()).One("PRIVMSG").Last);
    }

    // Features and encoding: two bytes less than elsewhere, since the line's end is not there.
    [Fact]
    public async Task A_line_may_have_510_bytes()
    {
        await using var server = await StartAsync();
        await using var alice = await WebClient.ConnectAsync(server, [WebClient.Text]);
        await alice.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        (await alice.AskAsync("PRIVMSG bob :".PadRight(510, 'x'))).AreNone();
        Assert.InRange((await bob.SyncAsync()).One("PRIVMSG").Last.Length, 400, 497);
        (await alice.AskAsync("PRIVMSG bob :".PadRight(511, 'x'))).One("417");
        (await bob.SyncAsync()).AreNone();
    }

    // Security considerations: the limit reflects that of tags.
    [Fact]
    public async Task Tags_of_4094_bytes_are_allowed()
    {
        await using var server = await StartAsync();
        await using var alice = await WebClient.ConnectAsync(server, [WebClient.Text]);
        await alice.RegisterAsync("alice");
        await alice.AskAsync("CAP REQ message-tags");
        var bob = await server.RegisterAsync("bob", "message-tags");
        await alice.AskAsync($"@{"+big=".PadRight(4094, 'x')} PRIVMSG bob :hi");
        Assert.Equal(4089, (await bob.SyncAsync()).One("PRIVMSG").Tags["+big"].Length);
        (await alice.AskAsync($"@{"+big=".PadRight(4095, 'x')} PRIVMSG bob :hi")).One("417");
    }

    // UTF8ONLY: binary messages may hold anything, and are not relayed then.
    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_not_relayed()
    {
        await using var server = await StartAsync();
        await using var alice = await WebClient.ConnectAsync(server, [WebClient.Binary]);
        await alice.RegisterAsync("alice");
        await alice.AskAsync("CAP REQ standard-replies");
        var bob = await server.RegisterAsync("bob");
        await alice.SendAsync([.. "PRIVMSG bob :caf"u8, 0xE9], WebSocketMessageType.Binary);
        Assert.Equal("INVALID_UTF8", (await alice.AskAsync()).One("FAIL")[1]);
        (await bob.SyncAsync()).AreNone();
    }

    // Capabilities and accounts work here as elsewhere.
    [Fact]
    public async Task Logging_in_works_here_too()
    {
        await using var server = await StartAsync();
        await server.AddAccountAsync("alice");
        await using var client = await WebClient.ConnectAsync(server, [WebClient.Text]);
        await client.AskAsync("CAP LS 302", "CAP REQ sasl", "AUTHENTICATE PLAIN");
        (await client.AskAsync([.. Sasl.Lines(Sasl.Plain("alice", Accounts.Password))])).One("903");
    }

    // The door is at one path.
    [Fact]
    public async Task Other_paths_are_no_doors()
    {
        await using var server = await StartAsync();
        await Assert.ThrowsAsync<WebSocketException>(() => WebClient.ConnectAsync(server, [WebClient.Text], path: "/elsewhere"));
    }

    // Pages of other origins are not let in, unless they are listed.
    [Theory]
    [InlineData("", "http://evil.example", false)]
    [InlineData("https://chat.example.org", "https://chat.example.org", true)]
    [InlineData("https://chat.example.org", "https://evil.example", false)]
    [InlineData("*", "https://evil.example", true)]
    public async Task Pages_come_from_where_the_setting_says(string allowed, string origin, bool isLetIn)
    {
        await using var server = await IrcServer.StartAsync(["irc=0", "web=0"], ("web.origins", allowed));
        if (isLetIn)
        {
            await using var client = await WebClient.ConnectAsync(server, [WebClient.Text], origin: origin);
            Assert.Equal(WebClient.Text, client.Subprotocol);
        }
        else
        {
            await Assert.ThrowsAsync<WebSocketException>(() => WebClient.ConnectAsync(server, [WebClient.Text], origin: origin));
        }
    }

    private static Task<IrcServer> StartAsync() => IrcServer.StartAsync(["irc=0", "web=0"]);
}
