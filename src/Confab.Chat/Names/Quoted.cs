using System.Text;

namespace Confab.Chat.Names;

/// <summary>
/// A value that somebody sent, made fit to stand in a sentence about it: quoted, cut, and without anything invisible.
/// </summary>
internal static class Quoted
{
    private const int MaxLength = 40;

    public static string Of(string value)
    {
        var result = new StringBuilder("\"");
        var count = 0;
        var marks = 0;
        foreach (var rune in value.EnumerateRunes())
        {
            marks = NameCharacters.IsMark(rune) ? marks + 1 : 0;
            if (marks > NameCharacters.MaxMarksInARow)
            {
                continue;
            }

            if (count++ == MaxLength)
            {
                result.Append("...");
                break;
            }

            var visible = rune.Value == ' ' || !(NameCharacters.IsSpace(rune) || NameCharacters.IsUnprintable(rune));
            result.Append(visible ? rune.ToString() : "?");
        }

        return result.Append('"').ToString();
    }
}
