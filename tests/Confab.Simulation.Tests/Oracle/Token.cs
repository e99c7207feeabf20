using System.Globalization;

namespace Confab.Simulation.Tests.Oracle;

/// <summary>
/// Names one thing that one client said. Each line of the thing begins with its mark, <c>{3.17.0|</c>: client, count and line. So whatever a
/// door makes of it, it can be found again.
/// </summary>
internal readonly record struct Token(int Client, int Count)
{
    public const char Begin = '{';
    private const char End = '|';

    public string Mark(int line) => string.Create(CultureInfo.InvariantCulture, $"{Begin}{Client}.{Count}.{line}{End}");

    /// <summary>A word that finds the first line of it, and has no <see cref="Begin"/>.</summary>
    public string Word() => Mark(0)[1..];

    /// <summary>Reads the mark at the front of the text. False where it is not whole.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Token token, out int line)
    {
        token = default;
        line = 0;
        if (text.IsEmpty || text[0] != Begin)
        {
            return false;
        }

        var end = text.IndexOf(End);
        if (end < 0)
        {
            return false;
        }

        Span<Range> parts = stackalloc Range[4];
        var mark = text[1..end];
        if (mark.Split(parts, '.') != 3
            || !int.TryParse(mark[parts[0]], NumberStyles.None, CultureInfo.InvariantCulture, out var client)
            || !int.TryParse(mark[parts[1]], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || !int.TryParse(mark[parts[2]], NumberStyles.None, CultureInfo.InvariantCulture, out line))
        {
            return false;
        }

        token = new Token(client, count);
        return true;
    }

    public override string ToString() => Mark(0);
}
