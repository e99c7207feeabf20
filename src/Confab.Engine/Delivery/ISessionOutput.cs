namespace Confab.Engine.Delivery;

/// <summary>
/// One session's way out. It promises: no call ever blocks or throws; bytes go out in the order of the calls or not at all; what the peer does
/// not take is kept up to a bound and then given up together with the session; after <see cref="Close"/> nothing more is sent.
/// </summary>
public interface ISessionOutput
{
    /// <summary>What the way out wants its messages in; null for none. Asked before each call to the session's view.</summary>
    Framing? Framing => null;

    /// <summary>Sends what one tick has for this session. The segments are valid during the call only.</summary>
    /// <param name="segments">In order.</param>
    /// <param name="paced">See <see cref="WireForm.IsPaced"/>.</param>
    void Deliver(ReadOnlySpan<Segment> segments, bool paced);

    /// <summary>Ends the connection once everything delivered before is out.</summary>
    void Close(CloseStyle style);
}
