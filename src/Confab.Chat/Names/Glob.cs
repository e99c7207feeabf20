using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Confab.Chat.Names;

/// <summary>
/// A pattern for names: <c>*</c> stands for any text, <c>?</c> for one code point, and a backslash before either for the sign itself
/// (RFC 2812, section 2.5). Everything else, a backslash too, is itself, folded as nicknames are. Two patterns are equal when they fold to the
/// same.
/// </summary>
/// <remarks>A match takes at most the pattern's length times the text's: only the newest star is ever tried again.</remarks>
public sealed class Glob : IEquatable<Glob>
{
    private const char Many = '*';
    private const char One = '?';
    private const char Escape = '\\';

    // Signs of the pattern beside UTF-16 units, which are never negative.
    private const int AnyText = -1;
    private const int AnyPoint = -2;

    private readonly int[] _signs;

    private Glob(string text, string key, int[] signs)
    {
        Text = text;
        Key = key;
        _signs = signs;
    }

    /// <summary>The pattern that everything matches.</summary>
    public static Glob Everything { get; } = Parse("*");

    /// <summary>The pattern as it was written, with one star where several stood in a row.</summary>
    public string Text { get; }

    /// <summary>The form that is compared.</summary>
    public string Key { get; }

    /// <summary>True when it has a star or a question mark that stands for something else: otherwise it is a plain name.</summary>
    public bool HasWildcards => Array.Exists(_signs, sign => sign < 0);

    /// <summary>Reads any text as a pattern.</summary>
    public static Glob Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = new StringBuilder(text.Length);
        var key = new StringBuilder(text.Length);
        var literal = new StringBuilder();
        var signs = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (unit == Escape && i + 1 < text.Length && text[i + 1] is Many or One)
            {
                literal.Append(text[++i]);
                shown.Append(Escape).Append(text[i]);
            }
            else if (unit is Many or One)
            {
                EndLiteral(literal, key, signs);
                if (unit == One || signs.Count == 0 || signs[^1] != AnyText)
                {
                    signs.Add(unit == Many ? AnyText : AnyPoint);
                    key.Append(unit);
                    shown.Append(unit);
                }
            }
            else
            {
                literal.Append(unit);
                shown.Append(unit);
            }
        }

        EndLiteral(literal, key, signs);
        return new Glob(shown.ToString(), key.ToString(), [.. signs]);
    }

    /// <summary>A text as patterns compare it; what is asked of many patterns is folded once.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        // Reading rune by rune replaces lone surrogates, which normalisation would throw at; so it does at U+FFFE.
        var wellFormed = string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD');
        Names.Fold.TryApply(wellFormed, out var folded);
        return folded;
    }

    /// <summary>True when all of the text, folded by <see cref="Fold"/>, fits the pattern.</summary>
    public bool Matches(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var (sign, unit) = (0, 0);
        var (starSign, starUnit) = (-1, 0);
        while (unit < folded.Length)
        {
            if (sign < _signs.Length && _signs[sign] == AnyText)
            {
                (starSign, starUnit) = (sign, unit);
                sign++;
            }
            else if (sign < _signs.Length && _signs[sign] == AnyPoint)
            {
                sign++;
                unit = AfterPoint(folded, unit);
            }
            else if (sign < _signs.Length && _signs[sign] == folded[unit])
            {
                sign++;
                unit++;
            }
            else if (starSign >= 0)
            {
                starUnit = AfterPoint(folded, starUnit);
                (sign, unit) = (starSign + 1, starUnit);
            }
            else
            {
                return false;
            }
        }

        while (sign < _signs.Length && _signs[sign] == AnyText)
        {
            sign++;
        }

        return sign == _signs.Length;
    }

    public bool Equals([NotNullWhen(true)] Glob? other) => other is not null && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as Glob);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    private static int AfterPoint(string text, int index) =>
        index + (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1);

    private static void EndLiteral(StringBuilder literal, StringBuilder key, List<int> signs)
    {
        foreach (var unit in Fold(literal.ToString()))
        {
            if (unit is Many or One)
            {
                key.Append(Escape);
            }

            key.Append(unit);
            signs.Add(unit);
        }

        literal.Clear();
    }
}
