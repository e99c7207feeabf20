using System.Text;

namespace Confab.Storage.Search;

/// <summary>
/// The form in which texts and words are compared, the same for every log: compatibility forms are one (NFKC, so full-width letters,
/// ligatures and decomposed accents match their plain forms), letter case does not count, and the sharp s is two s.
/// </summary>
public static class SearchFold
{
    /// <summary>Folds any text, well-formed UTF-16 or not. The result may be longer than the text.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
        {
            return text.ToUpperInvariant();
        }

        return WellFormed(text)
            .Normalize(NormalizationForm.FormKC)
            .ToUpperInvariant()
            .Replace("ß", "SS", StringComparison.Ordinal)
            .Replace("ẞ", "SS", StringComparison.Ordinal);
    }

    // Half a surrogate pair cannot be normalised; what a person typed must still never end in an exception.
    private static string WellFormed(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            return text;
        }

        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            builder.Append(rune.ToString());
        }

        return builder.ToString();
    }
}
