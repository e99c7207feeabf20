using Confab.Cli.Chatting;
using Confab.Cli.Commands;
using Confab.Cli.Terminal;
using Confab.Cli.Tests.Piping;
using Confab.Client;
using Confab.Client.Events;
using Confab.Client.Json;
using Confab.Protocols.Json;
using Confab.Testing.Scripted;
using Confab.Testing.Sockets;

namespace Confab.Cli.Tests.Chatting;

public sealed class ChatCommandTests
{
    private readonly SignalWriter _screen = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pipe_says_its_lines_and_ends_when_all_were_acknowledged()
    {
        await using var server = SocketServer.Start();
        await using var bob = await EnterAsync(server, "bob", "#lobby");
        var run = Chat("hello\n\n//etc/hosts\n/me waves\n", server.EndPoint("text").ToString(), "--nick", "alice");

        Assert.Equal(ExitCode.Done, await run.Code);
        var said = await EntriesAsync(bob, 3);
        Assert.Equal(
            [("alice", "hello", JsonKinds.Message), ("alice", "/etc/hosts", JsonKinds.Message), ("alice", "waves", JsonKinds.Action)],
            said.Select(entry => (entry.From, entry.Text, entry.Kind)));
        Assert.Equal("", _screen.Text);
    }

    [Theory]
    [InlineData("127.0.0.1", null, 4000, "json")]
    [InlineData("127.0.0.1", "relay", 12000, "relay")]
    [InlineData("127.0.0.1", "text", 4000, "text")]
    [InlineData("127.0.0.1:7", "relay", 7, "relay")]
    [InlineData("127.0.0.1:55555", null, 55555, "alias")]
    public void Address_and_dialect_stand_in_for_each_other(string address, string? dialect, int port, string chosen)
    {
        var choice = ChatCommand.Choose(address, dialect);

        Assert.Equal((port, chosen), (choice.Server.Port, choice.Dialect));
    }

