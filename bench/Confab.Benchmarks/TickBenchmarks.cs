using BenchmarkDotNet.Attributes;

namespace Confab.Benchmarks;

/// <summary>
/// The engine without a network: a message is decided, committed to the log in memory, encoded once and handed to 100 members. Numbers are for
/// one message, once alone in its tick and once among 100.
/// </summary>
[MemoryDiagnoser]
public class TickBenchmarks
{
    private const int Members = 100;
    private const int Messages = 10_000;
    private const int PerTick = 100;

    private Meeting? _meeting;

    [Params("text", "irc", "json", "relay")]
    public string Dialect { get; set; } = string.Empty;

    // The log in memory grows; every iteration begins with an empty one.
    [IterationSetup]
    public void Setup() => _meeting = new Meeting(Dialect, Members);

    [IterationCleanup]
    public void Cleanup() => _meeting?.Dispose();

    [Benchmark(OperationsPerInvoke = Messages)]
    public long Alone()
    {
        for (var message = 0; message < Messages; message++)
        {
            _meeting!.Say();
            _meeting.Run();
        }

        return _meeting!.BytesDelivered;
    }

    [Benchmark(OperationsPerInvoke = Messages)]
    public long Among_a_hundred()
    {
        for (var tick = 0; tick < Messages / PerTick; tick++)
        {
            for (var message = 0; message < PerTick; message++)
            {
                _meeting!.Say();
            }

            _meeting!.Run();
        }

        return _meeting!.BytesDelivered;
    }
}
