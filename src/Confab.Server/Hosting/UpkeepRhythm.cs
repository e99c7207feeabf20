using Confab.Storage;

namespace Confab.Server.Hosting;

/// <summary>Finds the pace of upkeep from how fast the log grows and how much waits.</summary>
internal sealed class UpkeepRhythm(UpkeepOptions options)
{
    // Shorter stretches would take a single tick for a flood.
    private static readonly TimeSpan _shortestStretch = TimeSpan.FromMilliseconds(100);

    private TimeSpan _since;
    private long _appended;
    private double _rate;

    /// <summary>The pace from now on.</summary>
    /// <param name="backlog">The log as it is.</param>
    /// <param name="now">The time by a clock that began anywhere.</param>
    public UpkeepPace PaceAt(LogBacklog backlog, TimeSpan now)
    {
        if (now - _since >= _shortestStretch)
        {
            _rate = (backlog.Appended - _appended) / (now - _since).TotalSeconds;
            (_since, _appended) = (now, backlog.Appended);
        }

        if (_rate == 0)
        {
            return UpkeepPace.All;
        }

        return _rate < options.BusyRate || backlog.Waiting > options.MostWaiting ? UpkeepPace.Share : UpkeepPace.None;
    }
}
