using System.Text;

namespace Confab.Chat.Names;

/// <summary>
/// The one form in which names are compared. It follows the PRECIS framework (RFC 8264) as the profiles for user names (RFC 8265)
/// and nicknames (RFC 8266) use it: compatibility normalisation, which also maps wide and narrow forms, and case folding, repeated
/// until nothing changes any more. Full folding goes beyond lower-casing where people expect it: "Straße" equals "STRASSE", and a
/// final sigma equals any other sigma.
/// </summary>
internal static class Fold
{
    /// <summary>RFC 8266 section 2: what is not stable after the first application and three more is refused.</summary>
    private const int MaxApplications = 4;

    private const int SmallSharpS = 0x00DF;
    private const int CapitalSharpS = 0x1E9E;
    private const int CapitalIWithDot = 0x0130;

    /// <summary>
    /// Folds well-formed UTF-16. False when the text does not settle, which no text of assigned characters is known to do.
    /// </summary>
    public static bool TryApply(string text, out string folded)
    {
        // Most names are ASCII, where the form is the small letters; a name in small letters is not copied.
        if (Ascii.IsValid(text))
        {
            folded = text.ToLowerInvariant();
            return true;
        }

        folded = text;
        for (var application = 0; application < MaxApplications; application++)
        {
            var next = FoldCase(folded.Normalize(NormalizationForm.FormKC)).Normalize(NormalizationForm.FormKC);
            if (next == folded)
            {
                return true;
            }

            folded = next;
        }

        return false;
    }

    /// <summary>
    /// Through upper case and back, because that unites what lower-casing alone keeps apart (both sigmas, the long s, Cherokee).
    /// The invariant culture has no opinion on the two letters of German and the dotted capital of Turkish, so they stand here. The
    /// Turkish dotless i stays a letter of its own; as a look-alike it still clashes with i.
    /// </summary>
    private static string FoldCase(string text)
    {
        var result = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case SmallSharpS or CapitalSharpS:
                    result.Append("ss");
                    break;
                case CapitalIWithDot:
                    result.Append("i\u0307");
                    break;
                default:
                    var length = Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)).EncodeToUtf16(units);
                    result.Append(units[..length]);
                    break;
            }
        }

        return result.ToString();
    }
}
