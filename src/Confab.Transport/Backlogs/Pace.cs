using Confab.Transport.Limits;

namespace Confab.Transport.Backlogs;

/// <summary>
/// The time between messages to a client without framing. Control words always get their gap before and after; ordinary messages get it
/// while few wait, and go at once when many do, as the historic servers sent them.
/// </summary>
internal sealed class Pace(ConnectionLimits limits, TimeProvider clock)
{
    private long _last;
    private bool _any;
    private bool _lastWasAlone;

    /// <summary>How long the next piece must still wait; not positive where it may go.</summary>
    public TimeSpan Rest(PacedQueue queue) =>
        !_any || (!queue.NextIsAlone && !_lastWasAlone && queue.Count > limits.PacedBurst)
            ? TimeSpan.Zero
            : limits.PacedGap - clock.GetElapsedTime(_last);

    public void Sent(bool alone)
    {
        _last = clock.GetTimestamp();
        _any = true;
        _lastWasAlone = alone;
    }
}
