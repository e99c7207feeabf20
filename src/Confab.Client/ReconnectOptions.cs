namespace Confab.Client;

/// <summary>How a client tries again after its connection was lost, and how long it waits for things.</summary>
public sealed record ReconnectOptions
{
    /// <summary>The longest wait before the first attempt; it doubles with each one. Half of each wait is random, so that clients do not return all at once.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two attempts.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A connection that held for so long was a good one: the waits begin from <see cref="FirstWait"/> again.</summary>
    public TimeSpan GoodAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait for a connection, and then for the server's first word.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Tells the time and wakes the client.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where jitter, tokens and numbered nicknames come from. Must be safe for use from several threads.</summary>
    public Random Random { get; init; } = Random.Shared;
}
