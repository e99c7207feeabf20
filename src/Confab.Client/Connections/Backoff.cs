namespace Confab.Client.Connections;

/// <summary>How long to wait before each attempt: doubling, half of it random, from the start again after a connection that held.</summary>
internal sealed class Backoff(ReconnectOptions options)
{
    private long _connectedAt;

    /// <summary>Attempts since the last good connection.</summary>
    public int Attempts { get; private set; }

    public void Connected() => _connectedAt = options.Clock.GetTimestamp();

    public void Lost()
    {
        if (options.Clock.GetElapsedTime(_connectedAt) >= options.GoodAfter)
        {
            Attempts = 0;
        }
    }

    public TimeSpan Next()
    {
        // 2^20 first waits are beyond any longest one.
        var full = Math.Min(options.FirstWait.TotalMilliseconds * Math.Pow(2, Math.Min(Attempts, 20)), options.LongestWait.TotalMilliseconds);
        Attempts++;
        return TimeSpan.FromMilliseconds((full / 2) + (options.Random.NextDouble() * full / 2));
    }
}
