using Confab.Chat.Rooms;
using Confab.Protocols.Control;

namespace Confab.Dialects.Control;

/// <summary>Ranks in the protocol's words.</summary>
internal static class RankWords
{
    private static readonly (string Word, Rank Rank)[] _all =
    [
        (ControlRanks.None, Rank.None),
        (ControlRanks.Voice, Rank.Voice),
        (ControlRanks.HalfOperator, Rank.HalfOperator),
        (ControlRanks.Operator, Rank.Operator),
        (ControlRanks.Admin, Rank.Admin),
        (ControlRanks.Founder, Rank.Founder),
    ];

    public static string Of(Rank rank) => Array.Find(_all, one => one.Rank == rank).Word;

    public static bool TryRead(string? word, out Rank rank)
    {
        var found = Array.Find(_all, one => one.Word == word);
        rank = found.Rank;
        return found.Word is not null;
    }
}
