namespace Confab.Chat.Rooms;

/// <summary>What ranks may do to each other.</summary>
public static class Ranks
{
    private static readonly Rank[] _all = [Rank.Founder, Rank.Admin, Rank.Operator, Rank.HalfOperator, Rank.Voice];

    /// <summary>Every rank there is, the highest first.</summary>
    public static IReadOnlyList<Rank> All => _all;

    /// <summary>The highest of those that a member has; <see cref="Rank.None"/> where it has none.</summary>
    public static Rank Highest(this Rank rank)
    {
        foreach (var one in _all)
        {
            if ((rank & one) != Rank.None)
            {
                return one;
            }
        }

        return Rank.None;
    }

    /// <summary>True for members who keep order in the room, to whatever extent.</summary>
    public static bool KeepsOrder(this Rank? rank) => rank >= Rank.HalfOperator;

    /// <summary>True for members who run the room.</summary>
    public static bool RunsRoom(this Rank? rank) => rank >= Rank.Operator;

    /// <summary>
    /// Whether a member may give somebody a rank: founders and admins their own and everything below, operators up to their own, half operators
    /// voice.
    /// </summary>
    public static bool MayGive(Rank own, Rank given) => own.Highest() switch
    {
        Rank.HalfOperator => given == Rank.Voice,
        >= Rank.Operator => given <= own.Highest(),
        _ => false,
    };

    /// <summary>Whether a member may take a rank from somebody else: what it may give, from nobody above it, and not from its like among admins.</summary>
    public static bool MayTake(Rank own, Rank taken, Rank target) =>
        MayGive(own, taken) && target.Highest() <= own.Highest() && !(own.Highest() == Rank.Admin && taken == Rank.Admin);

    /// <summary>
    /// Whether a member may remove somebody else: nobody above it. Admins and half operators do not remove their like, operators and founders do.
    /// </summary>
    public static bool MayRemove(Rank own, Rank target) => own.Highest() switch
    {
        Rank.Founder => true,
        Rank.Operator => target.Highest() <= Rank.Operator,
        Rank.Admin or Rank.HalfOperator => target.Highest() < own.Highest(),
        _ => false,
    };
}
