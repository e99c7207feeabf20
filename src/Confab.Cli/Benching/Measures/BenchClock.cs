namespace Confab.Cli.Benching.Measures;

/// <summary>Nanoseconds since a run began.</summary>
internal sealed class BenchClock(TimeProvider clock)
{
    private readonly long _start = clock.GetTimestamp();
    private readonly double _nanosecondsPerTick = 1e9 / clock.TimestampFrequency;

    public long Now => (long)((clock.GetTimestamp() - _start) * _nanosecondsPerTick);

    public static long Nanoseconds(TimeSpan time) => time.Ticks * TimeSpan.NanosecondsPerTick;
}
