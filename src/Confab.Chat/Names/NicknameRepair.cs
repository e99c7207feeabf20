using System.Text;

namespace Confab.Chat.Names;

/// <summary>Turns anything into a nickname that is as near to it as the rules allow; the empty text when nothing is left.</summary>
internal static class NicknameRepair
{
    /// <summary>However long the input, only this many UTF-16 units for each code point of the bound are looked at.</summary>
    private const int UnitsLookedAt = 8;

    public static string Apply(string? input, int maxLength)
    {
        var start = (input ?? "").AsSpan().TrimStart();
        var head = start[..(int)Math.Min(start.Length, (long)maxLength * UnitsLookedAt)];
        var composed = DropForeign(head).Normalize(NormalizationForm.FormC);
        return Cut(Shape(composed), maxLength).TrimEnd('_');
    }

    /// <summary>The first <paramref name="length"/> code points.</summary>
    public static string Cut(string text, int length)
    {
        var end = 0;
        for (var count = 0; count < length && end < text.Length; count++)
        {
            end += Rune.GetRuneAt(text, end).Utf16SequenceLength;
        }

        return text[..end];
    }

    private static string DropForeign(ReadOnlySpan<char> input)
    {
        var result = new StringBuilder(input.Length);
        var lastWasSpace = true;
        foreach (var rune in input.EnumerateRunes())
        {
            if (NameCharacters.IsSpace(rune))
            {
                result.Append(lastWasSpace ? "" : "_");
                lastWasSpace = true;
            }
            else if (NicknameRules.IsAllowed(rune) && UnfoldsIntoAllowed(rune))
            {
                result.Append(rune.ToString());
                lastWasSpace = false;
            }
        }

        return result.ToString();
    }

    private static bool UnfoldsIntoAllowed(Rune rune)
    {
        if (rune.IsAscii)
        {
            return true;
        }

        var stable = Fold.TryApply(rune.ToString(), out var folded);
        foreach (var part in folded.EnumerateRunes())
        {
            stable &= NicknameRules.IsAllowed(part);
        }

        return stable;
    }

    /// <summary>
    /// Drops what may not stand first, marks beyond the bound, and letters that are not written in the direction of the first one,
    /// these with their marks.
    /// </summary>
    private static string Shape(string text)
    {
        var result = new StringBuilder(text.Length);
        bool? rightToLeft = null;
        var dropping = false;
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (NameCharacters.IsMark(rune))
            {
                marks = NameCharacters.IsNonSpacingMark(rune) ? marks + 1 : 0;
                dropping |= result.Length == 0 || marks > NameCharacters.MaxMarksInARow;
            }
            else
            {
                marks = 0;
                var isLetter = Rune.IsLetter(rune);
                dropping = (result.Length == 0 && !NicknameRules.MayStart(rune))
                    || (isLetter && rightToLeft is not null && rightToLeft != NameCharacters.IsRightToLeft(rune));
                rightToLeft ??= isLetter && !dropping ? NameCharacters.IsRightToLeft(rune) : null;
            }

            if (!dropping)
            {
                result.Append(rune.ToString());
            }
        }

        return result.ToString();
    }
}
