namespace Confab.Client.Tests.Connections;

/// <summary>A clock that stands still until the test moves it.</summary>
internal sealed class SteppedClock : TimeProvider
{
    public TimeSpan Now { get; set; } = TimeSpan.FromDays(1);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.Ticks;
}
