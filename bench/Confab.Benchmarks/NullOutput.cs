using Confab.Engine.Delivery;

namespace Confab.Benchmarks;

/// <summary>A way out that leads nowhere and counts what it swallows.</summary>
internal sealed class NullOutput : ISessionOutput
{
    public long Bytes { get; private set; }

    public void Deliver(ReadOnlySpan<Segment> segments, bool paced)
    {
        foreach (var segment in segments)
        {
            Bytes += segment.Bytes.Length;
        }
    }

    public void Close(CloseStyle style)
    {
    }
}
