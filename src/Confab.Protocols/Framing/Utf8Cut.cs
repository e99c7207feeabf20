using System.Buffers;
using System.Text;

namespace Confab.Protocols.Framing;

/// <summary>Finds where UTF-8 bytes may be cut without tearing a code point.</summary>
/// <example>
/// <code>
/// var length = Utf8Cut.Cut("naïve"u8, maxBytes: 3);   // 2: the ï takes bytes 2 and 3
/// </code>
/// </example>
public static class Utf8Cut
{
    /// <summary>
    /// The length in bytes of the longest prefix of <paramref name="utf8"/> that has at most <paramref name="maxBytes"/> bytes
    /// and ends on a code-point boundary.
    /// </summary>
    /// <param name="utf8">The bytes to cut. Bytes that are not UTF-8 count as one code point each.</param>
    /// <param name="maxBytes">The bound in bytes. From 4 on the prefix of non-empty input is never empty.</param>
    /// <returns>The prefix's length; all of <paramref name="utf8"/> if it fits; 0 for a bound of 0 or less.</returns>
    public static int Cut(ReadOnlySpan<byte> utf8, int maxBytes)
    {
        if (utf8.Length <= maxBytes)
        {
            return utf8.Length;
        }

        return maxBytes <= 0 ? 0 : maxBytes - IncompleteTail(utf8[..maxBytes]);
    }

    /// <summary>
    /// How many bytes (0 to 3) at the end of <paramref name="utf8"/> are the beginning of a code point whose rest is not there.
    /// </summary>
    /// <param name="utf8">The bytes to look at the end of; the front of it may be anything.</param>
    /// <returns>0 if the last code point is whole, or if no following bytes could make its bytes valid.</returns>
    public static int IncompleteTail(ReadOnlySpan<byte> utf8)
    {
        var furthest = Math.Min(3, utf8.Length);
        for (var back = 1; back <= furthest; back++)
        {
            var b = utf8[^back];
            if (b < 0x80)
            {
                return 0;
            }

            if (b >= 0xC0)
            {
                var status = Rune.DecodeFromUtf8(utf8[^back..], out _, out _);
                return status == OperationStatus.NeedMoreData ? back : 0;
            }
        }

        return 0;
    }
}
