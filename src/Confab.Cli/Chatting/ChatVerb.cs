namespace Confab.Cli.Chatting;

/// <summary>A command that somebody types while chatting.</summary>
/// <param name="Word">The word after the slash, in lower case.</param>
/// <param name="Usage">How it is written.</param>
/// <param name="Help">What it does.</param>
/// <param name="Run">Does it with what follows the word.</param>
internal sealed record ChatVerb(string Word, string Usage, string Help, Func<RichChat, string, Task> Run)
{
    /// <summary>Whether what follows the word is as it must be.</summary>
    public Func<string, bool> Accepts { get; init; } = _ => true;

    /// <summary>Whether the next line must wait for it, because it decides where that line goes.</summary>
    public bool ChangesRoom { get; init; }
}
