using Confab.Server.Hosting;
using Confab.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Confab.Server.Tests.Hosting;

public sealed class LogKeeperTests
{
    private static readonly RetentionPolicy _oneDay = new(TimeSpan.FromDays(1), MaxEntriesPerRoom: null);

    [Fact]
    public async Task It_indexes_and_prunes_in_small_steps_until_nothing_is_left_to_do()
    {
        using var log = new KeptLog(steps: 3);
        using var keeper = LogKeeper.Start(log, _oneDay, TimeProvider.System, NullLogger.Instance);

        await log.Idle;

        Assert.True(log.Indexed >= 3);
        Assert.True(log.Pruned >= 3);
        Assert.InRange(log.LargestStep, 1, 1000);
    }

    [Fact]
    public async Task Without_retention_nothing_is_ever_removed()
    {
        using var log = new KeptLog(steps: 3);
        using var keeper = LogKeeper.Start(log, RetentionPolicy.KeepAll, TimeProvider.System, NullLogger.Instance);

        await log.Idle;

        Assert.Equal(0, log.Pruned);
    }

    [Fact]
    public async Task A_flood_of_messages_puts_it_off()
    {
        using var log = new KeptLog(steps: 3) { Flood = 1_000_000 };
        using var keeper = LogKeeper.Start(log, _oneDay, new HastyClock(), NullLogger.Instance);

        await log.LookedAt;

        Assert.Equal((0, 0), (log.Indexed, log.Pruned));
    }

    [Fact]
    public async Task Too_much_that_waits_is_worked_off_in_a_flood_too()
    {
        using var log = new KeptLog(steps: 3) { Flood = 1_000_000, Waiting = 1_000_000 };
        using var keeper = LogKeeper.Start(log, _oneDay, new HastyClock(), NullLogger.Instance, new UpkeepOptions { RestForWork = 0 });

        await log.Idle;

        Assert.True(log.Pruned >= 1);
    }

    [Fact]
    public async Task A_failure_does_not_end_it()
    {
        using var log = new KeptLog(steps: 1) { Failure = new LogUnavailableException("The disk is full.") };
        var keeper = LogKeeper.Start(log, _oneDay, TimeProvider.System, NullLogger.Instance);

        await log.Failed;
        keeper.Dispose();

        Assert.Equal(0, log.Pruned);
    }
}
