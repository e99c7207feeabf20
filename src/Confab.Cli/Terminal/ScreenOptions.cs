namespace Confab.Cli.Terminal;

/// <summary>How a screen takes lines.</summary>
internal sealed record ScreenOptions
{
    public string Prompt { get; init; } = "> ";

    /// <summary>The most UTF-16 units of one typed line. A message of the usual 4,096 bytes fits whatever its script.</summary>
    public int MaxLineLength { get; init; } = 4096;

    /// <summary>How many entered lines the arrow keys lead back to.</summary>
    public int HistoryLength { get; init; } = 200;

    /// <summary>What Tab offers; null: nothing.</summary>
    public WordCompletion? Completion { get; init; }

    /// <summary>
    /// Whether an entered line stays to be seen, with its prompt, as it would in a shell. Off where the answer of
    /// the server shows it again.
    /// </summary>
    public bool KeepEnteredLines { get; init; } = true;
}
