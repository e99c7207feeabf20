namespace Confab.Cli.Benching.Measures;

/// <summary>What the server's process used for a measurement.</summary>
internal sealed record ServerCosts
{
    public required int Pid { get; init; }

    /// <summary>Processor time in its own code within the measured time, in seconds.</summary>
    public required double UserSeconds { get; init; }

    /// <summary>Processor time in the system's code, in seconds.</summary>
    public required double SystemSeconds { get; init; }

    public required (long Resident, long Private) Before { get; init; }

    public required (long Resident, long Private) AfterSignOn { get; init; }

    public required (long Resident, long Private) AtEnd { get; init; }

    public double CpuSeconds => UserSeconds + SystemSeconds;
}
