namespace Confab.Transport.Limits;

/// <summary>
/// Flood control of one session or one address: tells how long to wait before the next read. Not safe from several threads; that of an address is
/// shared under its entry's lock.
/// </summary>
internal sealed class FloodGate(FloodLimits limits, TimeProvider clock)
{
    private TokenBucket _messages;
    private TokenBucket _bytes;
    private long _last = clock.GetTimestamp();

    public TimeSpan Count(long messages, int bytes)
    {
        Refill();
        var forMessages = _messages.Take(messages, limits.MessagesPerSecond, limits.MessageBurst);
        var forBytes = _bytes.Take(bytes, limits.BytesPerSecond, limits.ByteBurst);
        return forMessages > forBytes ? forMessages : forBytes;
    }

    public bool IsIdle()
    {
        Refill();
        return _messages.IsFull && _bytes.IsFull;
    }

    private void Refill()
    {
        var now = clock.GetTimestamp();
        var time = clock.GetElapsedTime(_last, now);
        _messages.Refill(time, limits.MessagesPerSecond);
        _bytes.Refill(time, limits.BytesPerSecond);
        _last = now;
    }
}
