namespace Confab.Engine.Delivery;

/// <summary>A run of messages in a tick's buffer. Valid only while the tick is being delivered.</summary>
public readonly record struct Segment(TickBuffer Buffer, int First, int End)
{
    public ReadOnlySpan<byte> Bytes => Buffer.Bytes(First, End);
}
