using System.Text.Json;
using Confab.Cli.Chatting;
using Confab.Cli.Commands;
using Confab.Cli.Tests.Piping;
using Confab.Testing.Scripted;

namespace Confab.Cli.Tests.Benching;

public sealed class BenchCheckTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("loses", "1 lost, 0 twice, 0 out of order, 0 members disconnected")]
    [InlineData("repeats", "0 lost, 1 twice, 0 out of order, 0 members disconnected")]
    [InlineData("swaps", "0 lost, 0 twice, 1 out of order, 0 members disconnected")]
    [InlineData("delays", "nothing lost, nothing twice, all in order")]
    public async Task A_server_with_a_fault_is_found_out(string fault, string verdict)
    {
        using var server = new LinesServer((first, second) => fault switch
        {
            "loses" => second,
            "repeats" => first + first + second,
            "swaps" => second + first,
            _ => first + second,
        });
        var run = Start(
            server.Address, "--door", "lines", "--members", "4", "--senders", "1", "--window", "4", "--seconds", "0.3", "--warm-up", "0", "--drain", "1");

        Assert.Equal(fault == "delays" ? ExitCode.Done : ExitCode.Refused, await run.Code);
        Assert.Contains(verdict, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_comes_to_another_room_or_back_to_its_sender_is_found_out()
    {
        using var server = new ScriptedServer();
        var run = Start(
            server.Address, "--door", "irc", "--members", "4", "--rooms", "2", "--senders", "1", "--window", "1", "--seconds", "0.2", "--warm-up", "0",
            "--drain", "0.1", "--sign-ons-at-once", "1");
        var peers = new List<ScriptedPeer>();
        for (var i = 0; i < 4; i++)
        {
            peers.Add(await EnterAsync(server));
        }

        // Members 0 and 2 share the first room.
        var said = (await peers[0].ReadLineAsync())["PRIVMSG #bench0 :".Length..];
        await peers[1].SendAsync($":somebody PRIVMSG #bench1 :{said}\n");
        await peers[0].SendAsync($":somebody PRIVMSG #bench0 :{said}\n");
        await peers[2].SendAsync($":somebody PRIVMSG #bench0 :{said}\n");
        await peers[0].ReadLineAsync();

        Assert.Equal(ExitCode.Refused, await run.Code);
        Assert.Contains("2 at a wrong place", run.Output, StringComparison.Ordinal);
        peers.ForEach(peer => peer.Dispose());
    }

    [Fact]
    public async Task A_server_that_hangs_up_ends_the_measurement()
    {
        using var server = new LinesServer();
        var run = Start(server.Address, "--door", "lines", "--members", "3", "--senders", "1", "--seconds", "3600", "--warm-up", "0", "--progress");
        await run.ErrorLinesAsync(1);
        server.HangUp();

        Assert.Equal(ExitCode.Refused, await run.Code);
        Assert.Contains("3 members disconnected", run.Output, StringComparison.Ordinal);
        Assert.Contains("broken ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_interrupts_it_gets_what_was_measured_until_then()
    {
        using var server = new LinesServer();
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var run = new CommandRun(
            BenchCommand.Create(),
            [server.Address, "--door", "lines", "--members", "3", "--senders", "1", "--seconds", "3600", "--warm-up", "0", "--progress", "--json"],
            interrupt.Token);
        await run.ErrorLinesAsync(1);
        await interrupt.CancelAsync();

        Assert.Equal(ExitCode.Done, await run.Code);
        var result = JsonDocument.Parse(run.Output).RootElement;
        Assert.InRange(result.GetProperty("seconds").GetDouble(), 0.001, 3599);
        Assert.True(result.GetProperty("deliveries").GetInt64() > 0);
    }

    [Fact]
    public async Task At_a_fixed_rate_as_many_are_sent_as_are_due()
    {
        using var server = new LinesServer();
        var run = Start(server.Address, "--door", "lines", "--members", "3", "--senders", "2", "--rate", "50", "--seconds", "0.5", "--warm-up", "0.1", "--json");

        Assert.Equal(ExitCode.Done, await run.Code);
        var result = JsonDocument.Parse(run.Output).RootElement;

        // One every 20 ms, at both ends of the half second.
        Assert.InRange(result.GetProperty("messages").GetInt64(), 25, 26);
        Assert.True(result.GetProperty("latenessMilliseconds").GetProperty("max").GetDouble() > 0);
    }

    private static async Task<ScriptedPeer> EnterAsync(ScriptedServer server)
    {
        var peer = await server.AcceptAsync(Cancel);
        await peer.ReadLineAsync();
        await peer.ReadLineAsync();
        var room = (await peer.ReadLineAsync()).Split(' ')[1].TrimEnd('\r');
        await peer.SendAsync($":server 001 nick :Welcome\r\n:server 366 nick {room} :End\r\n");
        return peer;
    }

    private static CommandRun Start(params string[] arguments) => new(BenchCommand.Create(), arguments);
}
