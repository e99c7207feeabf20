using System.Text.Json;
using Confab.Cli.Chatting;
using Confab.Cli.Commands;
using Confab.Cli.Tests.Piping;

namespace Confab.Cli.Tests.Benching;

public sealed class BenchCommandTests
{
    private static readonly string[] _short = ["--members", "4", "--senders", "2", "--seconds", "0.1", "--warm-up", "0"];

    [Fact]
    public async Task The_object_for_programs_has_these_properties()
    {
        using var server = new LinesServer();
        var run = Start([server.Address, "--door", "lines", .. _short, "--json"]);

        Assert.Equal(ExitCode.Done, await run.Code);
        var result = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(
            "plan messages deliveries seconds deliveriesPerSecond messagesPerSecond latencyMilliseconds latenessMilliseconds "
            + "lost repeated outOfOrder misdirected brokenCount broken signOn server",
            Names(result));
        Assert.Equal(
            "address door tls websocket members rooms senders window rate size seconds warmUp drain idle slow signOnsAtOnce pid",
            Names(result.GetProperty("plan")));
        Assert.Equal("p50 p90 p99 p999 max", Names(result.GetProperty("latencyMilliseconds")));
        Assert.Equal("count seconds perSecond", Names(result.GetProperty("signOn")));
        Assert.Equal(JsonValueKind.Null, result.GetProperty("server").ValueKind);
        Assert.Equal(0.1, result.GetProperty("seconds").GetDouble());
    }

    [Fact]
    public async Task The_card_for_people_says_what_was_measured_and_checked()
    {
        using var server = new LinesServer();
        var run = Start([server.Address, "--dialect", "lines", .. _short, "--rate", "100"]);

        Assert.Equal(ExitCode.Done, await run.Code);
        Assert.StartsWith($"{server.Address} (lines): 4 members, 2 of them sending, 100 bytes, 100 messages/s, 0.1 s\n", run.Output, StringComparison.Ordinal);
        foreach (var row in new[] { "  deliveries ", "  messages ", "  latency     p50 ", "  sent late   p50 ", "  sign-on ", "  checked     nothing lost" })
        {
            Assert.Contains(row, run.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("is not this machine", "chat.example:4000")]
    [InlineData("--senders is 5, but there are only 2 members", "127.0.0.1:4000", "--members", "2", "--senders", "5")]
    [InlineData("--members is 100001; it must be from 0 to 100000", "127.0.0.1:4000", "--members", "100001")]
    [InlineData("nobody to connect", "127.0.0.1:4000", "--members", "0", "--senders", "0")]
    [InlineData("in room 2 of 2 a sender would be alone", "127.0.0.1:4000", "--members", "3", "--senders", "2", "--rooms", "2")]
    [InlineData("the door relay leads to one room only", "127.0.0.1:4000", "--door", "relay", "--rooms", "2")]
    [InlineData("at most 400 bytes; lower --size", "127.0.0.1:6667", "--door", "irc", "--size", "401")]
    [InlineData("--websocket carries lines, and nul has none", "127.0.0.1:4040", "--door", "nul", "--websocket")]
    [InlineData("--seconds is soon; it must be a number of seconds from 0.01 to 3600", "127.0.0.1:4000", "--seconds", "soon")]
    [InlineData("no such process", "127.0.0.1:4000", "--pid", "2147483647")]
    [InlineData("abc", "127.0.0.1:4000", "--members", "abc")]
    public async Task A_plan_that_cannot_be_is_explained(string expected, params string[] arguments)
    {
        Assert.SkipWhen(arguments.Contains("--pid") && !OperatingSystem.IsLinux(), "Only Linux tells what a process has used.");
        var run = Start(arguments);

        Assert.NotEqual(ExitCode.Done, await run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    private static string Names(JsonElement element) => string.Join(' ', element.EnumerateObject().Select(property => property.Name));

    private static CommandRun Start(params string[] arguments) => new(BenchCommand.Create(), arguments);
}
