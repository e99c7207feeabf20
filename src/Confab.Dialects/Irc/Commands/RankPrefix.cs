using Confab.Chat.Rooms;

namespace Confab.Dialects.Irc.Commands;

/// <summary>Ranks as the signs before a nickname, highest first, and as mode letters (RPL_ISUPPORT PREFIX).</summary>
internal static class RankPrefix
{
    private static readonly (Rank Rank, char Sign, char Letter)[] _all =
    [
        (Rank.Founder, '~', 'q'),
        (Rank.Admin, '&', 'a'),
        (Rank.Operator, '@', 'o'),
        (Rank.HalfOperator, '%', 'h'),
        (Rank.Voice, '+', 'v'),
    ];

    /// <summary>The signs of a member.</summary>
    /// <param name="rank">Its ranks.</param>
    /// <param name="all">True: all of them (<c>multi-prefix</c>). False: the highest.</param>
    public static string Of(Rank rank, bool all)
    {
        var signs = string.Empty;
        foreach (var (one, sign, _) in _all)
        {
            if (rank.HasFlag(one))
            {
                if (!all)
                {
                    return sign.ToString();
                }

                signs += sign;
            }
        }

        return signs;
    }

    /// <summary>The mode letter of one rank.</summary>
    public static char Letter(Rank rank) => Array.Find(_all, one => one.Rank == rank).Letter;

    /// <summary>The rank of a mode letter; null for another letter.</summary>
    public static Rank? OfLetter(char letter) => Array.Find(_all, one => one.Letter == letter) is { Letter: not '\0' } found ? found.Rank : null;

    /// <summary>The rank of a sign, as STATUSMSG writes it before a room's name; null for another character.</summary>
    public static Rank? OfSign(char sign) => Array.Find(_all, one => one.Sign == sign) is { Letter: not '\0' } found ? found.Rank : null;
}
