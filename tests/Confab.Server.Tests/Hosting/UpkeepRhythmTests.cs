using Confab.Server.Hosting;
using Confab.Storage;

namespace Confab.Server.Tests.Hosting;

public sealed class UpkeepRhythmTests
{
    private static readonly UpkeepOptions _options = new() { BusyRate = 100, MostWaiting = 1_000 };

    private readonly UpkeepRhythm _rhythm = new(_options);

    [Fact]
    public void Where_nobody_says_anything_upkeep_takes_all_its_time() =>
        Assert.Equal([UpkeepPace.All, UpkeepPace.All], [At(1, appended: 0, waiting: 5_000), At(2, appended: 0, waiting: 0)]);

    [Fact]
    public void While_some_messages_come_it_takes_a_share()
    {
        Assert.Equal(UpkeepPace.Share, At(1, appended: 99, waiting: 99));
        Assert.Equal(UpkeepPace.Share, At(2, appended: 100, waiting: 1));
        Assert.Equal(UpkeepPace.All, At(3, appended: 100, waiting: 1));
    }

    [Fact]
    public void A_flood_puts_it_off_until_too_much_waits_or_the_flood_ends()
    {
        Assert.Equal(UpkeepPace.None, At(1, appended: 600, waiting: 600));
        Assert.Equal(UpkeepPace.Share, At(2, appended: 1_200, waiting: 1_200));
        Assert.Equal(UpkeepPace.None, At(3, appended: 1_800, waiting: 1_000));
        Assert.Equal(UpkeepPace.All, At(4, appended: 1_800, waiting: 1_000));
    }

    [Fact]
    public void Between_two_looks_the_last_rate_holds()
    {
        Assert.Equal(UpkeepPace.None, At(1, appended: 600, waiting: 600));
        Assert.Equal(UpkeepPace.None, At(1.05, appended: 600, waiting: 600));
        Assert.Equal(UpkeepPace.Share, At(1.05, appended: 600, waiting: 1_001));
        Assert.Equal(UpkeepPace.All, At(1.1, appended: 600, waiting: 600));
    }

    private UpkeepPace At(double seconds, long appended, long waiting) =>
        _rhythm.PaceAt(new LogBacklog(appended, waiting), TimeSpan.FromSeconds(seconds));
}
