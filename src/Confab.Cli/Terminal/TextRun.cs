namespace Confab.Cli.Terminal;

/// <summary>A piece of an output line in one colour; a plain string is a run in the user's own colour.</summary>
internal readonly record struct TextRun(string Text, TextColor? Color = null)
{
    public static implicit operator TextRun(string text) => new(text);
}
