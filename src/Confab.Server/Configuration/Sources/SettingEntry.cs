namespace Confab.Server.Configuration.Sources;

/// <summary>One value that somebody wrote.</summary>
/// <param name="Path">The setting's name, as written, with dots.</param>
/// <param name="Value">The text; null for JSON's null.</param>
/// <param name="Origin">Where it was written, for people: a file, a variable, a flag.</param>
internal readonly record struct SettingEntry(string Path, string? Value, string Origin)
{
    private const int ShownLength = 60;

    /// <summary>One line that says what is wrong with it.</summary>
    public string Problem(string what) => $"{Shown(Path)} = {(Value is null ? "null" : $"'{Shown(Value)}'")} ({Origin}): {what}";

    // Whatever was written is shown on a terminal: short, and without control characters.
    private static string Shown(string text)
    {
        var cut = text.Length > ShownLength ? string.Concat(text.AsSpan(0, ShownLength), "…") : text;
        return string.Create(cut.Length, cut, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) ? '?' : source[i];
            }
        });
    }
}
