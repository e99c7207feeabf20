namespace Confab.Client.Json;

/// <summary>What a <see cref="ChatClient"/> is told.</summary>
/// <param name="Address">A text door, whose first byte chooses the protocol.</param>
public sealed record ChatClientOptions(ServerAddress Address)
{
    /// <summary>The nickname wanted; null for a guest's name. If it is taken, a number is put behind it.</summary>
    public string? Nickname { get; init; }

    /// <summary>How the client tries again.</summary>
    public ReconnectOptions Reconnect { get; init; } = new();

    /// <summary>After so long a silence the client asks whether the server is still there; without an answer in the same time it gives the connection up.</summary>
    public TimeSpan PingAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many commands may be under way; whoever asks beyond that waits.</summary>
    public int MostCommands { get; init; } = 1024;

    /// <summary>How many events wait for their reader; beyond that the client stops reading from the server, replies included.</summary>
    public int MostEvents { get; init; } = 4096;
}
