namespace Confab.Testing.Time;

/// <summary>
/// A clock that a test turns. Timers go off within <see cref="Advance"/>, on the caller's thread, in the order in which they are due and, where
/// two are due at once, in which they were made. Safe from any thread.
/// </summary>
/// <param name="start">What it shows at first; noon of a certain day where null.</param>
public sealed class TestClock(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock _sync = new();
    private readonly List<TestTimer> _timers = [];
    private DateTimeOffset _now = start ?? new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private long _made;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_sync)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_sync)
        {
            var timer = new TestTimer(this, callback, state, _made++);
            timer.Set(dueTime, period, _now);
            _timers.Add(timer);
            return timer;
        }
    }

    /// <summary>When the next timer is due; null where none is set.</summary>
    public DateTimeOffset? NextDue()
    {
        lock (_sync)
        {
            return First(DateTimeOffset.MaxValue)?.Due;
        }
    }

    /// <summary>Turns the clock on, and lets go off what becomes due on the way.</summary>
    public void Advance(TimeSpan time)
    {
        var until = GetUtcNow() + time;
        while (true)
        {
            TestTimer? next;
            lock (_sync)
            {
                next = First(until);
                if (next is null)
                {
                    _now = until;
                    return;
                }

                _now = next.Due!.Value > _now ? next.Due.Value : _now;
                next.Rearm(_now);
            }

            next.Fire();
        }
    }

    internal void Change(TestTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_sync)
        {
            timer.Set(dueTime, period, _now);
        }
    }

    internal void Remove(TestTimer timer)
    {
        lock (_sync)
        {
            _timers.Remove(timer);
        }
    }

    private TestTimer? First(DateTimeOffset until)
    {
        TestTimer? first = null;
        foreach (var timer in _timers)
        {
            if (timer.Due <= until && (first is null || timer.Due < first.Due || (timer.Due == first.Due && timer.Order < first.Order)))
            {
                first = timer;
            }
        }

        return first;
    }
}
