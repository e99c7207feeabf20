namespace Confab.Engine.Ticks;

/// <summary>
/// When the next tick begins. Not before what was committed is out, and what its readers answered is in: begun earlier, it would only wait, with fewer
/// requests in it, and a tick costs nearly the same for one request as for a hundred. Under load it rests on top of that, so that sends are fewer
/// and larger, where resting does bring requests. One sequencer asks; the shards of delivery tell, each from its own thread.
/// </summary>
/// <param name="factor">The longest rest, as a multiple of the time that delivery took.</param>
/// <param name="limit">The longest rest.</param>
/// <param name="queue">What waits.</param>
/// <param name="clock">Measures.</param>
internal sealed class TickPace(double factor, TimeSpan limit, RequestQueue queue, TimeProvider clock)
{
    private const double Step = 0.5;
    private const int FewestTicksBetweenTrials = 8;
    private const int MostTicksBetweenTrials = 128;

    // Shorter rests cost more than they save, and the system does not keep them.
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(1);

    private readonly object _sync = new();
    private int _inDelivery;
    private bool _isWaiting;
    private long _passTime;

    // The sequencer's own.
    private long _began;
    private double _factor;
    private int _untilTrial;
    private int _betweenTrials = FewestTicksBetweenTrials;

    /// <summary>Waits until what was committed is out.</summary>
    public void AwaitDelivery()
    {
        lock (_sync)
        {
            while (_inDelivery > 0)
            {
                _isWaiting = true;
                Monitor.Wait(_sync);
            }
        }
    }

    /// <summary>A tick begins, perhaps after a rest. To be called when a request waits.</summary>
    public void Begin()
    {
        Rest();
        _began = clock.GetTimestamp();
    }

    /// <summary>A tick was committed, and goes to so many shards.</summary>
    public void Committed(int shards)
    {
        lock (_sync)
        {
            _inDelivery += shards;
        }
    }

    /// <summary>A shard has delivered so many ticks, and read what there was to read.</summary>
    public void Delivered(int ticks)
    {
        lock (_sync)
        {
            _inDelivery -= ticks;
            if (_isWaiting && _inDelivery <= 0)
            {
                _isWaiting = false;
                Monitor.Pulse(_sync);
            }
        }
    }

    /// <summary>The time now, for a shard that measures how long its pass over its sessions takes.</summary>
    public long Now() => clock.GetTimestamp();

    /// <summary>A shard's pass over its sessions has ended that began then.</summary>
    public void Passed(long begun) => Volatile.Write(ref _passTime, clock.GetTimestamp() - begun);

    // Requests that wait already when delivery is done are the sign of load. Whether more come while it rests tells those who speak when they like from those
    // who wait for an answer first: for the latter a rest is time lost.
    private void Rest()
    {
        var before = queue.Count;
        if (before < 2)
        {
            _factor = Math.Max(0, _factor - Step);
            return;
        }

        if (_factor == 0 && --_untilTrial > 0)
        {
            return;
        }

        var wanted = Math.Min(factor, Math.Max(_factor, Step));
        var rest = TimeSpan.FromSeconds(wanted * Volatile.Read(ref _passTime) / clock.TimestampFrequency);
        rest = rest < limit ? rest : limit;
        if (rest < _shortest)
        {
            return;
        }

        var begun = clock.GetTimestamp();
        lock (_sync)
        {
            // Nobody pulses: nothing is in delivery.
            Monitor.Wait(_sync, rest);
        }

        var (now, after) = (clock.GetTimestamp(), queue.Count);
        var usual = (double)after / Math.Max(1, now - _began);
        var resting = (double)(after - before) / Math.Max(1, now - begun);
        if (resting < usual / 2)
        {
            _factor = 0;
            _betweenTrials = Math.Min(MostTicksBetweenTrials, _betweenTrials * 2);
            _untilTrial = _betweenTrials;
        }
        else
        {
            _factor = Math.Min(factor, wanted + Step);
            _betweenTrials = FewestTicksBetweenTrials;
        }
    }
}
