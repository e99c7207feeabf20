namespace Confab.Chat.Rooms;

/// <summary>The ranks as letters and signs: IRC's way to write them, and the way they are stored.</summary>
public static class RankLetters
{
    private static readonly (Rank Rank, char Letter, char Sign)[] _all =
    [
        (Rank.Founder, 'q', '~'),
        (Rank.Admin, 'a', '&'),
        (Rank.Operator, 'o', '@'),
        (Rank.HalfOperator, 'h', '%'),
        (Rank.Voice, 'v', '+'),
    ];

    /// <summary>The letters, the highest rank first.</summary>
    public static string Letters { get; } = string.Concat(_all.Select(one => one.Letter));

    /// <summary>The signs before nicknames, in the same order.</summary>
    public static string Signs { get; } = string.Concat(_all.Select(one => one.Sign));

    /// <summary>The letter of the highest of the ranks; a NUL where there is none.</summary>
    public static char LetterOf(Rank rank) => Array.Find(_all, one => one.Rank == rank.Highest()).Letter;

    /// <summary>The signs of all of the ranks, the highest first; empty for none.</summary>
    public static string SignsOf(Rank rank) => rank == Rank.None ? string.Empty : SomeSignsOf(rank);

    /// <summary>The rank of a letter; <see cref="Rank.None"/> where it is none's.</summary>
    public static Rank OfLetter(char letter)
    {
        foreach (var one in _all)
        {
            if (one.Letter == letter)
            {
                return one.Rank;
            }
        }

        return Rank.None;
    }

    /// <summary>The rank of a sign; <see cref="Rank.None"/> where it is none's.</summary>
    public static Rank OfSign(char sign)
    {
        foreach (var one in _all)
        {
            if (one.Sign == sign)
            {
                return one.Rank;
            }
        }

        return Rank.None;
    }

    private static string SomeSignsOf(Rank rank) => string.Concat(_all.Where(one => (rank & one.Rank) != Rank.None).Select(one => one.Sign));
}
