using Confab.Testing.Time;

namespace Confab.Server.Tests.Transport;

/// <summary>A clock that a test turns, and that says when somebody has begun to wait for so long.</summary>
internal sealed class WatchedClock(TimeSpan watched) : TimeProvider
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly TestClock _clock = new();
    private readonly TaskCompletionSource _watched = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Watched => _watched.Task.WaitAsync(_patience);

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override long GetTimestamp() => _clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime == watched)
        {
            _watched.TrySetResult();
        }

        return timer;
    }

    public void Advance(TimeSpan time) => _clock.Advance(time);
}
