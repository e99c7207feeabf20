using System.Globalization;
using System.Text.RegularExpressions;

namespace Confab.Scenarios.Tests.Telling;

/// <summary>Text in quotation marks: <c>\n</c>, <c>\t</c>, <c>\"</c> and <c>\\</c> stand for what they stand for everywhere, and
/// <c>"ab" 3 times</c> is <c>ababab</c>.</summary>
internal static class Quotation
{
    /// <summary>A part of a step's regular expression.</summary>
    public const string Shape = """
        "(?<text>(?:[^"\\]|\\.)*)"(?: (?<times>\d+) times)?
        """;

    public static string Of(Match match)
    {
        var text = match.Groups["text"].Value
            .Replace(@"\\", "\0", StringComparison.Ordinal)
            .Replace(@"\n", "\n", StringComparison.Ordinal)
            .Replace(@"\t", "\t", StringComparison.Ordinal)
            .Replace("\\\"", "\"", StringComparison.Ordinal)
            .Replace("\0", @"\", StringComparison.Ordinal);
        return match.Groups["times"] is { Success: true, Value: var times }
            ? string.Concat(Enumerable.Repeat(text, int.Parse(times, CultureInfo.InvariantCulture)))
            : text;
    }
}
