using Confab.Cli.Chatting;
using Confab.Cli.Commands;
using Confab.Client;
using Confab.Client.Json;
using Confab.Protocols.Json;
using Confab.Testing.Scripted;
using Confab.Testing.Sockets;

namespace Confab.Cli.Tests.Piping;

public sealed class ListenCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_said_is_printed_a_line_each()
    {
        await using var server = SocketServer.Start();
        await using var alice = await EnterAsync(server, "alice");
        var run = Start(server, "--limit", "3");
        await JoinedAsync(alice);
        await alice.SayAsync("#tea", "hello", cancellationToken: Cancel);
        await alice.SayAsync("#tea", "waves", JsonKinds.Action, Cancel);
        await alice.SayAsync("#tea", "two\nlines", cancellationToken: Cancel);

        Assert.Equal(ExitCode.Done, await run.Code);
        Assert.Matches(@"^\d\d:\d\d alice: hello\n\d\d:\d\d \* alice waves\n\d\d:\d\d alice: two\n\d\d:\d\d alice: lines\n$", run.Output);
    }

    [Fact]
    public async Task As_json_each_line_is_the_servers_event()
    {
        await using var server = SocketServer.Start();
        await using var alice = await EnterAsync(server, "alice");
        var sent = await alice.SayAsync("#tea", "hello", cancellationToken: Cancel);
        var run = Start(server, "--since", "0", "--once", "--json");

        Assert.Equal(ExitCode.Done, await run.Code);
        Assert.True(JsonEvent.Parse(run.Output.TrimEnd('\n'), out var said, out _));
        Assert.Equal((JsonTypes.Message, "alice", "hello", 1, sent.Id), (said.Type, said.From, said.Text, said.Number, said.Id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Since_a_message_all_after_it_come_first_each_once(bool byId)
    {
        await using var server = SocketServer.Start();
        await using var alice = await EnterAsync(server, "alice");
        var ids = new List<string>();
        for (var number = 1; number <= 300; number++)
        {
            ids.Add((await alice.SayAsync("#tea", $"{number}", cancellationToken: Cancel)).Id);
        }

        var run = Start(server, "--since", byId ? ids[9] : "10", "--limit", "291", "--json");
        await run.OutputLinesAsync(290);
        await alice.SayAsync("#tea", "301", cancellationToken: Cancel);

        Assert.Equal(ExitCode.Done, await run.Code);
        Assert.Equal(Enumerable.Range(11, 291).Select(number => (long?)number), Numbers(run.Output));
    }

    [Fact]
    public async Task A_message_that_is_not_there_is_said()
    {
        await using var server = SocketServer.Start();
        var run = Start(server, "--since", "019aa5f3c0f37d6e8b0a4c1d2e3f4aff");

        Assert.Equal(ExitCode.Refused, await run.Code);
        Assert.Contains("There is no message with the id 019aa5f3c0f37d6e8b0a4c1d2e3f4aff in #tea.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_is_no_failure()
    {
        await using var server = SocketServer.Start();
        await using var alice = await EnterAsync(server, "alice");
        using var stop = new CancellationTokenSource();
        var run = new CommandRun(ListenCommand.Create(), ["tea", "--to", server.EndPoint("text").ToString()], stop.Token);
        await JoinedAsync(alice);

        await stop.CancelAsync();

        Assert.Equal(ExitCode.Done, await run.Code);
    }

    [Fact]
    public async Task Without_a_server_it_says_how_to_start_one()
    {
        var run = new CommandRun(ListenCommand.Create(), ["#tea", "--to", $"127.0.0.1:{ScriptedServer.UnusedPort()}"]);

        Assert.Equal(ExitCode.NoConnection, await run.Code);
        Assert.Contains("confab serve", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_connection_is_told_on_the_other_stream_and_nothing_is_missed()
    {
        using var server = new ScriptedServer();
        var run = new CommandRun(ListenCommand.Create(), ["#tea", "--limit", "2", "--json", "--to", server.Address]);
        var first = await server.AcceptAsync(Cancel);
        await first.WelcomeAsync();
        await first.AnswerAsync(JsonTypes.Join, new JsonEvent { Type = JsonTypes.Joined, Room = "#tea", Last = 7 });
        await first.SendAsync(Message(8));
        await run.OutputLinesAsync(1);
        first.Break();
        using var second = await server.AcceptAsync(Cancel);
        await second.WelcomeAsync();
        var join = await second.AnswerAsync(JsonTypes.Join, new JsonEvent { Type = JsonTypes.Joined, Room = "#tea", Last = 9 });
        await second.SendAsync(Message(8));
        await second.SendAsync(Message(9));
        await second.ExpectAsync(JsonTypes.Ping);
        await second.AnswerAsync(JsonTypes.Quit, new JsonEvent { Type = JsonTypes.Bye });

        Assert.Equal(ExitCode.Done, await run.Code);
        Assert.Equal(8, join.Since);
        Assert.Equal([8L, 9L], Numbers(run.Output));
        Assert.Contains("Connection lost", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--since", "yesterday", "give the number of a message, or its id")]
    [InlineData("--limit", "-1", "it must be from 0")]
    [InlineData("--limit", "many", "many")]
    [InlineData("--to", "", "is not an address")]
    public async Task A_wrong_value_is_named_with_what_is_expected(string option, string value, string expected)
    {
        var run = new CommandRun(ListenCommand.Create(), ["#tea", option, value]);

        Assert.NotEqual(ExitCode.Done, await run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<long?> Numbers(string output) => output.TrimEnd('\n').Split('\n').Select(line =>
        JsonEvent.Parse(line, out var said, out _) ? said.Number : throw new InvalidDataException(line));

    private static JsonEvent Message(long number) => new()
    {
        Type = JsonTypes.Message,
        Room = "#tea",
        From = "bob",
        Text = "hi",
        Number = number,
        Time = "2026-11-21T11:15:17.123Z",
    };

    private static async Task<ChatClient> EnterAsync(SocketServer server, string nickname)
    {
        var client = await ChatClient.ConnectAsync(
            new ChatClientOptions(new ServerAddress("127.0.0.1", server.EndPoint("text").Port)) { Nickname = nickname },
            Cancel);
        await client.JoinAsync("#tea", cancellationToken: Cancel);
        return client;
    }

    private static async Task JoinedAsync(ChatClient client)
    {
        await foreach (var happened in client.ReadEventsAsync(Cancel))
        {
            if (happened is Client.Events.ServerSaid { Event.Type: JsonTypes.Join })
            {
                return;
            }
        }
    }

    private static CommandRun Start(SocketServer server, params string[] arguments) =>
        new(ListenCommand.Create(), ["#tea", .. arguments, "--to", server.EndPoint("text").ToString()]);
}