    [Fact]
    public async Task Lines_go_to_the_room_that_was_entered_last()
    {
        await using var server = SocketServer.Start();
        await using var bob = await EnterAsync(server, "bob", "#tea");
        var run = Chat("/join tea\nin tea\n/me takes two sugars\n/part #tea\nin the lobby\n/list\n", server.EndPoint("text").ToString());

        Assert.Equal(ExitCode.Done, await run.Code);
        Assert.Equal(["in tea", "takes two sugars"], (await EntriesAsync(bob, 2)).Select(entry => entry.Text));
        Assert.Contains("* You left #tea.\n", _screen.Text, StringComparison.Ordinal);
        Assert.Contains("* #lobby (1)\n", _screen.Text, StringComparison.Ordinal);
        Assert.Contains("* #tea (1)\n", _screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_answers()
    {
        await using var server = SocketServer.Start();
        await using var bob = await EnterAsync(server, "bob", "#lobby");
        await bob.SayAsync("#lobby", "the kettle is on", cancellationToken: Cancel);
        var run = Chat(
            "/help\n/nick alicia\n/msg bob psst\n/who\n/topic\n/history 1\n/search KETTLE\n/search nothing\n/quit good night\nnot said\n",
            server.EndPoint("text").ToString(),
            "--nick",
            "alice");

        Assert.Equal(ExitCode.Done, await run.Code);
        foreach (var expected in new[]
        {
            "* /search words            find messages", "* You are now alicia.", "(private to bob) psst", "* bob (text)", "* alicia (text)",
            "* #lobby has no topic.", "bob: the kettle is on", "* Nothing has all of: nothing",
        })
        {
            Assert.Contains(expected, _screen.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("not said", _screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dance", "! There is no command /dance.")]
    [InlineData("/msg bob", "! Usage: /msg NAME text")]
    [InlineData("/history none", "! Usage: /history [n]")]
    [InlineData("/nick", "! Usage: /nick NAME")]
    [InlineData("/msg nobody hi", "! ")]
    [InlineData("/kick nobody", "! ")]
    public async Task What_cannot_be_done_is_explained_and_a_script_hears_of_it(string line, string expected)
    {
        await using var server = SocketServer.Start();
        var run = Chat(line + "\n", server.EndPoint("text").ToString());

        Assert.Equal(ExitCode.Refused, await run.Code);
        Assert.Contains(expected, _screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_of_other_rooms_begin_with_their_room()
    {
        using var server = new ScriptedServer();
        var lines = new TypedLines();
        var run = Chat(lines, server.Address, "--dialect", "json");
        using var peer = await server.AcceptAsync(Cancel);
        await peer.WelcomeAsync();
        await peer.AnswerAsync(JsonTypes.Join, new JsonEvent { Type = JsonTypes.Joined, Room = "#lobby", Last = 0 });
        await peer.SendAsync(new JsonEvent { Type = JsonTypes.Message, Room = "#lobby", From = "bob", Text = "here\u001b[2J", Number = 1 });
        await peer.SendAsync(new JsonEvent { Type = JsonTypes.Message, Room = "#tea", From = "bob", Text = "there\nand on", Number = 9 });
        await peer.SendAsync(new JsonEvent { Type = JsonTypes.Kick, Room = "#tea", Nick = "carol", By = "dora", Reason = "late" });

        var shown = await _screen.LinesAsync(4, Cancel);
        lines.End();
        await peer.AnswerAsync(JsonTypes.Quit, new JsonEvent { Type = JsonTypes.Bye });

        Assert.Equal(["bob: here[2J", "#tea bob: there", "#tea bob: and on", "#tea * carol was removed by dora (late)"], shown);
        Assert.Equal(ExitCode.Done, await run.Code);
    }

    [Fact]
    public async Task A_lost_connection_is_one_line_and_so_is_its_return()
    {
        using var server = new ScriptedServer();
        var lines = new TypedLines();
        var run = Chat(lines, server.Address, "--nick", "alice");
        var first = await server.AcceptAsync(Cancel);
        await first.WelcomeAsync();
        await first.AnswerAsync(JsonTypes.Join, new JsonEvent { Type = JsonTypes.Joined, Room = "#lobby", Last = 0 });
        lines.Type("under way");
        await first.ExpectAsync(JsonTypes.Say);
        await first.SendAsync(new JsonEvent { Type = JsonTypes.Bye, Reason = "The server is shutting down." });
        first.Dispose();
        using var second = await server.AcceptAsync(Cancel);
        await second.WelcomeAsync();
        await second.AnswerAsync(JsonTypes.Join, new JsonEvent { Type = JsonTypes.Joined, Room = "#lobby", Last = 0 });
        await second.AnswerAsync(JsonTypes.Say, new JsonEvent { Type = JsonTypes.Sent, Room = "#lobby", Number = 1 });
        lines.End();
        await second.AnswerAsync(JsonTypes.Quit, new JsonEvent { Type = JsonTypes.Bye });

        Assert.Equal(ExitCode.Done, await run.Code);
        Assert.Equal("* Connection lost: The server is shutting down. Trying again.\n* Connected again, as alice.\n", _screen.Text);
    }

    [Theory]
    [InlineData("relay", "carol: hi from relay", "exit\n")]
    [InlineData("console", "carol: hi from console", "Goodbye!\n")]
    public async Task The_classic_dialects_are_spoken_to_a_real_server(string dialect, string text, string expected)
    {
        Assert.NotEqual("", expected);
        await using var server = SocketServer.Start();
        await using var bob = await EnterAsync(server, "bob", "#lobby");
        var run = Chat(text + "\n", server.EndPoint(dialect).ToString(), "--dialect", dialect);

        Assert.Equal(ExitCode.Done, await run.Code);
        Assert.Equal(text, (await EntriesAsync(bob, 1))[0].Text);
    }

    [Theory]
    [InlineData("nul")]
    [InlineData("alias")]
    [InlineData("operator")]
    [InlineData("text")]
    public async Task So_are_the_others(string dialect)
    {
        await using var server = SocketServer.Start();
        await using var bob = await EnterAsync(server, "bob", "#lobby");
        var run = Chat("one\ntwo größer\n", server.EndPoint(dialect).ToString(), "--dialect", dialect, "--nick", "tom");

        Assert.Equal(ExitCode.Done, await run.Code);
        Assert.Equal(["one", "two größer"], (await EntriesAsync(bob, 2)).Select(entry => entry.Text));
    }

    [Fact]
    public async Task Relay_shows_what_its_client_has_always_shown()
    {
        using var server = new ScriptedServer();
        var lines = new TypedLines();
        var run = Chat(lines, server.Address, "--dialect", "relay");
        using var peer = await server.AcceptAsync(Cancel);
        await peer.SendAsync("54358:Hi!");
        await _screen.LinesAsync(3, Cancel);
        lines.Type("exit");
        Assert.Equal("exit", await peer.ReadLineAsync());
        await peer.SendAsync("exit");

        Assert.Equal(ExitCode.Done, await run.Code);
        Assert.Equal("Connected to chat server. Type 'exit' to leave.\n\n54358:Hi!\nDisconnected from server\n", _screen.Text);
    }

    [Fact]
    public async Task Lines_piped_to_a_classic_door_wait_for_the_connection_to_come_back()
    {
        using var server = new ScriptedServer();
        var lines = new TypedLines();
        var run = Chat(lines, server.Address, "--dialect", "nul");
        lines.Type("said");
        var first = await server.AcceptAsync(Cancel);
        Assert.Equal("said", await first.ReadUntilAsync(0));
        first.Break();
        await _screen.LinesAsync(1, Cancel);
        lines.Type("still said");
        using var second = await server.AcceptAsync(Cancel);
        Assert.Equal("still said", await second.ReadUntilAsync(0));
        lines.End();
        Assert.Equal("q\0", await second.ReadToEndAsync());
        second.Dispose();

        Assert.Equal(ExitCode.Done, await run.Code);
        Assert.Contains("Connected again.", _screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_it_says_how_to_start_one()
    {
        var run = Chat("", $"127.0.0.1:{ScriptedServer.UnusedPort()}");

        Assert.Equal(ExitCode.NoConnection, await run.Code);
        Assert.Contains("confab serve", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", null, "127.0.0.1:4000", "json")]
    [InlineData("127.0.0.1", "relay", "127.0.0.1:12000", "relay")]
    [InlineData("chat.example", "text", "chat.example:4000", "text")]
    [InlineData("chat.example", "json", "chat.example:4000", "json")]
    [InlineData("chat.example:1", "alias", "chat.example:1", "alias")]
    [InlineData("chat.example:12345", null, "chat.example:12345", "console")]
    [InlineData("chat.example:12345", "json", "chat.example:12345", "json")]
    public void A_port_and_a_dialect_stand_for_each_other(string address, string? dialect, string server, string expected)
    {
        var chosen = ChatCommand.Choose(address, dialect);

        Assert.Equal((server, expected), (chosen.Server.ToString(), chosen.Dialect));
    }

    [Fact]
    public async Task An_unknown_dialect_is_refused()
    {
        var run = Chat("", "127.0.0.1:1", "--dialect", "morse");

        Assert.NotEqual(ExitCode.Done, await run.Code);
        Assert.Contains("morse", run.Error, StringComparison.Ordinal);
    }

    private static async Task<ChatClient> EnterAsync(SocketServer server, string nickname, string room)
    {
        var client = await ChatClient.ConnectAsync(
            new ChatClientOptions(new ServerAddress("127.0.0.1", server.EndPoint("text").Port)) { Nickname = nickname },
            Cancel);
        await client.JoinAsync(room, cancellationToken: Cancel);
        return client;
    }

    private static async Task<List<JsonEvent>> EntriesAsync(ChatClient client, int count) => await client.ReadEventsAsync(Cancel)
        .OfType<ServerSaid>()
        .Where(said => said is { IsOwn: false, Event.Number: not null })
        .Select(said => said.Event)
        .Take(count)
        .ToListAsync(Cancel);

    private CommandRun Chat(string input, params string[] arguments) => Chat(new StringReader(input), arguments);

    private CommandRun Chat(TextReader input, params string[] arguments) =>
        new(ChatCommand.Create(_ => new PlainScreen(input, _screen)), arguments);
}
