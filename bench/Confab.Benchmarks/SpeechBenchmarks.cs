using BenchmarkDotNet.Attributes;

namespace Confab.Benchmarks;

/// <summary>
/// One message of 100 bytes, from a speaker's bytes to the encoded tick in every member's hands: parsed, decided, numbered, encoded. Eight people speak,
/// and each tick has one message of each. Numbers are for one message.
/// </summary>
[MemoryDiagnoser]
public class SpeechBenchmarks
{
    private const int Rounds = 1_000;

    private Crowd? _crowd;

    [Params("text", "irc", "irc with tags", "relay", "json")]
    public string Door { get; set; } = string.Empty;

    [Params(100, 1_000)]
    public int Members { get; set; }

    [GlobalSetup]
    public void Setup() => _crowd = Door == "irc with tags"
        ? new Crowd("irc", Members, "message-tags server-time account-tag batch")
        : new Crowd(Door, Members);

    [GlobalCleanup]
    public void Cleanup() => _crowd?.Dispose();

    [Benchmark(OperationsPerInvoke = Rounds * Crowd.Speakers)]
    public long Said()
    {
        for (var round = 0; round < Rounds; round++)
        {
            _crowd!.Round();
        }

        return _crowd!.BytesDelivered;
    }
}
