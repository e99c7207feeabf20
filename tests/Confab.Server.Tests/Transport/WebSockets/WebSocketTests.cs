using System.Net.WebSockets;
using Confab.Server.Tests.Dialects;
using Confab.Server.Tests.Transport.Tls;
using Confab.Testing.Sockets;
using Confab.Transport.WebSockets;

namespace Confab.Server.Tests.Transport.WebSockets;

[Collection(SocketCollection.Name)]
public sealed class WebSocketTests
{
    [Theory]
    [InlineData(WebSocketMessageType.Text, Subprotocol.Text)]
    [InlineData(WebSocketMessageType.Binary, Subprotocol.Binary)]
    [InlineData(WebSocketMessageType.Text, Subprotocol.Text, Subprotocol.Binary)]
    [InlineData(WebSocketMessageType.Binary, Subprotocol.Binary, Subprotocol.Text)]
    [InlineData(WebSocketMessageType.Text, "chat.example", Subprotocol.Text)]
    public async Task The_first_subprotocol_that_is_known_is_taken_and_decides_on_the_messages(WebSocketMessageType type, params string[] asked)
    {
        await using var web = await WebServer.StartAsync();
        await using var client = await WebClient.ConnectAsync(web.EndPoint, options => Array.ForEach(asked, options.AddSubProtocol));

        Assert.Equal(asked.First(name => name.EndsWith(".ircv3.net", StringComparison.Ordinal)), client.Socket.SubProtocol);

        // Whatever kind the client itself sends.
        await client.SendAsync("ann", WebSocketMessageType.Text);
        await client.SeesAsync("* You are ann", contains: true);
        Assert.Equal([type], client.Types);
    }

