using Confab.Cli.Terminal;

namespace Confab.Cli.Tests.Terminal;

public sealed class NicknameColorTests
{
    // Stored, so that a nickname keeps its colour from one version to the next.
    [Theory]
    [InlineData("alice", 162)]
    [InlineData("bob", 96)]
    [InlineData("54358", 30)]
    [InlineData("Zoë", 166)]
    public void A_nickname_keeps_its_colour(string nickname, byte number) =>
        Assert.Equal(new TextColor(number), NicknameColor.Of(nickname, ColorDepth.TwoHundredFiftySix));

    [Fact]
    public void Upper_and_lower_case_are_one_nickname() => Assert.Equal(
        NicknameColor.Of("zoë", ColorDepth.TwoHundredFiftySix),
        NicknameColor.Of("ZOË", ColorDepth.TwoHundredFiftySix));

    [Theory]
    [InlineData(ColorDepth.Sixteen, 4)]
    [InlineData(ColorDepth.TwoHundredFiftySix, 20)]
    internal void Guests_spread_over_all_colours(ColorDepth depth, int colors)
    {
        var shares = Enumerable.Range(1, 2000).Select(number => NicknameColor.Of($"guest{number}", depth)).CountBy(color => color!.Value).ToList();
        Assert.Equal(colors, shares.Count);
        Assert.All(shares, share => Assert.InRange(share.Value, 2000 / colors / 2, 2000 / colors * 2));
    }

    [Fact]
    public void Without_colours_there_is_none() => Assert.Null(NicknameColor.Of("alice", ColorDepth.None));

    [Theory]
    [InlineData(1, "\e[31m")]
    [InlineData(9, "\e[91m")]
    [InlineData(130, "\e[38;5;130m")]
    public void A_colour_is_set_in_the_oldest_way_that_knows_it(byte number, string sequence) =>
        Assert.Equal(sequence, new TextColor(number).Sequence);
}
