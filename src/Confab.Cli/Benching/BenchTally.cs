namespace Confab.Cli.Benching;

/// <summary>What one member heard, and whether it was what was said. Filled by one reader.</summary>
/// <param name="senders">How many senders there are.</param>
internal sealed class BenchTally(int senders)
{
    private readonly int[] _last = new int[senders];
    private long _received;

    /// <summary>May be read while the reader works.</summary>
    public long Received => Volatile.Read(ref _received);

    /// <summary>How often the numbers of a sender jumped ahead.</summary>
    public long Jumps { get; private set; }

    /// <summary>How often a number came again, or behind a larger one.</summary>
    public long Repeated { get; private set; }

    public LatencyHistogram Latency { get; } = new();

    public void Heard(in BenchMessage message, long nanoseconds)
    {
        ref var last = ref _last[message.Sender];
        if (message.Sequence <= last)
        {
            Repeated++;
        }
        else
        {
            Jumps += message.Sequence == last + 1 ? 0 : 1;
            last = message.Sequence;
        }

        Latency.Add(nanoseconds);
        Volatile.Write(ref _received, _received + 1);
    }
}
