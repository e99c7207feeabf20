namespace Confab.Transport.Limits;

/// <summary>
/// A token bucket that may go into debt: what was read has been read, and the debt is waited off before the next read. It starts full. Not safe from
/// several threads; it changes, so keep it in a field that is not read-only.
/// </summary>
internal struct TokenBucket
{
    // What was taken and has not come back yet; more than the bucket holds is debt.
    private double _missing;

    /// <summary>True when all that was taken has come back: forgetting it changes nothing.</summary>
    public readonly bool IsFull => _missing <= 0;

    /// <summary>Lets come back what has come back in that time.</summary>
    public void Refill(TimeSpan time, double perSecond) => _missing = Math.Max(0, _missing - (time.TotalSeconds * perSecond));

    /// <summary>Takes tokens, and tells how long to wait until the bucket is out of debt; zero where it is not in debt.</summary>
    /// <param name="tokens">How many.</param>
    /// <param name="perSecond">How many come back in a second; 0 where the bucket is off.</param>
    /// <param name="burst">How many it holds, at least 1.</param>
    public TimeSpan Take(double tokens, double perSecond, double burst)
    {
        if (perSecond <= 0)
        {
            return TimeSpan.Zero;
        }

        _missing += tokens;
        var debt = _missing - Math.Max(burst, 1);
        return debt > 0 ? TimeSpan.FromSeconds(debt / perSecond) : TimeSpan.Zero;
    }
}
