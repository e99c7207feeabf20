namespace Confab.Cli.Terminal;

/// <summary>
/// The device under the screen: keys come in, text and escape sequences go out.
/// Everything above it can be tested without a terminal.
/// </summary>
internal interface ITerminal : IDisposable
{
    /// <summary>Raised on any thread when the window may have another size, or when what it showed may be gone.</summary>
    event EventHandler? Resized;

    /// <summary>True when somebody types and sees what is written, on a terminal that obeys escape sequences.</summary>
    bool IsInteractive { get; }

    ColorDepth Colors { get; }

    bool SupportsColor => Colors != ColorDepth.None;

    /// <summary>The width of the window in columns, at least 1; asked anew for each drawing.</summary>
    int Columns { get; }

    /// <summary>The next key, Ctrl+C among them; null once no more keys can come.</summary>
    ValueTask<ConsoleKeyInfo?> ReadKeyAsync(CancellationToken cancellationToken);

    /// <summary>A key that waits already, so that a paste is drawn once and not key by key.</summary>
    bool TryReadKey(out ConsoleKeyInfo key);

    /// <summary>Writes one frame as a whole. A terminal that has gone away is no error here: its keys end.</summary>
    void Write(string frame);

    /// <summary>Nobody listens to keys any more: from here on Ctrl+C ends the process as it does everywhere.</summary>
    void EndInput();
}
