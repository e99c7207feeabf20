namespace Confab.Client.Classic;

/// <summary>What a <see cref="DialectSession"/> is told.</summary>
/// <param name="Address">The door.</param>
/// <param name="Dialect">One of <see cref="DialectClient.Names"/>.</param>
public sealed record DialectSessionOptions(ServerAddress Address, string Dialect)
{
    /// <summary>The nickname, in the dialects that have one.</summary>
    public string Nickname { get; init; } = "";

    /// <summary>How the session tries again.</summary>
    public ReconnectOptions Reconnect { get; init; } = new();

    /// <summary>
    /// How long text without an end may wait for more of it. Below the 20 ms which servers leave between two messages without an
    /// end, so that these are not taken for one.
    /// </summary>
    public TimeSpan SettleAfter { get; init; } = TimeSpan.FromMilliseconds(15);

    /// <summary>The longest wait for the server to close after the word to leave.</summary>
    public TimeSpan LongestGoodbye { get; init; } = TimeSpan.FromSeconds(3);
}
