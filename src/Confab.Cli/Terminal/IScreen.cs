namespace Confab.Cli.Terminal;

/// <summary>
/// Where lines are shown and entered: a terminal with a prompt that stays in the lowest row, or plain streams.
/// Showing is safe from any thread and may wait for a slow terminal; lines are read by one reader.
/// </summary>
internal interface IScreen : IAsyncDisposable
{
    /// <summary>The colours that runs of text may use; colours beyond them are left out.</summary>
    ColorDepth Colors { get; }

    /// <summary>
    /// Cancelled as soon as no more lines can be entered (Ctrl+C, Ctrl+D on an empty line, or the end of the input),
    /// even while lines entered before still wait to be read.
    /// </summary>
    CancellationToken InputEnded { get; }

    /// <summary>Changes what stands before the line being typed; one row, without line ends.</summary>
    void SetPrompt(string prompt);

    /// <summary>
    /// Shows a line above the prompt, without the control characters it may hold. Line ends within it begin new lines: a
    /// caller who shows somebody else's text as one line takes them out first.
    /// </summary>
    void WriteLine(string line);

    /// <summary>Shows a line made of coloured pieces, by the same rules.</summary>
    void WriteLine(params ReadOnlySpan<TextRun> runs);

    /// <summary>The next entered line, without its line end; null at the end of the input, from then on always.</summary>
    Task<string?> ReadLineAsync(CancellationToken cancellationToken);
}
