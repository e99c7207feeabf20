using Confab.Cli.Benching.Measures;

namespace Confab.Cli.Benching.Running;

/// <summary>At fixed moments, whatever the server does. The senders take turns.</summary>
internal sealed class RatePace : IPace
{
    private const double NanosecondsPerMillisecond = 1e6;

    private readonly BenchCrowd _crowd;
    private readonly double _start;
    private readonly double _interval;
    private long _next;

    /// <param name="crowd">Who speaks.</param>
    /// <param name="start">When the first message is due, in nanoseconds since the run began.</param>
    public RatePace(BenchCrowd crowd, long start)
    {
        (_crowd, _start) = (crowd, start);
        _interval = 1e9 / crowd.Plan.Rate;
    }

    public LatencyHistogram Lateness { get; } = new();

    public void Speak(long now)
    {
        for (; Due(_next) <= now; _next++)
        {
            _crowd.Senders[(int)(_next % _crowd.Senders.Count)].Awake();
        }

        foreach (var sender in _crowd.Eager)
        {
            sender.Asleep();
            CatchUp(sender, now);
        }

        _crowd.Eager.Clear();
    }

    public void Finish(long until) => Speak(until);

    // The last part of a millisecond is not slept through, because the system counts in whole ones.
    public int Patience(long now, int most) => (int)Math.Clamp((Due(_next) - now) / NanosecondsPerMillisecond, 0, most);

    private double Due(long message) => _start + (message * _interval);

    // Who could not send for a while has several that are due.
    private void CatchUp(BenchSender sender, long now)
    {
        var senders = _crowd.Senders.Count;
        var first = Due(((long)sender.Sent * senders) + sender.Index);
        if (first > now)
        {
            return;
        }

        var apart = _interval * senders;
        var said = sender.Speak((int)((now - first) / apart) + 1, first, apart);
        for (var i = 0; i < said; i++)
        {
            Lateness.Add((long)(now - first - (i * apart)));
        }
    }
}
