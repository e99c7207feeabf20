namespace Confab.Client.Irc;

/// <summary>What an <see cref="IrcClient"/> is told.</summary>
/// <param name="Door">Where to, and over what.</param>
/// <param name="Nickname">The nickname wanted. If it is taken, a number is put behind it.</param>
public sealed record IrcClientOptions(IrcDoor Door, string Nickname)
{
    /// <summary>The username; null: the nickname.</summary>
    public string? Username { get; init; }

    /// <summary>The real name, which others may see; null: the nickname.</summary>
    public string? RealName { get; init; }

    /// <summary>The server's password (PASS); null for none.</summary>
    public string? ServerPassword { get; init; }

    /// <summary>The account to sign in to; null for none.</summary>
    public IrcCredentials? Credentials { get; init; }

    /// <summary>What is asked of the server's certificate.</summary>
    public IrcTlsOptions Tls { get; init; } = new();

    /// <summary>What servers said about encryption. Share one object among the clients of a program, so that what one was told holds for all.</summary>
    public StsPolicies Sts { get; init; } = new();

    /// <summary>How the client tries again.</summary>
    public ReconnectOptions Reconnect { get; init; } = new();

    /// <summary>After so long a silence the client asks whether the server is still there; without an answer in the same time it gives the connection up.</summary>
    public TimeSpan PingAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many commands may be under way; whoever asks beyond that waits.</summary>
    public int MostCommands { get; init; } = 1024;

    /// <summary>How many events wait for their reader; beyond that the client stops reading from the server, replies included.</summary>
    public int MostEvents { get; init; } = 4096;

    /// <summary>Says who goes where; never the passwords, so that no log can hold them.</summary>
    public override string ToString() => $"{Nickname} at {Door}";
}
