using Confab.Chat.Rooms;

namespace Confab.Chat.Tests.Rooms;

public sealed class RanksTests
{
    // Who may do what to whom, one line for each rank that acts: what it gives, and whom it removes.
    [Theory]
    [InlineData(Rank.None, "", "")]
    [InlineData(Rank.Voice, "", "")]
    [InlineData(Rank.HalfOperator, "v", "-v")]
    [InlineData(Rank.Operator, "ohv", "-vho")]
    [InlineData(Rank.Admin, "aohv", "-vho")]
    [InlineData(Rank.Founder, "qaohv", "-vhoaq")]
    public void Each_rank_gives_and_removes_what_the_table_says(Rank own, string gives, string removes)
    {
        Assert.Equal(gives, string.Concat(Ranks.All.Where(given => Ranks.MayGive(own, given)).Select(RankLetters.LetterOf)));
        Assert.Equal(
            removes,
            string.Concat(Ranks.All.Append(Rank.None).Reverse()
                .Where(target => Ranks.MayRemove(own, target)).Select(target => target == Rank.None ? '-' : RankLetters.LetterOf(target))));
    }

    [Theory]
    [InlineData(Rank.Operator, Rank.Operator, Rank.Operator, true)]
    [InlineData(Rank.Operator, Rank.Operator, Rank.Operator | Rank.Admin, false)]
    [InlineData(Rank.Operator, Rank.Voice, Rank.Voice | Rank.Founder, false)]
    [InlineData(Rank.HalfOperator, Rank.Voice, Rank.Voice, true)]
    [InlineData(Rank.HalfOperator, Rank.Voice, Rank.Voice | Rank.Operator, false)]
    [InlineData(Rank.HalfOperator, Rank.HalfOperator, Rank.HalfOperator, false)]
    [InlineData(Rank.Admin, Rank.Admin, Rank.Admin, false)]
    [InlineData(Rank.Admin, Rank.Operator, Rank.Admin | Rank.Operator, true)]
    [InlineData(Rank.Founder, Rank.Admin, Rank.Admin, true)]
    [InlineData(Rank.Founder, Rank.Founder, Rank.Founder, true)]
    public void A_rank_is_taken_by_those_above_or_beside(Rank own, Rank taken, Rank target, bool may) =>
        Assert.Equal(may, Ranks.MayTake(own, taken, target));

    [Fact]
    public void The_highest_of_several_counts()
    {
        Assert.Equal(Rank.Operator, (Rank.Voice | Rank.Operator).Highest());
        Assert.Equal(Rank.None, Rank.None.Highest());
        Assert.Equal(("@+", ""), (RankLetters.SignsOf(Rank.Voice | Rank.Operator), RankLetters.SignsOf(Rank.None)));
    }

    [Fact]
    public void Letters_and_signs_stand_for_the_same_ranks()
    {
        Assert.Equal(("qaohv", "~&@%+"), (RankLetters.Letters, RankLetters.Signs));
        Assert.Equal(Ranks.All, RankLetters.Letters.Select(RankLetters.OfLetter));
        Assert.Equal(Ranks.All, RankLetters.Signs.Select(RankLetters.OfSign));
        Assert.Equal((Rank.None, Rank.None), (RankLetters.OfLetter('x'), RankLetters.OfSign('!')));
    }
}
