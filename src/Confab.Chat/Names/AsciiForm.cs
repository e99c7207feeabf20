using System.Collections.Frozen;
using System.Text;

namespace Confab.Chat.Names;

/// <summary>
/// Text for protocols that carry nothing but ASCII. Both forms leave ASCII untouched (controls too, so clean before), return the
/// same string when there is nothing to do, accept any UTF-16 with lone surrogates, and never give an empty text for one that is
/// not.
/// </summary>
public static class AsciiForm
{
    private const char Unknown = '?';

    /// <summary>Latin letters that Unicode does not decompose, with the spelling their own languages use without them.</summary>
    private static readonly FrozenDictionary<int, string> Spellings = new Dictionary<int, string>
    {
        ['ß'] = "ss",
        ['ẞ'] = "SS",
        ['æ'] = "ae",
        ['Æ'] = "AE",
        ['œ'] = "oe",
        ['Œ'] = "OE",
        ['ø'] = "o",
        ['Ø'] = "O",
        ['ł'] = "l",
        ['Ł'] = "L",
        ['đ'] = "d",
        ['Đ'] = "D",
        ['ð'] = "d",
        ['Ð'] = "D",
        ['þ'] = "th",
        ['Þ'] = "Th",
        ['ħ'] = "h",
        ['Ħ'] = "H",
        ['ŋ'] = "ng",
        ['Ŋ'] = "Ng",
        ['ŧ'] = "t",
        ['Ŧ'] = "T",
        ['ı'] = "i",
        ['ȷ'] = "j",
        ['ĸ'] = "k",
        ['ə'] = "e",
        ['Ə'] = "E",
        ['ɛ'] = "e",
        ['Ɛ'] = "E",
        ['ɔ'] = "o",
        ['Ɔ'] = "O",
        ['ɓ'] = "b",
        ['Ɓ'] = "B",
        ['ɗ'] = "d",
        ['Ɗ'] = "D",
        ['ƙ'] = "k",
        ['Ƙ'] = "K",
        ['ƴ'] = "y",
        ['Ƴ'] = "Y",
    }.ToFrozenDictionary();

    /// <summary>
    /// For names: Latin letters keep their base letter ("Zoë Łódź" gives "Zoe Lodz", "Straße" gives "Strasse", wide letters become
    /// narrow), every other character gives one <c>?</c>, and marks go with their letter. Different names can give the same text,
    /// so the caller has to number them.
    /// </summary>
    public static string Transliterate(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
        {
            return text;
        }

        // Normalisation throws on lone surrogates, which reading rune by rune replaces, and on U+FFFE.
        var composed = string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormC);
        var result = new StringBuilder(composed.Length);
        foreach (var rune in composed.EnumerateRunes())
        {
            if (result.Length == 0 || !NameCharacters.IsMark(rune))
            {
                AppendSpelling(result, rune);
            }
        }

        return result.ToString();
    }

    /// <summary>For message text: strictly one <c>?</c> for each code point (and each lone surrogate) that is not ASCII.</summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(rune.IsAscii ? (char)rune.Value : Unknown);
        }

        return result.ToString();
    }

    private static void AppendSpelling(StringBuilder result, Rune rune)
    {
        if (rune.IsAscii)
        {
            result.Append((char)rune.Value);
            return;
        }

        var start = result.Length;
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (part.IsAscii)
            {
                result.Append((char)part.Value);
            }
            else if (Spellings.TryGetValue(part.Value, out var spelling))
            {
                result.Append(spelling);
            }
            else if (!NameCharacters.IsMark(part))
            {
                // One sign for the whole character, whatever it is made of: a Hangul syllable has three parts.
                result.Length = start;
                break;
            }
        }

        if (result.Length == start)
        {
            result.Append(Unknown);
        }
    }
}
