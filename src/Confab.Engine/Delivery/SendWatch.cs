using Confab.Engine.Ticks;

namespace Confab.Engine.Delivery;

/// <summary>Watches one pass of sending, and tells when the next tick may begin: when what is left takes no longer than its commit will.</summary>
/// <param name="pace">Is told; null where ticks are run by hand.</param>
/// <param name="ticks">How many ticks the pass was prepared from.</param>
/// <param name="sessions">How many sessions it sends to, at most.</param>
internal struct SendWatch(TickPace? pace, int ticks, int sessions)
{
    // How often, in sessions, a long pass looks at the time.
    private const int LookEvery = 16;

    private readonly long _begun = pace?.Clock.GetTimestamp() ?? 0;
    private readonly long _commit = pace?.CommitTime ?? 0;
    private int _done;
    private bool _told;

    /// <summary>One more session is about to be sent to.</summary>
    public void Next()
    {
        if (pace is not null && !_told && _done % LookEvery == 0 && (pace.Clock.GetTimestamp() - _begun) * (sessions - _done) <= _commit * _done)
        {
            _told = true;
            pace.NearlyDelivered(ticks);
        }

        _done++;
    }

    /// <summary>Everything is sent.</summary>
    public readonly void End()
    {
        if (pace is null)
        {
            return;
        }

        if (_done > 0)
        {
            pace.Passed(pace.Clock.GetTimestamp() - _begun);
        }

        if (!_told)
        {
            pace.NearlyDelivered(ticks);
        }
    }
}
