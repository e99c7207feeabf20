using Confab.Testing;
using Confab.Transport.Limits;

namespace Confab.Simulation.Tests.World;

/// <summary>The bounds that are the same in every run.</summary>
internal static class Limits
{
    // Small beside the backlogs of the simulation, as the default is beside the default.
    private const int PacedBurst = 3;

    private static readonly ConnectionLimits _defaults = new();

    public static TimeSpan SignOn => _defaults.SignOnTimeout;

    public static TimeSpan PartialMessage => _defaults.PartialMessageTimeout;

    /// <summary>The options of a server in that weather.</summary>
    public static TestServerOptions Options(Weather weather)
    {
        var options = new TestServerOptions
        {
            Dialect = dialect => dialect with { HistoryLines = weather.HistoryLines, TurnQueueBytes = 1024 * 1024 },
        };
        options.Engine.RequestsPerTick = weather.RequestsPerTick;
        options.Engine.DeliveryShards = weather.DeliveryShards;
        options.Engine.RecentEntries = weather.RecentEntries;
        options.Engine.LookupEntries = weather.LookupEntries;
        options.Connections.PacedBurst = PacedBurst;
        options.Connections.BacklogBytes = weather.BacklogBytes;
        options.Connections.BacklogBudgetBytes = weather.BudgetBytes;
        return options;
    }
}
