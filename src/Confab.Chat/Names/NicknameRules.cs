using System.Globalization;
using System.Text;

namespace Confab.Chat.Names;

/// <summary>
/// What a nickname may consist of. The set is the narrow one of the PRECIS IdentifierClass (RFC 8264 section 4.2), letters, marks
/// and digits of any script, together with the signs that IRC has always allowed in nicknames (RFC 2812 section 2.3.1) and the dot.
/// Every other sign means something in one of the protocols (<c># &amp; @ + % ~ ! * , : / ;</c>, spaces, quotes, round and angle
/// brackets) or could be taken for it.
/// </summary>
internal static class NicknameRules
{
    private const string Signs = "-_[]\\`^{}|.";

    /// <summary>
    /// No text longer than this can be composed (NFC) into one code point, so longer input is refused before any work is done on
    /// it. The longest canonical decompositions have four UTF-16 units.
    /// </summary>
    private const int MaxUnitsPerCodePoint = 4;

    /// <summary>
    /// Returns what is wrong with <paramref name="input"/>, or null together with the shown form and the key when nothing is.
    /// </summary>
    public static string? Check(string? input, int maxLength, out string text, out string key)
    {
        text = key = "";
        if (string.IsNullOrEmpty(input))
        {
            return $"The nickname is empty. {Allowed(maxLength)}";
        }

        if (input.Length > (long)maxLength * MaxUnitsPerCodePoint)
        {
            return $"The nickname {Quoted.Of(input)} is longer than {Number(maxLength)} characters. {Allowed(maxLength)}";
        }

        var fault = FindForeignCharacter(input);
        if (fault is null)
        {
            text = input.Normalize(NormalizationForm.FormC);
            fault = FindFaultOfLength(text, maxLength) ?? FindFaultOfShape(text) ?? FindFaultOfKey(text, out key);
        }

        return fault is null ? null : $"The nickname {Quoted.Of(input)} {fault}. {Allowed(maxLength)}";
    }

    public static bool IsAllowed(Rune rune) => rune.IsAscii
        ? char.IsAsciiLetterOrDigit((char)rune.Value) || Signs.Contains((char)rune.Value, StringComparison.Ordinal)
        : IsLetterMarkOrDigit(rune) && !NameCharacters.IsInvisible(rune) && !IsRefusedLetter(rune);

    public static bool MayStart(Rune rune) => rune.Value is not ('-' or '.') && !NameCharacters.IsMark(rune);

    private static bool IsLetterMarkOrDigit(Rune rune) =>
        Rune.IsLetter(rune) || NameCharacters.IsMark(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber;

    /// <summary>
    /// Letters by category only: stretchers that RFC 5892 section 2.6 refuses in names, and two that pass for the colon and the
    /// exclamation mark with which protocols end a nickname.
    /// </summary>
    private static bool IsRefusedLetter(Rune rune) => rune.Value
        is 0x0640 or 0x07FA or 0x302E or 0x302F or (>= 0x3031 and <= 0x3035) or 0x303B
        or 0x02D0 or 0x01C3;

    private static string? FindForeignCharacter(string input)
    {
        var lone = Surrogates.IndexOfLone(input);
        if (lone >= 0)
        {
            return $"contains half a character (U+{((int)input[lone]).ToString("X4", CultureInfo.InvariantCulture)})";
        }

        foreach (var rune in input.EnumerateRunes())
        {
            if (!IsAllowed(rune))
            {
                return $"contains {NameCharacters.Describe(rune)}, which is not allowed";
            }
        }

        return null;
    }

    private static string? FindFaultOfLength(string text, int maxLength)
    {
        var length = NameCharacters.Count(text);
        return length > maxLength ? $"has {Number(length)} characters, at most {Number(maxLength)} are allowed" : null;
    }

    private static string? FindFaultOfShape(string text)
    {
        var first = Rune.GetRuneAt(text, 0);
        if (!MayStart(first))
        {
            return $"starts with {NameCharacters.Describe(first)}";
        }

        var marks = 0;
        var leftToRight = false;
        var rightToLeft = false;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = NameCharacters.IsNonSpacingMark(rune) ? marks + 1 : 0;
            if (marks > NameCharacters.MaxMarksInARow)
            {
                return $"has more than {Number(NameCharacters.MaxMarksInARow)} combining marks on one letter";
            }

            var isLetter = Rune.IsLetter(rune);
            rightToLeft |= isLetter && NameCharacters.IsRightToLeft(rune);
            leftToRight |= isLetter && !NameCharacters.IsRightToLeft(rune);
        }

        return leftToRight && rightToLeft ? "mixes letters written from left to right with letters written from right to left" : null;
    }

    /// <summary>
    /// A character may be allowed itself and stand for others that are not, as some Arabic ligatures do for words with spaces.
    /// </summary>
    private static string? FindFaultOfKey(string text, out string key) =>
        !Fold.TryApply(text, out key) || FindForeignCharacter(key) is not null || FindFaultOfShape(key) is not null
            ? "contains a character that stands for others which are not allowed"
            : null;

    private static string Allowed(int maxLength) =>
        $"Use 1 to {Number(maxLength)} letters, digits or signs out of - _ [ ] \\ ` ^ {{ }} | . and start with neither - nor a dot.";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
