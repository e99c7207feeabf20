namespace Confab.Engine.Ticks;

/// <summary>
/// When the next tick begins. Not before what was committed is nearly out: a tick that is committed while the one before it is being
/// delivered waits for that anyway, and one that begins later takes more requests at the same cost. Under load it rests on top of that, so that
/// sends are fewer and larger, where resting does bring requests. One sequencer asks; the shards of delivery tell, each from its own thread.
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
    private long _commitTime;

    // The sequencer's own.
    private long _began;
    private double _factor;
    private int _untilTrial;
    private int _betweenTrials = FewestTicksBetweenTrials;

    /// <summary>How long a commit takes, about, in the clock's ticks: how early delivery may say that it is nearly done.</summary>
    public long CommitTime => Volatile.Read(ref _commitTime);

    /// <summary>What it measures with.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Waits until the next tick should begin. To be called when a request waits.</summary>
    public void AwaitTurn()
    {
        lock (_sync)
        {
            while (_inDelivery > 0)
            {
                _isWaiting = true;
                Monitor.Wait(_sync);
            }
        }

        Rest();
        _began = clock.GetTimestamp();
    }

    /// <summary>A tick was committed, and goes to so many shards.</summary>
    public void Committed(int shards)
    {
        // A steady average: one slow commit must not make the next tick early.
        var took = clock.GetTimestamp() - _began;
        Volatile.Write(ref _commitTime, ((_commitTime * 7) + took) / 8);
        lock (_sync)
        {
            _inDelivery += shards;
        }
    }

    /// <summary>A shard has nearly delivered so many ticks.</summary>
    public void NearlyDelivered(int ticks)
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

    /// <summary>A shard's pass over its sessions took so long, in the clock's ticks.</summary>
    public void Passed(long took) => Volatile.Write(ref _passTime, took);

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
