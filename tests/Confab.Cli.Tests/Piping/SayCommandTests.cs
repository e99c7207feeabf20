using System.IO.Pipelines;
using System.Text;
using Confab.Cli.Chatting;
using Confab.Cli.Commands;
using Confab.Protocols.Json;
using Confab.Testing.Scripted;

namespace Confab.Cli.Tests.Piping;

public sealed class SayCommandTests : IDisposable
{
    private readonly ScriptedServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_message_is_said_and_committed()
    {
        var run = Start("#ops", "disk", "full");
        using var peer = await _server.AcceptAsync(Cancel);
        await EnterAsync(peer);
        var said = await peer.AnswerAsync(JsonTypes.Say, Sent(1));
        await LeaveAsync(peer);

        Assert.Equal(ExitCode.Done, await run.Code);
        Assert.Equal(("#ops", "disk full"), (said.Room, said.Text));
        Assert.Equal("", run.Output + run.Error);
    }

    [Fact]
    public async Task The_sign_of_a_room_may_be_left_to_the_program()
    {
        var run = Start("ops", "hi");
        using var peer = await _server.AcceptAsync(Cancel);
        await peer.WelcomeAsync();
        var join = await peer.AnswerAsync(JsonTypes.Join, new JsonEvent { Type = JsonTypes.Error, Code = JsonErrors.Denied, Text = "No." });

        Assert.Equal("#ops", join.Room);
        Assert.Equal(ExitCode.Refused, await run.Code);
    }

    [Fact]
    public async Task A_refusal_is_explained_and_fails()
    {
        var run = Start("#ops", "hi");
        using var peer = await _server.AcceptAsync(Cancel);
        await EnterAsync(peer);
        await peer.AnswerAsync(JsonTypes.Say, new JsonEvent { Type = JsonTypes.Error, Code = JsonErrors.LogUnavailable, Text = "The disk is full." });
        await LeaveAsync(peer);

        Assert.Equal(ExitCode.Refused, await run.Code);
        Assert.Equal("confab say: line 1 was not said: The disk is full.\n", run.Error);
    }

    [Fact]
    public async Task A_room_that_refuses_fails()
    {
        var run = Start("#ops", "hi");
        using var peer = await _server.AcceptAsync(Cancel);
        await peer.WelcomeAsync();
        await peer.AnswerAsync(JsonTypes.Join, new JsonEvent { Type = JsonTypes.Error, Code = JsonErrors.Denied, Text = "Members only." });

        Assert.Equal(ExitCode.Refused, await run.Code);
        Assert.Equal("confab say: Members only.\n", run.Error);
    }

    [Fact]
    public async Task Without_a_server_it_says_how_to_start_one()
    {
        var run = new CommandRun(SayCommand.Create(), ["#ops", "hi", "--to", $"127.0.0.1:{ScriptedServer.UnusedPort()}"]);

        Assert.Equal(ExitCode.NoConnection, await run.Code);
        Assert.Contains("nothing listens there. Start a server there with: confab serve", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--to", "nowhere:x")]
    [InlineData("--timeout", "-1")]
    [InlineData("--colour", "red")]
    public async Task A_command_line_that_is_none_is_refused(string option, string value)
    {
        // With a text these would be words of it, as the shell hands them over.
        var run = new CommandRun(SayCommand.Create(() => Stream.Null), [option, value]);

        Assert.NotEqual(ExitCode.Done, await run.Code);
        Assert.NotEqual("", run.Error);
    }

    [Fact]
    public async Task Each_line_of_a_pipe_is_said_as_it_comes()
    {
        var pipe = new Pipe();
        var run = Start(pipe, "#ops");
        using var peer = await _server.AcceptAsync(Cancel);
        await EnterAsync(peer);
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes("one\r\n\n"), Cancel);
        Assert.Equal("one", (await peer.AnswerAsync(JsonTypes.Say, Sent(1))).Text);
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes("two\nlast"), Cancel);
        Assert.Equal("two", (await peer.AnswerAsync(JsonTypes.Say, Sent(2))).Text);
        await pipe.Writer.CompleteAsync();
        Assert.Equal("last", (await peer.AnswerAsync(JsonTypes.Say, Sent(3))).Text);
        await LeaveAsync(peer);

        Assert.Equal(ExitCode.Done, await run.Code);
    }

    [Fact]
    public async Task Lines_that_were_not_acknowledged_survive_a_restart_of_the_server()
    {
        var pipe = new Pipe();
        var run = Start(pipe, "#ops");
        var first = await _server.AcceptAsync(Cancel);
        await EnterAsync(first);
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes("one\ntwo\n"), Cancel);
        await pipe.Writer.CompleteAsync();
        var one = await first.ExpectAsync(JsonTypes.Say);
        await first.ExpectAsync(JsonTypes.Say);
        first.Break();
        using var second = await _server.AcceptAsync(Cancel);
        await second.WelcomeAsync();
        await second.AnswerAsync(JsonTypes.Join, new JsonEvent { Type = JsonTypes.Joined, Room = "#ops", Last = 0 });
        var again = await second.AnswerAsync(JsonTypes.Say, Sent(1) with { Duplicate = true });
        await second.AnswerAsync(JsonTypes.Say, Sent(2));
        await LeaveAsync(second);

        Assert.Equal(ExitCode.Done, await run.Code);
        Assert.Equal(one.Key, again.Key);
        Assert.Contains("Connected again", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_refused_and_the_others_are_said()
    {
        var pipe = new Pipe();
        var run = Start(pipe, "#ops");
        using var peer = await _server.AcceptAsync(Cancel);
        await EnterAsync(peer);
        var writing = Task.Run(
            async () =>
            {
                await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(new string('x', 70_000) + "\nfine\n"), Cancel);
                await pipe.Writer.CompleteAsync();
            },
            Cancel);
        Assert.Equal("fine", (await peer.AnswerAsync(JsonTypes.Say, Sent(1))).Text);
        await writing;
        await LeaveAsync(peer);

        Assert.Equal(ExitCode.Refused, await run.Code);
        Assert.Contains("line 1 was not said: it is longer than 65536 bytes", run.Error, StringComparison.Ordinal);
    }

    private static JsonEvent Sent(long number) =>
        new() { Type = JsonTypes.Sent, Room = "#ops", Number = number, Id = number.ToString("x32") };

    private static async Task EnterAsync(ScriptedPeer peer)
    {
        await peer.WelcomeAsync();
        await peer.AnswerAsync(JsonTypes.Join, new JsonEvent { Type = JsonTypes.Joined, Room = "#ops", Last = 0 });
    }

    private static async Task LeaveAsync(ScriptedPeer peer)
    {
        await peer.AnswerAsync(JsonTypes.Quit, new JsonEvent { Type = JsonTypes.Bye });
        peer.Dispose();
    }

    private CommandRun Start(params string[] arguments) => new(SayCommand.Create(), [.. arguments, "--to", _server.Address]);

    private CommandRun Start(Pipe input, params string[] arguments) =>
        new(SayCommand.Create(() => input.Reader.AsStream()), [.. arguments, "--to", _server.Address]);
}
