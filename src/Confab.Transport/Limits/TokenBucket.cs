namespace Confab.Transport.Limits;

/// <summary>A token bucket that may go into debt: what was read has been read, and the debt is waited off before the next read.</summary>
internal sealed class TokenBucket
{
    private readonly double _perSecond;
    private readonly double _burst;
    private readonly TimeProvider _clock;
    private readonly Lock _sync = new();
    private double _tokens;
    private long _last;

    public TokenBucket(double perSecond, double burst, TimeProvider clock)
    {
        _perSecond = perSecond;
        _burst = Math.Max(burst, 1);
        _clock = clock;
        _tokens = _burst;
        _last = clock.GetTimestamp();
    }

    /// <summary>Takes tokens, and tells how long to wait until the bucket is out of debt; zero where it is not in debt.</summary>
    public TimeSpan Take(double tokens)
    {
        if (_perSecond <= 0)
        {
            return TimeSpan.Zero;
        }

        lock (_sync)
        {
            Refill();
            _tokens -= tokens;
            return _tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_tokens / _perSecond);
        }
    }

    /// <summary>True when it has been left alone long enough to be full: forgetting it changes nothing.</summary>
    public bool IsFull()
    {
        lock (_sync)
        {
            Refill();
            return _tokens >= _burst;
        }
    }

    private void Refill()
    {
        var now = _clock.GetTimestamp();
        _tokens = Math.Min(_burst, _tokens + (_clock.GetElapsedTime(_last, now).TotalSeconds * _perSecond));
        _last = now;
    }
}
