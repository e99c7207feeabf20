using System.Text;
using System.Text.RegularExpressions;
using Confab.Testing;
using Confab.Testing.Sockets;

namespace Confab.Server.Tests.Transport;

/// <summary>
/// The same over every way of carrying plain connections: portable sockets (0 loops), one event loop that does everything, and several beside a
/// sequencer of its own.
/// </summary>
public sealed partial class EventLoopTests
{
    private const int Patience = 60_000;

    public static TheoryData<int> Loops => [0, 1, 3];

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Loops))]
    public async Task All_hear_everything_once_and_in_the_same_order(int loops)
    {
        const int Members = 6;
        const int Lines = 200;
        await using var server = SocketServer.Start(new TestServerOptions { EventLoops = loops });
        var members = new List<SocketClient>();
        for (var i = 0; i < Members; i++)
        {
            members.Add(await EnterAsync(server, $"member{(char)('a' + i)}"));
        }

        await using var listener = await EnterAsync(server, "listener");
        var speaking = members.Select(async (member, index) =>
        {
            for (var line = 0; line < Lines; line++)
            {
                await member.SendAsync($"line {index}-{line}\n");
            }
        });
        await Task.WhenAll(speaking);
        var heard = Said(await ReadAllAsync(listener, Members * Lines));

        Assert.Equal(Members * Lines, heard.Count);
        for (var index = 0; index < Members; index++)
        {
            Assert.Equal(Enumerable.Range(0, Lines).Select(line => $"{index}-{line}"), heard.Where(one => one.StartsWith($"{index}-", StringComparison.Ordinal)));
            var others = Said(await ReadAllAsync(members[index], (Members - 1) * Lines));
            Assert.Equal(heard.Where(one => !one.StartsWith($"{index}-", StringComparison.Ordinal)), others);
            await members[index].DisposeAsync();
        }
    }

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Loops))]
    public async Task Who_does_not_read_is_given_up_and_the_others_hear_on(int loops)
    {
        var options = new TestServerOptions { EventLoops = loops };
        options.Connections.BacklogBytes = 200_000;
        await using var server = SocketServer.Start(options);
        await using var slow = await EnterAsync(server, "slow");
        await using var speaker = await EnterAsync(server, "speaker");
        var filler = string.Concat(Enumerable.Repeat($"{new string('x', 2000)}\n", 50));

        while (!server.Events.Lines.Any(line => line.StartsWith("too slow text", StringComparison.Ordinal)))
        {
            await SyncAsync(speaker, filler);
        }

        await speaker.ReadUntilAsync("* slow left");
        await SyncAsync(speaker, "still here\n");
    }

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Loops))]
    public async Task Who_reads_late_gets_all_of_it_in_order(int loops)
    {
        // More than the buffers of the system hold.
        const int Lines = 4000;
        var options = new TestServerOptions { EventLoops = loops };
        options.Connections.BacklogBytes = 64 * 1024 * 1024;
        await using var server = SocketServer.Start(options);
        await using var late = await EnterAsync(server, "late");
        await using var speaker = await EnterAsync(server, "speaker");
        await late.ReadUntilAsync("* speaker joined\n");
        var expected = new StringBuilder();
        foreach (var lines in Enumerable.Range(0, Lines).Select(line => $"{line} {new string('x', 2000)}\n").Chunk(100))
        {
            expected.Append("<speaker> ").AppendJoin("<speaker> ", lines);
            await speaker.SendAsync(string.Concat(lines));
        }

        await SyncAsync(speaker, "");

        Assert.Equal(expected.ToString(), Encoding.UTF8.GetString(await late.ReadExactlyAsync(expected.Length)));
    }

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Loops))]
    public async Task Everybody_is_told_goodbye_and_the_server_stops(int loops)
    {
        await using var server = SocketServer.Start(new TestServerOptions { EventLoops = loops });
        await using var here = await EnterAsync(server, "here");
        await using var unnamed = await server.ConnectAsync("text");
        await unnamed.ReadUntilAsync("press Enter.");

        await server.StopAsync();

        Assert.EndsWith("* The server is shutting down. Goodbye!\n", (await here.ReadToEndAsync()).Text, StringComparison.Ordinal);
        Assert.EndsWith("Goodbye!\n", (await unnamed.ReadToEndAsync()).Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Loops))]
    public async Task Connections_that_break_are_counted_out_and_a_half_closed_one_is_served_to_its_end(int loops)
    {
        await using var server = SocketServer.Start(new TestServerOptions { EventLoops = loops });
        await using var witness = await EnterAsync(server, "witness");
        var broken = await EnterAsync(server, "broken");
        await witness.ReadUntilAsync("* broken joined\n");
        broken.Reset();
        await witness.ReadUntilAsync("* broken left");
        await using var script = await EnterAsync(server, "script");
        await script.SendAsync("last words\n/sync");
        script.HalfClose();

        Assert.Contains("There is no command /sync", (await script.ReadToEndAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("<script> last words\n", await witness.ReadUntilAsync("* script left"), StringComparison.Ordinal);

        // A session leaves the room before its connection is counted out.
        Assert.True(SpinWait.SpinUntil(() => server.Host.Count == 1, Patience));
    }

    // Says something and waits until the server has got to it.
    private static async Task SyncAsync(SocketClient client, string said)
    {
        await client.SendAsync($"{said}/sync\n");
        await client.ReadUntilAsync("There is no command /sync");
    }

    private static async Task<SocketClient> EnterAsync(SocketServer server, string nickname)
    {
        var client = await server.ConnectAsync("text");
        await client.SendAsync($"{nickname}\n");
        await client.ReadUntilAsync("/help lists the commands.\n");
        return client;
    }

    private static async Task<string> ReadAllAsync(SocketClient client, int lines)
    {
        var text = "";
        while (Said(text).Count < lines)
        {
            text += await client.ReadUntilAsync("\n");
        }

        return text;
    }

    private static List<string> Said(string text) => [.. SaidLine().Matches(text).Select(match => match.Groups["said"].Value)];

    [GeneratedRegex("^<[^>]+> line (?<said>[^\n]+)\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SaidLine();
}
