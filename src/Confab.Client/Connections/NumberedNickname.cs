using System.Globalization;

namespace Confab.Client.Connections;

/// <summary>The nickname to ask for: the wanted one, or where it is taken with a number behind it.</summary>
internal sealed class NumberedNickname(string wanted, Random random)
{
    private const int MostTries = 16;

    /// <summary>Room for a number in the 32 code points that a nickname may have.</summary>
    private const int LongestStem = 26;

    private int _attempt;
    private string? _numbered;

    public string Current => _numbered ?? wanted;

    /// <summary>The one to ask for next; null when it was tried often enough.</summary>
    public string? Next()
    {
        if (_attempt == MostTries)
        {
            return null;
        }

        // First the names that people would choose, then any: fifty pipes may sign on under one name.
        _attempt++;
        var number = _attempt < 9 ? _attempt + 1 : random.Next(10, 10_000);
        var stem = string.Concat(wanted.EnumerateRunes().Take(LongestStem));
        return _numbered = stem + number.ToString(CultureInfo.InvariantCulture);
    }
}
