namespace Confab.Cli.Administration;

/// <summary>What somebody gives a command beside its arguments: typed at the terminal, or through a pipe.</summary>
internal interface IKeyboard
{
    /// <summary>True where somebody sits at a terminal and can be asked.</summary>
    bool IsInteractive { get; }

    /// <summary>The next key, not shown; Ctrl+C too.</summary>
    ConsoleKeyInfo ReadKey();

    /// <summary>The next line of the standard input, without its end; null where there is none.</summary>
    string? ReadLine();
}
