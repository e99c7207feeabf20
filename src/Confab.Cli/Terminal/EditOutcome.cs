namespace Confab.Cli.Terminal;

/// <summary>What a key did to the line.</summary>
internal enum EditOutcome
{
    /// <summary>Nothing to redraw.</summary>
    Unchanged,

    /// <summary>The text or the cursor changed.</summary>
    Changed,

    /// <summary>The line was entered; the editor is empty again.</summary>
    Entered,

    /// <summary>The user wants a clean screen.</summary>
    ClearScreen,

    /// <summary>Ctrl+C, or Ctrl+D on an empty line: the user wants to leave.</summary>
    EndOfInput,
}
