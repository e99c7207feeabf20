using System.Globalization;
using System.Text.Json;
using Confab.Cli.Chatting;
using Confab.Cli.Commands;
using Confab.Cli.Tests.Piping;
using Confab.Cli.Tests.Processes;
using Confab.Testing.Sockets;

namespace Confab.Cli.Tests.Benching;

public sealed class BenchDoorTests
{
    private static readonly string[] _short =
        ["--members", "6", "--senders", "3", "--window", "4", "--seconds", "0.2", "--warm-up", "0.1", "--json"];

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("irc")]
    [InlineData("operator")]
    [InlineData("relay")]
    [InlineData("console")]
    [InlineData("nul")]
    [InlineData("alias")]
    public async Task A_server_that_delivers_everything_in_order_passes(string door)
    {
        await using var server = SocketServer.Start();

        var result = await MeasureAsync(server.EndPoint(door).ToString(), "--door", door);

        Assert.Equal(6, result.GetProperty("signOn").GetProperty("count").GetInt32());
        Assert.True(result.GetProperty("deliveries").GetInt64() > 0);
        Assert.True(result.GetProperty("latencyMilliseconds").GetProperty("p50").GetDouble() > 0);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("irc")]
    public async Task Rooms_do_not_hear_each_other_and_nobody_waits_for_those_who_do_not_read(string door)
    {
        await using var server = SocketServer.Start();

        var result = await MeasureAsync(server.EndPoint(door).ToString(), "--door", door, "--rooms", "3", "--idle", "3", "--slow", "2");

        Assert.Equal(11, result.GetProperty("signOn").GetProperty("count").GetInt32());

        // Two members share a room, so that each message has one hearer; what the others hear is not counted.
        Assert.InRange(result.GetProperty("deliveries").GetInt64(), 1, result.GetProperty("messages").GetInt64());
    }

    [Fact]
    public async Task Lines_without_a_sign_on_come_back_to_their_sender_too()
    {
        using var server = new LinesServer();

        var result = await MeasureAsync(server.Address, "--door", "lines");

        var messages = result.GetProperty("messages").GetInt64();
        Assert.InRange(result.GetProperty("deliveries").GetInt64(), messages * 5, messages * 6);
    }

    [Fact]
    public async Task Encrypted_and_framed_doors_pass_and_the_process_tells_what_it_cost()
    {
        using var data = new TemporaryData();
        using var certificate = new CertificateFile();
        await using var server = ConfabProcess.Serve(
            data.Path,
            "--listen", "irc+tls=127.0.0.1:0",
            "--listen", "web=127.0.0.1:0",
            "--listen", "web+tls=127.0.0.1:0",
            "--set", $"tls.certificate={certificate.Path}");

        var door = (await server.DoorAsync("irc+tls")).ToString();
        await MeasureAsync(door, "--door", "irc", "--tls");
        var both = (await server.DoorAsync("web+tls")).ToString();
        await MeasureAsync(both, "--door", "irc", "--tls", "--websocket", "--size", "300");

        // Longer than the shortest kind of frame.
        var page = (await server.DoorAsync("web")).ToString();
        var result = await MeasureAsync(page, "--door", "irc", "--websocket", "--size", "300", "--pid", OwnProcess);

        if (OperatingSystem.IsLinux())
        {
            var costs = result.GetProperty("server");
            Assert.Equal(Environment.ProcessId, costs.GetProperty("pid").GetInt32());
            Assert.True(costs.GetProperty("residentBytesAtEnd").GetInt64() > 1_000_000);
        }
    }

    // This process is surely there.
    private static string OwnProcess => OperatingSystem.IsLinux() ? Environment.ProcessId.ToString(CultureInfo.InvariantCulture) : "0";

    private static async Task<JsonElement> MeasureAsync(string address, params string[] more)
    {
        var run = new CommandRun(BenchCommand.Create(), [address, .. _short, .. more]);
        var code = await run.Code;
        Assert.True(code == ExitCode.Done, $"{run.Output}{run.Error}");
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
