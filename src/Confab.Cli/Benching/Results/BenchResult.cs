using Confab.Cli.Benching.Measures;
using Confab.Cli.Benching.Plan;

namespace Confab.Cli.Benching.Results;

/// <summary>What a measurement found.</summary>
internal sealed record BenchResult(BenchPlan Plan)
{
    /// <summary>How long was measured.</summary>
    public required double Seconds { get; init; }

    /// <summary>Messages that were sent within the measured time.</summary>
    public required long Messages { get; init; }

    /// <summary>Deliveries of these within the measured time.</summary>
    public required long Deliveries { get; init; }

    /// <summary>Deliveries within the measured time, whenever they were sent.</summary>
    public required long Carried { get; init; }

    /// <summary>Deliveries that never came, of all messages of the run.</summary>
    public required long Lost { get; init; }

    /// <summary>How often a message came to a member that had it.</summary>
    public required long Repeated { get; init; }

    /// <summary>How often a message came behind a later one of its sender.</summary>
    public required long OutOfOrder { get; init; }

    /// <summary>How often a message came to a member of another room, or back to its sender where it should not.</summary>
    public required long Misdirected { get; init; }

    /// <summary>Why connections were lost.</summary>
    public required IReadOnlyList<string> Broken { get; init; }

    /// <summary>From the moment a message was due until a member had it.</summary>
    public required LatencyHistogram Latency { get; init; }

    /// <summary>How late messages were sent, where they were due at fixed moments.</summary>
    public required LatencyHistogram Lateness { get; init; }

    /// <summary>How many connections came in, and how many seconds that took.</summary>
    public required (int Count, double Seconds) SignOn { get; init; }

    /// <summary>What the server used; null where its process was not named.</summary>
    public required ServerCosts? Server { get; init; }

    public double DeliveriesPerSecond => Per(Deliveries, Seconds);

    public double MessagesPerSecond => Per(Messages, Seconds);

    public double SignOnsPerSecond => Per(SignOn.Count, SignOn.Seconds);

    public double DeliveriesPerCpuSecond => Per(Carried, Server?.CpuSeconds ?? 0);

    /// <summary>Processor time in the server's own code for a million deliveries, in seconds.</summary>
    public double UserSecondsPerMillionDeliveries => Per(Server?.UserSeconds ?? 0, Carried / 1e6);

    /// <summary>What a connection costs the server in memory once the rush of arrivals is over: the smaller of right behind it and at the end.</summary>
    public double BytesPerConnection =>
        Server is null ? 0 : Per(Math.Min(Server.AfterSignOn.Resident, Server.AtEnd.Resident) - Server.Before.Resident, SignOn.Count);

    /// <summary>Nothing lost, nothing twice, all in order, nobody sent away.</summary>
    public bool IsRight => Lost == 0 && Repeated == 0 && OutOfOrder == 0 && Misdirected == 0 && Broken.Count == 0;

    private static double Per(double amount, double share) => share > 0 ? amount / share : 0;
}
