using System.Net.Sockets;
using System.Text;
using Confab.Dialects;
using Confab.Server.Tests.Dialects;
using Confab.Testing;
using Confab.Testing.Sockets;
using Confab.Transport.Limits;

namespace Confab.Server.Tests.Hostile;

/// <summary>Peers that do their worst, over real sockets: each costs only itself.</summary>
[Collection(SocketCollection.Name)]
public sealed class HostileSocketTests
{
    private const int Patience = 30_000;

    private static readonly string[] _doors = ["text", "json", "operator", "relay", "console", "nul", "alias"];

    public static TheoryData<string> Doors => [.. _doors];

    [Fact(Timeout = Patience)]
    public async Task Thirty_megabytes_go_through_a_room_in_which_three_members_never_read()
    {
        const int Lines = 7_500;
        var options = new TestServerOptions();
        options.Connections.BacklogBytes = 256 * 1024;
        options.Connections.DrainTimeout = TimeSpan.FromSeconds(60);
        await using var server = SocketServer.Start(options);
        await using var reader = await EnterTextAsync(server, "reader");
        await using var slow = await EnterTextAsync(server, "slow");
        await using var relay = await server.ConnectAsync("relay");
        await using var nul = await server.ConnectAsync("nul");
        await using var speaker = await EnterTextAsync(server, "speaker");
        await reader.ReadUntilAsync("speaker joined\n");
        var line = Encoding.UTF8.GetBytes(new string('x', 4_000) + "\n");

        var sending = Task.Run(
            async () =>
            {
                for (var i = 0; i < Lines; i++)
                {
                    await speaker.SendAsync(line);
                }
            },
            TestContext.Current.CancellationToken);
        var expected = "<speaker> ".Length + line.Length;
        for (var i = 0; i < Lines; i += 10)
        {
            await reader.ReadExactlyAsync(expected * 10);
            Assert.InRange(server.Host.Budget.Used, 0, 4 * 256 * 1024);
        }

        await sending;
        await speaker.SendAsync("/ping done\n");
        await speaker.ReadUntilAsync("* pong done\n");
        var (text, reset) = await slow.ReadToEndAsync();
        Assert.EndsWith("\n* You read too slowly; what waited for you is lost. Connect again.\n", text, StringComparison.Ordinal);
        Assert.False(reset);
        Assert.True((await relay.ReadToEndAsync()).Reset);
        Assert.True((await nul.ReadToEndAsync()).Reset);
        Assert.Equal(3, server.Events.Lines.Count(one => one.StartsWith("too slow", StringComparison.Ordinal)));
    }

