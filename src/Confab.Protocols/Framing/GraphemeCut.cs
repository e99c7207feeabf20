using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Confab.Protocols.Framing;

/// <summary>
/// Finds where text may be cut without tearing what a reader sees as one character: a letter with its accents, an emoji of
/// several code points. Such a character that is longer than <see cref="LongestKept"/> is cut like any text, at a code point.
/// </summary>
public static class GraphemeCut
{
    /// <summary>The most that is given up for an unbroken character, in bytes or UTF-16 units: the longest emoji have about 35 bytes.</summary>
    public const int LongestKept = 64;

    /// <summary>How far before a cut the reading begins, in bytes: enough for a whole line of chat to be read from its first character.</summary>
    private const int LookBack = 1024;

    /// <summary>The longest prefix of UTF-8 text that fits a bound and ends between two characters.</summary>
    /// <param name="utf8">The bytes to cut; if they are not UTF-8 the cut is that of <see cref="Utf8Cut.Cut"/>.</param>
    /// <param name="maxBytes">The bound in bytes.</param>
    /// <returns>The prefix's length in bytes; all of <paramref name="utf8"/> if it fits; 0 for a bound of 0 or less.</returns>
    public static int Cut(ReadOnlySpan<byte> utf8, int maxBytes)
    {
        var codePoints = Utf8Cut.Cut(utf8, maxBytes);
        if (codePoints <= 0 || codePoints == utf8.Length || IsAscii((char)utf8[codePoints - 1], (char)utf8[codePoints]))
        {
            return codePoints;
        }

        var begin = Utf8Cut.Cut(utf8, Math.Max(0, codePoints - LookBack));
        var end = Utf8Cut.Cut(utf8, codePoints + LongestKept);
        Span<char> text = stackalloc char[LookBack + LongestKept + 8];
        var status = Utf8.ToUtf16(utf8[begin..end], text, out _, out var length, replaceInvalidSequences: false);
        if (status != OperationStatus.Done)
        {
            return codePoints;
        }

        var front = Encoding.UTF8.GetCharCount(utf8[begin..codePoints]);
        var kept = begin + Encoding.UTF8.GetByteCount(text[..Cut(text[..length], front)]);
        return codePoints - kept > LongestKept ? codePoints : kept;
    }

    /// <summary>The longest prefix of text that fits a bound and ends between two characters.</summary>
    /// <param name="text">The text to cut.</param>
    /// <param name="maxChars">The bound in UTF-16 units.</param>
    /// <returns>The prefix's length; all of <paramref name="text"/> if it fits; 0 for a bound of 0 or less.</returns>
    public static int Cut(ReadOnlySpan<char> text, int maxChars)
    {
        if (text.Length <= maxChars)
        {
            return text.Length;
        }

        if (maxChars <= 0 || IsAscii(text[maxChars - 1], text[maxChars]))
        {
            return Math.Max(0, maxChars);
        }

        // A character much longer than the bound would otherwise be read to its end, however far that is.
        var read = text[..Math.Min(text.Length, maxChars + LongestKept)];
        var kept = 0;
        while (true)
        {
            var next = kept + StringInfo.GetNextTextElementLength(read[kept..]);
            if (next > maxChars)
            {
                break;
            }

            kept = next;
        }

        var codePoints = char.IsHighSurrogate(text[maxChars - 1]) && char.IsLowSurrogate(text[maxChars]) ? maxChars - 1 : maxChars;
        return codePoints - kept > LongestKept ? codePoints : kept;
    }

    /// <summary>Between two ASCII characters there is always a boundary, but for CR LF.</summary>
    private static bool IsAscii(char before, char after) => before < 0x80 && after < 0x80 && before != '\r';
}
