using System.Text.Json;
using Confab.Cli.Chatting;
using Confab.Cli.Commands;
using Confab.Cli.Tests.Piping;
using Confab.Testing.Scripted;
using Confab.Testing.Sockets;

namespace Confab.Cli.Tests.Benching;

public sealed class BenchCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("text")]
    [InlineData("irc")]
    public async Task A_server_that_delivers_everything_in_order_passes(string dialect)
    {
        await using var server = SocketServer.Start();
        var run = Start(server.EndPoint(dialect).ToString(), "--dialect", dialect, "--members", "8", "--senders", "3", "--window", "4", "--seconds", "1", "--json");

        Assert.Equal(ExitCode.Done, await run.Code);
        var result = JsonDocument.Parse(run.Output).RootElement;
        var messages = result.GetProperty("messages").GetInt64();
        Assert.True(messages > 0);
        Assert.Equal(messages * 7, result.GetProperty("deliveries").GetInt64());
        Assert.Equal(0, result.GetProperty("lost").GetInt64());
        Assert.True(result.GetProperty("latencyMilliseconds").GetProperty("p50").GetDouble() > 0);
    }

    [Fact]
    public async Task A_message_that_no_line_of_the_dialect_carries_is_refused()
    {
        var run = Start("127.0.0.1", "--dialect", "irc", "--size", "401");

        Assert.Equal(ExitCode.Usage, await run.Code);
        Assert.Contains("at most 400 bytes; lower --size", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_a_fixed_rate_as_many_are_sent_as_are_due()
    {
        await using var server = SocketServer.Start();
        var run = Start(server.EndPoint("text").ToString(), "--members", "3", "--senders", "2", "--rate", "50", "--seconds", "1");

        Assert.Equal(ExitCode.Done, await run.Code);
        Assert.Contains("50 messages/s", run.Output, StringComparison.Ordinal);
        Assert.Contains("nothing lost, nothing twice, all in order", run.Output, StringComparison.Ordinal);
        Assert.Contains("sent late", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_loses_and_doubles_is_found_out()
    {
        using var server = new ScriptedServer();
        var run = Start(server.Address, "--members", "2", "--senders", "1", "--window", "3", "--seconds", "1");
        using var sender = await server.AcceptAsync(Cancel);
        using var other = await server.AcceptAsync(Cancel);
        var front = "";
        foreach (var peer in new[] { sender, other })
        {
            var nickname = await peer.ReadLineAsync();
            front = nickname[..nickname.IndexOf('-', StringComparison.Ordinal)];
            Assert.Equal("/ping ready", await peer.ReadLineAsync());
            await peer.SendAsync("* You are here.\n* pong ready\n");
        }

        // Which of the two connections is the sender's is the system's choice.
        var lines = new List<string>();
        var reading = await Task.WhenAny(ReadThreeAsync(sender), ReadThreeAsync(other));
        lines.AddRange((await reading).Lines);
        var hearer = (await reading).Peer == sender ? other : sender;
        await hearer.SendAsync($"<{front}-0> {lines[0]}\n<{front}-0> {lines[2]}\n<{front}-0> {lines[2]}\n");
        hearer.Dispose();
        (await reading).Peer.Dispose();

        Assert.Equal(ExitCode.Refused, await run.Code);
        Assert.Contains("1 twice or late, 1 jumps, 2 members disconnected", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_it_says_so()
    {
        var run = Start($"127.0.0.1:{ScriptedServer.UnusedPort()}", "--members", "2", "--senders", "1");

        Assert.Equal(ExitCode.NoConnection, await run.Code);
        Assert.Contains("member ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is not this machine", "chat.example:4000")]
    [InlineData("--senders is 5, but there are only 2 members", "127.0.0.1:4000", "--members", "2", "--senders", "5")]
    [InlineData("--members is 1; it must be from 2 to 100000", "127.0.0.1:4000", "--members", "1", "--senders", "1")]
    [InlineData("abc", "127.0.0.1:4000", "--members", "abc")]
    public async Task A_plan_that_cannot_be_is_explained(string expected, params string[] arguments)
    {
        var run = Start(arguments);

        Assert.NotEqual(ExitCode.Done, await run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    private static async Task<(ScriptedPeer Peer, List<string> Lines)> ReadThreeAsync(ScriptedPeer peer) =>
        (peer, [await peer.ReadLineAsync(), await peer.ReadLineAsync(), await peer.ReadLineAsync()]);

    private static CommandRun Start(params string[] arguments) => new(BenchCommand.Create(), arguments);
}
