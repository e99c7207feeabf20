using System.Text;

namespace Confab.Simulation.Tests.Oracle;

/// <summary>Things to say: of all lengths and scripts, each line with its mark in front.</summary>
internal static class Words
{
    private const int OneLong = 12;

    private static readonly string[] _words =
        ["tea", "kettle", "a  gap", "naïve", "日本語", "😀", "ключ", "Straße", "tab\there", "x", "e\u0301", "<b>", "🏳️‍🌈", "~", "٣"];

    public static string Make(Random random, Token token, bool manyLines)
    {
        var lines = manyLines && random.Next(3) == 0 ? random.Next(2, 4) : 1;
        if (lines == 1)
        {
            return Line(random, token, 0);
        }

        return string.Join('\n', Enumerable.Range(0, lines).Select(line => Line(random, token, line)));
    }

    private static string Line(Random random, Token token, int line)
    {
        var text = new StringBuilder(token.Mark(line));
        var length = random.Next(OneLong) == 0 ? random.Next(500, 1400) : random.Next(0, 40);
        while (text.Length < length)
        {
            text.Append(_words[random.Next(_words.Length)]).Append(random.Next(3) == 0 ? " " : ",");
        }

        return text.Append('.').ToString();
    }
}