    [Theory]
    [InlineData(WebSocketMessageType.Text)]
    [InlineData(WebSocketMessageType.Binary)]
    public async Task Without_a_subprotocol_both_kinds_are_taken_and_the_answer_is_of_the_kind_that_the_client_sends(WebSocketMessageType type)
    {
        await using var web = await WebServer.StartAsync();
        await using var client = await WebClient.ConnectAsync(web.EndPoint);
        await client.ReadAsync();
        Assert.Equal([WebSocketMessageType.Text], client.Types);

        client.Types.Clear();
        await client.SendAsync("ann", type);
        await client.SeesAsync("* You are ann", contains: true);

        Assert.Null(client.Socket.SubProtocol);
        Assert.Contains(type, client.Types);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Each_line_is_a_message_in_both_directions_and_people_on_other_doors_see_the_same(int loops)
    {
        await using var web = await WebServer.StartAsync(options => options.EventLoops = loops);
        await using var ann = await web.EnterAsync("ann", Subprotocol.Text);
        await using var bob = await SocketClient.ConnectAsync(web.Server.EndPoint("text"));
        await bob.SendAsync("bob\n");
        await bob.ReadUntilAsync("You are bob");

        await ann.SendAsync("the kettle is on ☕");
        await bob.ReadUntilAsync("<ann> the kettle is on ☕\n");
        await bob.SendAsync("one\ntwo\nthree\n");

        await ann.SeesAsync("<bob> one");
        Assert.Equal("<bob> two", await ann.ReadAsync());
        Assert.Equal("<bob> three", await ann.ReadAsync());
    }

    [Theory]
    [InlineData("hello\r\n")]
    [InlineData("hello\n")]
    [InlineData("hello\r")]
    public async Task A_line_end_that_a_client_should_not_have_sent_does_no_harm(string message)
    {
        await using var web = await WebServer.StartAsync();
        await using var ann = await web.EnterAsync("ann");
        await using var bob = await web.EnterAsync("bob");

        await ann.SendAsync(message);
        await ann.SendAsync("");
        await ann.SendAsync("over");

        await bob.SeesAsync("<ann> hello");
        Assert.Equal("<ann> over", await bob.ReadAsync());
    }

    [Fact]
    public async Task A_message_in_pieces_is_one_message()
    {
        await using var web = await WebServer.StartAsync();
        await using var ann = await web.EnterAsync("ann");
        await using var bob = await web.EnterAsync("bob");

        await ann.SendAsync("the ", endOfMessage: false);
        await ann.SendAsync("", endOfMessage: false);
        await ann.SendAsync("kettle", endOfMessage: true);

        await bob.SeesAsync("<ann> the kettle");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_that_is_too_long_ends_the_connection_with_1009(bool atOnce)
    {
        await using var web = await WebServer.StartAsync(options => options.Web.MessageBytes = 5_000);
        await using var ann = await web.EnterAsync("ann");
        await ann.SendAsync(new string('x', 5_000));
        await ann.SendAsync(new string('y', 3_000), endOfMessage: atOnce && false);
        await ann.SendAsync(new string('y', atOnce ? 2_001 : 50_000));

        Assert.Equal(WebSocketCloseStatus.MessageTooBig, await ann.EndAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_client_that_closes_is_answered_with_1000_and_leaves_the_room(int loops)
    {
        await using var web = await WebServer.StartAsync(options => options.EventLoops = loops);
        await using var ann = await web.EnterAsync("ann");
        await using var bob = await web.EnterAsync("bob");

        await ann.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", TestContext.Current.CancellationToken);

        Assert.Equal(WebSocketState.Closed, ann.Socket.State);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, ann.Socket.CloseStatus);
        await bob.SeesAsync("ann", contains: true);
    }

    [Fact]
    public async Task Who_quits_gets_the_last_word_and_then_1000()
    {
        await using var web = await WebServer.StartAsync();
        await using var ann = await web.EnterAsync("ann");

        await ann.SendAsync("/quit");

        await ann.SeesAsync("* Goodbye.");
        Assert.Equal(WebSocketCloseStatus.NormalClosure, await ann.EndAsync());
    }

    [Fact]
    public async Task A_stop_says_goodbye_and_1001()
    {
        await using var web = await WebServer.StartAsync();
        await using var ann = await web.EnterAsync("ann");
        var stopping = web.Server.StopAsync();

        await ann.SeesAsync("* The server is shutting down. Goodbye!");
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, await ann.EndAsync());
        await ann.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        await stopping;
        Assert.Equal(0, web.Server.SessionCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_client_that_vanishes_leaves_the_room(int loops)
    {
        await using var web = await WebServer.StartAsync(options => options.EventLoops = loops);
        var ann = await web.EnterAsync("ann");
        await using var bob = await web.EnterAsync("bob");

        ann.Socket.Abort();

        await bob.SeesAsync("ann", contains: true);
        await ann.DisposeAsync();
    }

    [Fact]
    public async Task Through_TLS_it_is_the_same_with_the_servers_certificate()
    {
        using var certificates = new TestCertificates();
        await using var web = await WebServer.StartAsync(options =>
        {
            var tls = certificates.Options();
            (options.Tls.Certificate, options.Tls.Key) = (tls.Certificate, tls.Key);
            options.Listeners[^1].Tls = true;
        });
        await using var ann = await WebClient.ConnectAsync(
            web.EndPoint,
            options => options.RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.Subject == "CN=localhost",
            scheme: "wss");

        await ann.SendAsync("ann");
        await ann.SeesAsync("* You are ann", contains: true);
        await using var bob = await SocketClient.ConnectAsync(web.Server.EndPoint("text"));
        await bob.SendAsync("bob\n");
        await bob.ReadUntilAsync("You are bob");

        // More than one record of TLS, in both directions.
        var said = new string('x', 15_000);
        await ann.SendAsync(said);
        await bob.ReadUntilAsync($"<ann> {said}\n");
        await bob.SendAsync(string.Concat(Enumerable.Repeat($"{said}\n", 10)));
        for (var i = 0; i < 10; i++)
        {
            await ann.SeesAsync($"<bob> {said}");
        }

        await ann.SendAsync("/quit");
        Assert.Equal(WebSocketCloseStatus.NormalClosure, await ann.EndAsync());
        Assert.Equal("web+tls", web.Server.Doors[^1].Name);
    }

    [Fact]
    public async Task Who_does_not_read_is_given_up_and_others_go_on()
    {
        await using var web = await WebServer.StartAsync(options =>
        {
            options.Connections.BacklogBytes = 256 * 1024;
            options.Connections.DrainTimeout = TimeSpan.FromMilliseconds(100);
        });
        await using var deaf = await web.EnterAsync("deaf");
        await using var bob = await SocketClient.ConnectAsync(web.Server.EndPoint("text"));
        await using var ann = await web.EnterAsync("ann");
        await bob.SendAsync("bob\n");
        await bob.ReadUntilAsync("You are bob");

        // More than the systems' buffers hold, and what the server keeps.
        var hasLeft = false;
        for (var i = 0; i < 1_000 && !hasLeft; i++)
        {
            await bob.SendAsync(new string('x', 60_000) + "\n");
            string? message;
            do
            {
                message = await ann.ReadAsync();
                hasLeft |= message!.Contains("deaf", StringComparison.Ordinal);
            }
            while (!message.StartsWith("<bob> x", StringComparison.Ordinal));
        }

        Assert.True(hasLeft);
    }
}
