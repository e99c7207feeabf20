using System.Text;

namespace Confab.Chat.Names;

/// <summary>
/// The form of a name in which look-alikes are equal: the "skeleton" of Unicode Technical Standard 39, over our own table.
/// </summary>
internal static class LookAlikeForm
{
    private const int DotAbove = 0x0307;

    /// <summary>
    /// Takes the shown form of a name: a few capitals resemble another letter than their small form and must be seen before case is
    /// folded. The rest is judged in folded and decomposed form, letter and marks apart.
    /// </summary>
    public static string Of(string text)
    {
        var capitals = ReplaceCapitals(ReplaceCapitals(text.Normalize(NormalizationForm.FormD)).Normalize(NormalizationForm.FormKD));
        _ = Fold.TryApply(capitals, out var folded);
        return JoinPairs(ReplaceShapes(folded.Normalize(NormalizationForm.FormD)));
    }

    private static string ReplaceCapitals(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(result, rune, LookAlikes.OfCapital(rune));
        }

        return result.ToString();
    }

    private static string ReplaceShapes(string text)
    {
        var result = new StringBuilder(text.Length);
        var previous = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            var repeatsItsMark = rune == previous && NameCharacters.IsMark(rune);
            if (!repeatsItsMark && !IsDotThatIsThereAlready(rune, result))
            {
                Append(result, rune, LookAlikes.Of(rune));
            }

            previous = rune;
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, Rune rune, string? lookAlike)
    {
        Span<char> units = stackalloc char[2];
        if (lookAlike is null)
        {
            result.Append(units[..rune.EncodeToUtf16(units)]);
        }
        else
        {
            result.Append(lookAlike);
        }
    }

    /// <summary>A dot above i or j draws nothing new; i stands as l by then.</summary>
    private static bool IsDotThatIsThereAlready(Rune rune, StringBuilder before) =>
        rune.Value == DotAbove && before.Length > 0 && before[^1] is 'l' or 'j';

    /// <summary>Two letters side by side that pass for one. They are joined, so that both spellings come out the same.</summary>
    private static string JoinPairs(string text) =>
        text.Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal);
}
