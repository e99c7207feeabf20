using System.Net.Sockets;
using Confab.Protocols.Json;

namespace Confab.Cli.Tests.Processes;

/// <summary>The real process with SQLite, killed again and again while somebody talks.</summary>
public sealed class KillTests
{
    private const int Kills = 6;
    private const string Token = "00112233445566778899aabbccddeeff";

    [Theory]
    [InlineData("power-loss")]
    [InlineData("process-crash")]
    public async Task What_was_acknowledged_survives_every_kill_once_and_in_its_place(string durability)
    {
        using var data = new TemporaryData();
        var random = new Random(20261121);
        var acknowledged = new Dictionary<long, JsonEvent>();
        var key = 0L;
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var server = ConfabProcess.Serve(data.Path, "--set", $"durability={durability}");
            await using var talker = await JsonTalker.ConnectAsync(await server.DoorAsync("text"), "talker", Token);
            await ResendAsync(talker, acknowledged, key);
            key = await TalkUntilKilledAsync(server, talker, acknowledged, key, random);
        }

        await using var last = ConfabProcess.Serve(data.Path);
        await using var reader = await JsonTalker.ConnectAsync(await last.DoorAsync("text"), "talker", Token);
        await ResendAsync(reader, acknowledged, key);
        var history = await reader.HistoryAsync();

        Assert.Equal(Enumerable.Range(1, history.Count).Select(number => (long?)number), history.Select(entry => entry.Number));
        Assert.Equal(history.Count, history.Select(entry => entry.Text).Distinct().Count());
        Assert.Equal(key, history.Count);
        foreach (var (said, sent) in acknowledged)
        {
            var entry = Assert.Single(history, entry => entry.Text == $"message {said}");
            Assert.Equal((sent.Number, sent.Id, sent.Time), (entry.Number, entry.Id, entry.Time));
        }
    }

    // Says on and on, many at a time, and kills the server after a while: some messages are then acknowledged, some are not.
    private static async Task<long> TalkUntilKilledAsync(
        ConfabProcess server, JsonTalker talker, Dictionary<long, JsonEvent> acknowledged, long key, Random random)
    {
        var until = acknowledged.Count + random.Next(1, 300);
        Task? killing = null;
        try
        {
            while (true)
            {
                for (var i = 0; i < 20; i++)
                {
                    key++;
                    await talker.SendAsync(Say(key));
                }

                for (var i = 0; i < 10; i++)
                {
                    await AcknowledgeAsync(talker, acknowledged);
                }

                if (acknowledged.Count >= until)
                {
                    killing ??= server.KillAsync();
                }
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException)
        {
            await (killing ?? throw new InvalidOperationException($"The server went by itself. It said: {server.Output}", gone));
            return key;
        }
    }

    // A client that does not know what became of its messages sends them again, with their keys.
    private static async Task ResendAsync(JsonTalker talker, Dictionary<long, JsonEvent> acknowledged, long lastKey)
    {
        for (var key = 1L; key <= lastKey; key++)
        {
            if (!acknowledged.ContainsKey(key))
            {
                await talker.SendAsync(Say(key));
                await AcknowledgeAsync(talker, acknowledged);
            }
        }
    }

    private static async Task AcknowledgeAsync(JsonTalker talker, Dictionary<long, JsonEvent> acknowledged)
    {
        var sent = await talker.UntilAsync(JsonTypes.Sent);
        acknowledged.Add(sent.Key!.Value, sent);
    }

    private static string Say(long key) => $$"""{"type":"say","room":"#lobby","text":"message {{key}}","key":{{key}}}""";
}
