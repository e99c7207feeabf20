using Confab.Engine.Delivery;

namespace Confab.Dialects.Control;

/// <summary>The way out of a session whose answers are taken by whoever asked.</summary>
internal sealed class NoOutput : ISessionOutput
{
    public static NoOutput Instance { get; } = new();

    public void Deliver(ReadOnlySpan<Segment> segments, bool paced)
    {
        // Nothing is written to it.
    }

    public void Close(CloseStyle style)
    {
        // There is no connection; whoever owns the session ends it.
    }
}
