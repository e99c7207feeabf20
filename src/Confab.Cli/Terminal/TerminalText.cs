using System.Globalization;
using System.Text;

namespace Confab.Cli.Terminal;

/// <summary>
/// The last gate before the terminal. Whatever a member sent, it cannot move the cursor, change the colours, ring the bell,
/// answer for the user or turn the reading order of a line around.
/// </summary>
internal static class TerminalText
{
    /// <summary>Appends the text without the characters a terminal would obey. A line end stays, as LF; so does TAB.</summary>
    public static void AppendClean(StringBuilder target, string text)
    {
        // A lone surrogate comes out of the enumeration as U+FFFD.
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' || IsShowable(rune))
            {
                target.Append(rune);
            }
        }
    }

    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        AppendClean(clean, text);
        return clean.ToString();
    }

    /// <summary>The text cleaned for a single row: TAB and line ends become blanks.</summary>
    public static string CleanRow(string text) => Clean(text.ReplaceLineEndings(" ").Replace('\t', ' '));

    /// <summary>True for what may stand in a line: no control characters, line separators or bidirectional overrides.</summary>
    public static bool IsShowable(Rune rune) =>
        !IsDirectionalControl(rune) && Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // Embeddings, overrides and isolates let one member's text rearrange what stands beside it, the nickname included.
    // The marks LRM, RLM and ALM have no such reach, and writers of mixed scripts need them.
    private static bool IsDirectionalControl(Rune rune) =>
        rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
