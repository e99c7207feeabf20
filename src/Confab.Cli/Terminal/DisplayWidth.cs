using System.Globalization;
using System.Text;

namespace Confab.Cli.Terminal;

/// <summary>
/// How many columns text takes on a terminal. Terminals disagree about some emoji; where a wrong guess would do
/// harm, the screen does not rely on this (see <see cref="PromptedScreen"/>).
/// </summary>
internal static class DisplayWidth
{
    private const int ZeroWidthJoiner = 0x200D;
    private const int EmojiPresentation = 0xFE0F;

    /// <summary>Columns of a string: the sum over its grapheme clusters.</summary>
    public static int Of(string text)
    {
        var columns = 0;
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var length = StringInfo.GetNextTextElementLength(rest);
            columns += OfGrapheme(rest[..length]);
            rest = rest[length..];
        }

        return columns;
    }

    /// <summary>Columns of one grapheme cluster, which terminals draw into one or two cells when it is an emoji.</summary>
    public static int OfGrapheme(ReadOnlySpan<char> grapheme)
    {
        var sum = 0;
        var startsWide = false;
        var first = true;
        foreach (var rune in grapheme.EnumerateRunes())
        {
            var columns = OfRune(rune);
            if (first)
            {
                startsWide = columns == 2;
                first = false;
            }
            else if (sum > 0 && (rune.Value == EmojiPresentation || IsSkinTone(rune)))
            {
                return 2;
            }

            sum += columns;
        }

        return startsWide ? 2 : sum;
    }

    /// <summary>Columns of one code point standing alone: 0, 1 or 2.</summary>
    public static int OfRune(Rune rune)
    {
        if (rune.IsAscii)
        {
            return rune.Value is < ' ' or 0x7F ? 0 : 1;
        }

        return IsZeroWidth(rune) ? 0 : WideRanges.Contains(rune.Value) ? 2 : 1;
    }

    private static bool IsZeroWidth(Rune rune) => rune.Value switch
    {
        ZeroWidthJoiner => true,
        0x00AD => false, // soft hyphen: terminals show it
        (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 => false, // number signs drawn around digits
        (>= 0x1160 and <= 0x11FF) or (>= 0xD7B0 and <= 0xD7FF) => true, // Hangul vowels and finals join the leading consonant
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format or UnicodeCategory.Control
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
    };

    private static bool IsSkinTone(Rune rune) => rune.Value is >= 0x1F3FB and <= 0x1F3FF;
}
