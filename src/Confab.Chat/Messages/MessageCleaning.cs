using System.Buffers;
using System.Text;
using Confab.Chat.Names;

namespace Confab.Chat.Messages;

/// <summary>
/// The cleaning that <see cref="MessageText"/> promises of its formatted text; <see cref="FormatCodes"/> alone are left in. Applying it again changes
/// nothing.
/// </summary>
internal static class MessageCleaning
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Everything that may have to be changed, surrogates aside. Most messages contain none of these, so looking for them is all
    /// the work there is.
    /// </summary>
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(one => char.IsControl(one) && one is not ('\t' or '\n'))
            .Concat("\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069")
            .ToArray());

    public static string Apply(string input)
    {
        var isClean = !input.AsSpan().ContainsAny(Suspicious) && Surrogates.IndexOfLone(input) < 0;
        return isClean ? input.Trim('\n') : Rewrite(input).Trim('\n');
    }

    private static string Rewrite(string input)
    {
        var result = new StringBuilder(input.Length);
        var directions = new DirectionBalance();
        for (var index = 0; index < input.Length; index++)
        {
            var one = input[index];
            var next = index + 1 < input.Length ? input[index + 1] : '\0';
            if (IsLineBreak(one))
            {
                index += one == '\r' && next == '\n' ? 1 : 0;
                directions.CloseLine(result);
                result.Append('\n');
            }
            else if (DirectionBalance.Concerns(one))
            {
                directions.Append(one, result);
            }
            else if (char.IsSurrogatePair(one, next))
            {
                result.Append(one).Append(next);
                index++;
            }
            else if (char.IsSurrogate(one))
            {
                result.Append(Replacement);
            }
            else if (one == '\t' || !char.IsControl(one) || FormatCodes.Begins(one))
            {
                result.Append(one);
            }
        }

        directions.CloseLine(result);
        return result.ToString();
    }

    /// <summary>The line breaks of Unicode (UAX 14, classes BK, CR, LF and NL).</summary>
    private static bool IsLineBreak(char one) => one is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';
}
