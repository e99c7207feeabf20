using System.Globalization;
using System.Text;

namespace Confab.Chat.Names;

/// <summary>What the rules of nicknames and of room names both need to know about single characters.</summary>
internal static class NameCharacters
{
    /// <summary>
    /// How many non-spacing marks may stand on each other. Three are enough for every living script we know of (Vietnamese, Hebrew
    /// with points, Tibetan, Burmese); more is a tower that runs through the lines above. Spacing marks stand beside their letter
    /// and are not counted.
    /// </summary>
    public const int MaxMarksInARow = 3;

    public static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    public static bool IsNonSpacingMark(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    /// <summary>Space, line and paragraph separators, and the controls that act as such.</summary>
    public static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune);

    /// <summary>Control and format characters, private use, unassigned: nothing a reader could see or tell apart.</summary>
    public static bool IsUnprintable(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned
        || IsInvisible(rune);

    /// <summary>
    /// Letters and marks that draw nothing, so that two names could differ and look the same: the characters of the Unicode
    /// property Default_Ignorable_Code_Point that are neither control nor format characters, and the empty Braille pattern.
    /// </summary>
    public static bool IsInvisible(Rune rune) => rune.Value
        is 0x034F                   // combining grapheme joiner
        or 0x115F or 0x1160         // Hangul fillers
        or 0x17B4 or 0x17B5         // Khmer inherent vowels
        or (>= 0x180B and <= 0x180F) // Mongolian variation selectors
        or 0x2800                   // Braille pattern blank
        or 0x3164 or 0xFFA0         // Hangul fillers, compatibility forms
        or (>= 0xFE00 and <= 0xFE0F) // variation selectors
        or (>= 0xE0000 and <= 0xE0FFF); // tags and further variation selectors

    /// <summary>
    /// Whether a letter is written from right to left. The framework does not expose bidirectional classes; these are the blocks
    /// that Unicode sets aside for such scripts (DerivedBidiClass, default values R and AL).
    /// </summary>
    public static bool IsRightToLeft(Rune rune) => rune.Value
        is (>= 0x0590 and <= 0x08FF)
        or (>= 0xFB1D and <= 0xFDFF)
        or (>= 0xFE70 and <= 0xFEFF)
        or (>= 0x10800 and <= 0x10FFF)
        or (>= 0x1E800 and <= 0x1EFFF);

    /// <summary>Names a character inside a sentence, without sending an invisible one to the reader.</summary>
    public static string Describe(Rune rune)
    {
        var code = "U+" + rune.Value.ToString("X4", CultureInfo.InvariantCulture);
        return rune.Value == ' ' ? $"a space ({code})"
            : IsSpace(rune) ? $"a kind of space or line break ({code})"
            : IsUnprintable(rune) ? $"the invisible or unassigned character {code}"
            : IsMark(rune) ? $"the combining mark {code}"
            : $"the character {rune} ({code})";
    }

    /// <summary>The number of code points; a lone surrogate counts as one.</summary>
    public static int Count(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
