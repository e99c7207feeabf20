namespace Confab.Server.Tests.Hosting;

/// <summary>A clock by which a second passes between one look and the next.</summary>
internal sealed class HastyClock : TimeProvider
{
    private long _seconds;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => _seconds++;
}
