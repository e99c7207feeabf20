using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Confab.Chat.Names;

namespace Confab.Chat.Accounts;

/// <summary>
/// A password in the one form that is hashed, so that the same word typed on another keyboard is the same password, whether this server
/// or a client with SCRAM prepares it. It is SASLprep (RFC 4013) with the character tables of today's Unicode, in this order: every space
/// but U+0020 becomes U+0020; characters that draw nothing (RFC 3454 table B.1) are dropped; the rest is normalised to NFKC; control,
/// private and half characters are then refused. Unassigned characters are left alone (RFC 3454 section 7 allows it in what is only
/// compared), and so is the mixing of writing directions, because nobody ever reads a password.
/// </summary>
public static class PasswordText
{
    private const string NotText = "The password contains a control character or another one that is not text. Give one without it.";

    /// <summary>Prepares what somebody typed.</summary>
    /// <param name="password">The password, as it was typed.</param>
    /// <param name="maxBytes">The bound in bytes of UTF-8, before it is prepared.</param>
    /// <param name="prepared">The form to hash, when the result is true; at least one character.</param>
    /// <param name="problem">Otherwise a sentence for the person who typed it. It never repeats any of the password.</param>
    public static bool TryPrepare(
        string? password,
        int maxBytes,
        [NotNullWhen(true)] out string? prepared,
        [NotNullWhen(false)] out string? problem)
    {
        prepared = null;
        problem = Check(password ?? string.Empty, maxBytes) ?? Prepare(password!, out prepared);
        return problem is null;
    }

    private static string? Check(string password, int maxBytes) =>
        password.Length == 0 ? "The password is empty. Give one of at least one character."
        : password.Length > maxBytes || Encoding.UTF8.GetByteCount(password) > maxBytes
            ? string.Create(CultureInfo.InvariantCulture, $"The password is longer than {maxBytes} bytes in UTF-8. Give a shorter one.")
        : Surrogates.IndexOfLone(password) >= 0 ? "The password contains half a character. Type it again."
        : null;

    private static string? Prepare(string password, out string? prepared)
    {
        prepared = null;
        var mapped = new StringBuilder(password.Length);
        foreach (var rune in password.EnumerateRunes())
        {
            // The framework does not normalise a text with one of these; normalising makes none.
            if (IsNoCharacter(rune.Value))
            {
                return NotText;
            }

            if (!IsMappedToNothing(rune.Value))
            {
                mapped.Append(Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator ? " " : rune.ToString());
            }
        }

        var normal = mapped.ToString().Normalize(NormalizationForm.FormKC);
        if (normal.Length == 0)
        {
            return "The password consists of invisible characters only. Give another one.";
        }

        foreach (var rune in normal.EnumerateRunes())
        {
            if (IsProhibited(rune))
            {
                return NotText;
            }
        }

        prepared = normal;
        return null;
    }

    /// <summary>RFC 3454 table B.1.</summary>
    private static bool IsMappedToNothing(int value) => value
        is 0x00AD or 0x034F or 0x1806 or (>= 0x180B and <= 0x180D) or (>= 0x200B and <= 0x200D) or 0x2060
        or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF;

    /// <summary>RFC 3454 table C.4.</summary>
    private static bool IsNoCharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>RFC 3454 tables C.2.1 to C.9, without the spaces that are mapped and what has been found above.</summary>
    private static bool IsProhibited(Rune rune) => Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is 0x06DD or 0x070F or 0x180E or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2061 and <= 0x2063)
            or (>= 0x206A and <= 0x206F) or (>= 0xFFF9 and <= 0xFFFD) or (>= 0x1D173 and <= 0x1D17A)
            or (>= 0x2FF0 and <= 0x2FFB) or 0x0340 or 0x0341
            or 0xE0001 or (>= 0xE0020 and <= 0xE007F);
}
