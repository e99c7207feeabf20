using System.Globalization;
using System.Text;

namespace Confab.Protocols.Sasl;

/// <summary>
/// Prepares usernames and passwords so that what looks the same compares the same (RFC 4013): other spaces become a space,
/// invisible characters go, compatibility forms are unified (NFKC), and some characters are prohibited.
/// </summary>
/// <remarks>
/// The normal form is that of the framework's Unicode version, not of Unicode 3.2, and code points that Unicode 3.2 did not
/// know are let through, as for a query (RFC 3454 section 7). The direction of a letter is taken from its block.
/// </remarks>
public static class Saslprep
{
    /// <summary>Prepares a text.</summary>
    /// <param name="text">A username or password.</param>
    /// <param name="prepared">The prepared text, which may be empty; empty if it fails.</param>
    /// <returns>False if the text holds a prohibited character, half a surrogate pair, or mixes directions of writing.</returns>
    public static bool TryPrepare(string text, out string prepared)
    {
        prepared = "";
        if (Ascii.IsValid(text))
        {
            var isAllowed = text.AsSpan().IndexOfAnyInRange('\0', '\x1F') < 0 && !text.Contains('\x7F', StringComparison.Ordinal);
            prepared = isAllowed ? text : "";
            return isAllowed;
        }

        var mapped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            // Code points that are no characters (C.4) have no normal form to look for them in.
            if (!Rune.TryGetRuneAt(text, i, out var rune) || IsNoCharacter(rune))
            {
                return false;
            }

            i += rune.Utf16SequenceLength;
            if (IsOtherSpace(rune.Value))
            {
                mapped.Append(' ');
            }
            else if (!IsMappedToNothing(rune.Value))
            {
                mapped.Append(rune.ToString());
            }
        }

        var normal = mapped.ToString().Normalize(NormalizationForm.FormKC);
        if (normal.EnumerateRunes().Any(IsProhibited) || !KeepsOneDirection(normal))
        {
            return false;
        }

        prepared = normal;
        return true;
    }

    /// <summary>Prepares a password for hashing: one that cannot be prepared is taken as it is, so that nobody is locked out by it.</summary>
    /// <param name="password">The password.</param>
    /// <returns>The same text for the same password, always.</returns>
    public static string PreparePassword(string password) => TryPrepare(password, out var prepared) ? prepared : password;

    // RFC 3454 table C.1.2.
    private static bool IsOtherSpace(int c) => c is 0xA0 or 0x1680 or (>= 0x2000 and <= 0x200B) or 0x202F or 0x205F or 0x3000;

    // RFC 3454 table B.1.
    private static bool IsMappedToNothing(int c) => c is 0xAD or 0x34F or 0x1806 or (>= 0x180B and <= 0x180D)
        or 0x200C or 0x200D or 0x2060 or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF;

    // RFC 3454 tables C.2.1 to C.9 without C.4; halves of surrogate pairs (C.5) are no runes.
    private static bool IsProhibited(Rune rune) => rune.Value is <= 0x1F or (>= 0x7F and <= 0x9F)
        or 0x340 or 0x341 or 0x6DD or 0x70F or 0x180E or 0x200E or 0x200F or (>= 0x2028 and <= 0x202E)
        or (>= 0x2060 and <= 0x2063) or (>= 0x206A and <= 0x206F) or (>= 0x2FF0 and <= 0x2FFB)
        or (>= 0xE000 and <= 0xF8FF) or (>= 0xFFF9 and <= 0xFFFD)
        or (>= 0x1D173 and <= 0x1D17A) or 0xE0001 or (>= 0xE0020 and <= 0xE007F) or >= 0xF0000;

    // RFC 3454 table C.4.
    private static bool IsNoCharacter(Rune rune) => rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE;

    /// <summary>RFC 3454 section 6: a text with a right-to-left letter begins and ends with one and holds no left-to-right letter.</summary>
    private static bool KeepsOneDirection(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        return !runes.Any(IsRightToLeft)
            || (IsRightToLeft(runes[0]) && IsRightToLeft(runes[^1]) && !runes.Any(rune => IsLetter(rune) && !IsRightToLeft(rune)));
    }

    private static bool IsRightToLeft(Rune rune) => IsLetter(rune)
        && rune.Value is (>= 0x590 and <= 0x8FF)
            or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);

    private static bool IsLetter(Rune rune) => Rune.GetUnicodeCategory(rune) is <= UnicodeCategory.OtherLetter;
}
