namespace Confab.Cli.Benching;

/// <summary>What a measurement found.</summary>
internal sealed record BenchResult(BenchPlan Plan)
{
    /// <summary>How long the senders spoke.</summary>
    public required TimeSpan Spoken { get; init; }

    /// <summary>Messages that were sent.</summary>
    public required long Messages { get; init; }

    /// <summary>Messages that had reached a member while the senders spoke.</summary>
    public required long DeliveredInTime { get; init; }

    /// <summary>Messages that reached a member at all.</summary>
    public required long Delivered { get; init; }

    /// <summary>Deliveries that never came.</summary>
    public required long Lost { get; init; }

    /// <summary>How often the numbers of a sender jumped ahead at a member.</summary>
    public required long Jumps { get; init; }

    /// <summary>How often a number came again, or behind a larger one.</summary>
    public required long Repeated { get; init; }

    /// <summary>Why members lost their connections.</summary>
    public required IReadOnlyList<string> Broken { get; init; }

    /// <summary>From the moment a message was due until a member had it.</summary>
    public required LatencyHistogram Latency { get; init; }

    /// <summary>How late messages were sent, where they were due at fixed moments.</summary>
    public required LatencyHistogram Lateness { get; init; }

    public double DeliveriesPerSecond => DeliveredInTime / Spoken.TotalSeconds;

    public double MessagesPerSecond => Messages / Spoken.TotalSeconds;

    /// <summary>Nothing lost, nothing twice, all in order, nobody sent away.</summary>
    public bool IsRight => Lost == 0 && Jumps == 0 && Repeated == 0 && Broken.Count == 0;
}
