namespace Confab.Engine.Ticks;

/// <summary>
/// How long a tick rests under load, so that it takes more requests. Many requests that wait already when delivery is done are the sign of load; a few are
/// sent at once. Whether more come while it rests tells those who speak when they like from those who wait for an answer first: for the latter a
/// rest is time lost. The sequencer's own.
/// </summary>
/// <param name="factor">The longest rest, as a multiple of the time that delivery took.</param>
/// <param name="limit">The longest rest.</param>
/// <param name="queue">What waits.</param>
/// <param name="clock">Measures.</param>
internal sealed class TickRest(double factor, TimeSpan limit, RequestQueue queue, TimeProvider clock)
{
    private const double Step = 0.5;
    private const int FewestTicksBetweenTrials = 8;
    private const int MostTicksBetweenTrials = 256;

    // Where fewer wait, being early is worth more than the sends that a rest would save.
    private const int FewestWaiting = 8;

    // What comes while it rests, against what comes otherwise: about as much where people speak when they like.
    private const double Pays = 0.8;

    // A factor that nobody reaches by chance: those who answer late make the first steps look good.
    private const double Established = 2;

    // Shorter rests cost more than they save, and the system does not keep them.
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(1);

    private long _lastTick;
    private double _factor;
    private double _tried;
    private int _untilTrial = FewestTicksBetweenTrials;
    private int _betweenTrials = FewestTicksBetweenTrials;

    // While it rests: since when, until when, and how many waited then.
    private long _since;
    private long _until;
    private int _before;

    /// <summary>True when the next tick may begin; to be asked when a request waits, again and again until then.</summary>
    /// <param name="passTime">How long the last delivery took, in the clock's ticks.</param>
    /// <param name="left">Otherwise: how long it should still rest.</param>
    public bool IsOver(long passTime, out TimeSpan left)
    {
        left = TimeSpan.Zero;
        if (_until == 0 && !Begins(passTime))
        {
            _lastTick = clock.GetTimestamp();
            return true;
        }

        var now = clock.GetTimestamp();
        if (now < _until)
        {
            left = clock.GetElapsedTime(now, _until);
            return false;
        }

        Judge(now);
        (_until, _lastTick) = (0, now);
        return true;
    }

    private bool Begins(long passTime)
    {
        _before = queue.Count;
        if (_before < FewestWaiting)
        {
            _factor = Math.Max(0, _factor - Step);
            return false;
        }

        if (_factor == 0 && --_untilTrial > 0)
        {
            return false;
        }

        _tried = Math.Min(factor, Math.Max(_factor, Step));
        var rest = TimeSpan.FromSeconds(_tried * passTime / clock.TimestampFrequency);
        rest = rest < limit ? rest : limit;
        if (rest < _shortest)
        {
            return false;
        }

        _since = clock.GetTimestamp();
        _until = _since + (long)(rest.TotalSeconds * clock.TimestampFrequency);
        return true;
    }

    private void Judge(long now)
    {
        var after = queue.Count;
        var usual = (double)after / Math.Max(1, now - _lastTick);
        var resting = (double)(after - _before) / Math.Max(1, now - _since);
        if (resting < usual * Pays)
        {
            _factor = 0;
            _betweenTrials = Math.Min(MostTicksBetweenTrials, _betweenTrials * 2);
            _untilTrial = _betweenTrials;
        }
        else
        {
            _factor = Math.Min(factor, _tried + Step);
            _betweenTrials = _factor >= Established ? FewestTicksBetweenTrials : _betweenTrials;
        }
    }
}
