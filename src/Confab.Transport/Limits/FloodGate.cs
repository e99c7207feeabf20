namespace Confab.Transport.Limits;

/// <summary>Flood control of one session or one address: tells how long to wait before the next read.</summary>
internal sealed class FloodGate(FloodLimits limits, TimeProvider clock)
{
    private readonly TokenBucket _messages = new(limits.MessagesPerSecond, limits.MessageBurst, clock);
    private readonly TokenBucket _bytes = new(limits.BytesPerSecond, limits.ByteBurst, clock);

    public TimeSpan Count(long messages, int bytes)
    {
        var forMessages = _messages.Take(messages);
        var forBytes = _bytes.Take(bytes);
        return forMessages > forBytes ? forMessages : forBytes;
    }

    public bool IsIdle() => _messages.IsFull() && _bytes.IsFull();
}