    [Fact(Timeout = Patience)]
    public async Task Two_thousand_silent_connections_disturb_nobody()
    {
        await using var server = SocketServer.Start();
        await using var a = await EnterTextAsync(server, "ann");
        var silent = new List<SocketClient>();
        for (var i = 0; i < 2_000; i++)
        {
            silent.Add(await server.ConnectAsync(_doors[i % _doors.Length]));
        }

        await using var b = await EnterTextAsync(server, "bob");
        await b.SendAsync("hello\n/ping x\n");
        await b.ReadUntilAsync("* pong x\n");

        await a.ReadUntilAsync("<bob> hello\n");
        Assert.Equal(2_002, server.Host.Count);
        foreach (var one in silent)
        {
            one.Reset();
        }

        await a.SendAsync("and good bye\n/quit\n");
        await a.ReadToEndAsync();
        await b.ReadUntilAsync("* ann left\n");
    }

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Doors))]
    public async Task A_request_of_a_browser_or_of_tls_is_closed_at_once_without_a_word(string door)
    {
        await using var room = await SocketRoom.OpenAsync();
        string[] requests =
        [
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Type: text/plain\r\n\r\nbob\nhello from a web page\n",
            "\u0016\u0003\u0001",
        ];
        foreach (var request in requests)
        {
            await using var browser = await room.Server.ConnectAsync(door);
            var greeting = door switch
            {
                "text" => "* Welcome to Confab. Type a nickname and press Enter.\n",
                "console" => "Welcome to this chat room! Type exit to leave.",
                "alias" => "NICK",
                _ => "",
            };
            Assert.Equal(greeting, greeting.Length == 0 ? "" : await browser.ReadAsync());

            await browser.SendAsync(Encoding.Latin1.GetBytes(request));

            Assert.Equal(("", true), await browser.ReadToEndAsync());
        }

        await room.Watch.SendAsync("/history\n");
        Assert.Equal("* No messages.\n", await room.Watch.ReadUntilAsync("\n"));
    }

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Doors))]
    public async Task Who_breaks_off_in_the_middle_of_a_message_is_gone_and_the_others_chat_on(string door)
    {
        await using var room = await SocketRoom.OpenAsync();
        for (var i = 0; i < 20; i++)
        {
            await using var one = await room.Server.ConnectAsync(door);
            await one.SendAsync([0xE2, 0x82]);
            one.Reset();
        }

        await using var a = await EnterTextAsync(room.Server, "ann");
        await a.SendAsync("hello\n");
        await room.Watch.ReadUntilAsync("<ann> hello\n");
        await a.DisposeAsync();
        while (room.Server.Host.Count > 1)
        {
            await room.Watch.SendAsync("/ping x\n");
            await room.Watch.ReadUntilAsync("* pong x\n");
        }
    }

    [Fact(Timeout = Patience)]
    public async Task A_flood_is_slowed_and_arrives_whole()
    {
        var options = new TestServerOptions();
        options.Connections.ExemptAddresses = [];
        options.Connections.SessionFlood = new FloodLimits { MessagesPerSecond = 200, MessageBurst = 10 };
        options.Connections.ReadBytes = 64;
        await using var server = SocketServer.Start(options);
        await using var watch = await server.ConnectAsync("json");
        await watch.SendAsync("{\"type\":\"hello\",\"nick\":\"watch\"}\n{\"type\":\"join\",\"room\":\"#lobby\"}\n");
        await watch.ReadUntilAsync("\"joined\"");
        await using var a = await EnterTextAsync(server, "ann");
        await watch.ReadUntilAsync("\"ann\"");
        var began = TimeProvider.System.GetTimestamp();

        await a.SendAsync(string.Concat(Enumerable.Range(1, 100).Select(i => $"number {i}\n")));

        var read = await watch.ReadUntilAsync("number 100\"");
        Assert.Equal(100, read.Split("\"text\":\"number ").Length - 1);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0.3, 20);
    }

    [Fact(Timeout = Patience)]
    public async Task A_connection_that_ends_need_not_wait_off_its_debt()
    {
        var options = new TestServerOptions();
        options.Connections.ExemptAddresses = [];
        options.Connections.SessionFlood = new FloodLimits { MessagesPerSecond = 1, MessageBurst = 200 };
        options.Connections.AddressFlood = new FloodLimits();
        await using var server = SocketServer.Start(options);
        await using var watch = await EnterTextAsync(server, "watch");
        await using var a = await EnterTextAsync(server, "ann");
        await a.SendAsync(string.Concat(Enumerable.Repeat("x\n", 4_000)));
        await watch.ReadUntilAsync("<ann> x\n");

        await a.SendAsync("/quit\n");
        a.Reset();

        // Whatever is said to it finds out that it is gone.
        while (server.Host.Count > 1)
        {
            await using var other = await EnterTextAsync(server, "bob");
            await other.SendAsync("hello\n/quit\n");
            await other.ReadToEndAsync();
        }
    }

    [Fact(Timeout = Patience)]
    public async Task A_server_may_start_again_at_once_on_the_same_ports()
    {
        var ports = new Dictionary<string, int>();
        await using (var first = SocketServer.Start())
        {
            foreach (var door in DialectCatalog.Names)
            {
                ports[door] = first.EndPoint(door).Port;
            }

            await using var relay = await first.ConnectAsync("relay");
            await using var a = await EnterTextAsync(first, "ann");
            await first.StopAsync();
            Assert.Equal("exit", await relay.ReadAsync());
            await a.ReadToEndAsync();
        }

        await using var second = SocketServer.Start(portOf: door => ports[door]);

        await using var again = await EnterTextAsync(second, "ann");
    }

    [Fact(Timeout = Patience)]
    public async Task A_port_that_is_taken_is_an_error_that_says_so()
    {
        await using var server = SocketServer.Start();

        var failure = Assert.Throws<SocketException>(() => SocketServer.Start(portOf: _ => server.EndPoint("text").Port));

        Assert.Equal(SocketError.AddressAlreadyInUse, failure.SocketErrorCode);
    }

    [Fact(Timeout = Patience)]
    public async Task A_script_that_sends_all_and_ends_its_side_reads_every_answer()
    {
        await using var server = SocketServer.Start();
        await using var script = await server.ConnectAsync("text");

        await script.SendAsync("bob\nthe kettle is on\n/search kettle");
        script.HalfClose();

        var (text, reset) = await script.ReadToEndAsync();
        Assert.EndsWith("<bob> the kettle is on\n* 1 message found, newest first.\n* Goodbye.\n", text, StringComparison.Ordinal);
        Assert.False(reset);
    }

    [Fact(Timeout = Patience)]
    public async Task A_peer_that_sends_on_after_its_goodbye_still_gets_all_of_the_goodbye()
    {
        await using var server = SocketServer.Start();
        await using var a = await server.ConnectAsync("text");

        await a.SendAsync("bob\n/help\n/quit\n" + string.Concat(Enumerable.Repeat("and on and on\n", 20_000)));
        a.HalfClose();

        var (text, reset) = await a.ReadToEndAsync();
        Assert.EndsWith("* Goodbye.\n", text, StringComparison.Ordinal);
        Assert.False(reset);
    }

    private static async Task<SocketClient> EnterTextAsync(SocketServer server, string nickname)
    {
        var client = await server.ConnectAsync("text");
        await client.SendAsync($"{nickname}\n");
        await client.ReadUntilAsync("/help lists the commands.\n");
        return client;
    }
}
