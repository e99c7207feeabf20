namespace Confab.Simulation.Tests.World;

/// <summary>What a run is like: the bounds of its server and how often things go wrong, all drawn from its seed.</summary>
internal sealed class Weather
{
    /// <summary>More clients than there are, so that all of their backlogs fit.</summary>
    private const int MostClients = 16;

    public Weather(Random random)
    {
        Steps = random.Next(300, 700);
        RequestsPerTick = random.Next(4) == 0 ? random.Next(1, 6) : 1024;
        RecentEntries = random.Next(3) == 0 ? random.Next(1, 8) : 50;
        LookupEntries = random.Next(3) == 0 ? random.Next(4, 16) : 500;
        HistoryLines = random.Next(3) == 0 ? random.Next(1, 5) : 20;
        BacklogBytes = random.Next(9, 24) * 1024;
        HasTightBudget = random.Next(5) == 0;
        BudgetBytes = BacklogBytes * (HasTightBudget ? 2 : MostClients);
        Danger = random.Next(0, 5);
        SlowPercent = random.Next(0, 40);
        LagPercent = random.Next(0, 60);
        DeliveryShards = random.Next(1, 4);
    }

    public int Steps { get; }

    public int RequestsPerTick { get; }

    public int RecentEntries { get; }

    public int LookupEntries { get; }

    public int HistoryLines { get; }

    public int BacklogBytes { get; }

    /// <summary>What may wait for all clients together.</summary>
    public int BudgetBytes { get; }

    /// <summary>
    /// A few that do not read can use up the budget. A client without framing, for whom something waits in the pauses between its messages, may
    /// then be closed though it reads; nobody else may.
    /// </summary>
    public bool HasTightBudget { get; }

    /// <summary>How often the server crashes or restarts: from never (0) to every time when there is an occasion (4).</summary>
    public int Danger { get; }

    /// <summary>The chance of each connection to read slowly or never.</summary>
    public int SlowPercent { get; }

    /// <summary>The chance of each tick to be committed and delivered only later, in each shard of delivery for itself.</summary>
    public int LagPercent { get; }

    /// <summary>How many deliver, each to its own sessions.</summary>
    public int DeliveryShards { get; }
}
