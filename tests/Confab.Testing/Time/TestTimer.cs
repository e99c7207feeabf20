namespace Confab.Testing.Time;

/// <summary>A timer of a <see cref="TestClock"/>.</summary>
internal sealed class TestTimer(TestClock clock, TimerCallback callback, object? state, long order) : ITimer
{
    private TimeSpan _period;

    public DateTimeOffset? Due { get; private set; }

    public long Order => order;

    public void Set(TimeSpan dueTime, TimeSpan period, DateTimeOffset now)
    {
        Due = dueTime == Timeout.InfiniteTimeSpan ? null : now + dueTime;
        _period = period;
    }

    public void Rearm(DateTimeOffset now) =>
        Due = _period == Timeout.InfiniteTimeSpan || _period == TimeSpan.Zero ? null : now + _period;

    public void Fire() => callback(state);

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        clock.Change(this, dueTime, period);
        return true;
    }

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
