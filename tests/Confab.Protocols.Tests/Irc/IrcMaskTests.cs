using Confab.Protocols.Irc;

namespace Confab.Protocols.Tests.Irc;

public sealed class IrcMaskTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("a", "", false)]
    [InlineData("*", "", true)]
    [InlineData("***", "", true)]
    [InlineData("?", "", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("a?c", "abbc", false)]
    [InlineData("a*c", "ac", true)]
    [InlineData("a*c", "abbbc", true)]
    [InlineData("a*c", "abbbcd", false)]
    [InlineData("*a*b*", "xxaxxbxx", true)]
    [InlineData("*ab*ab", "ababab", true)]
    [InlineData("*a?b", "aaxb", true)]
    [InlineData("A*Z", "a-z", true)]
    [InlineData("?", "😀", true)]
    [InlineData("??", "😀", false)]
    [InlineData("*😀", "a😀", true)]
    [InlineData(@"\*", "*", true)]
    [InlineData(@"\*", "a", false)]
    [InlineData(@"\?", "a", false)]
    [InlineData(@"\\*", @"\abc", true)]
    [InlineData(@"a\b", @"a\b", true)]
    [InlineData(@"a\", @"a\", true)]
    [InlineData(@"*\*", "abc*", true)]
    [InlineData(@"*\*", "abc", false)]
    [InlineData("*!*@*.example", "ada!a@host.example", true)]
    [InlineData("*!*@*.example", "ada!a@example", false)]
    public void A_mask_matches_a_whole_text(string mask, string text, bool matches) => Assert.Equal(matches, IrcMask.Matches(mask, text));

    [Fact]
    public void Case_is_folded_by_the_mapping()
    {
        Assert.True(IrcMask.Matches("[A]*", "{a}b", CaseMapping.Rfc1459));
        Assert.False(IrcMask.Matches("[A]*", "{a}b", CaseMapping.Ascii));
        Assert.True(IrcMask.Matches(@"\*|", @"*\", CaseMapping.Rfc1459));
    }

    [Theory]
    [InlineData("ada", "ada!*@*")]
    [InlineData("ada*", "ada*!*@*")]
    [InlineData("a@host", "*!a@host")]
    [InlineData("@host", "*!*@host")]
    [InlineData("ada!a", "ada!a@*")]
    [InlineData("ada!", "ada!*@*")]
    [InlineData("ada!a@host", "ada!a@host")]
    [InlineData("!a@", "*!a@*")]
    [InlineData("", "*!*@*")]
    [InlineData("*!*@*", "*!*@*")]
    [InlineData("a**b!***@?*", "a*b!*@?*")]
    [InlineData(@"a\***", @"a\**!*@*")]
    [InlineData(@"a\\**", @"a\\*!*@*")]
    public void What_people_type_becomes_a_whole_mask(string typed, string mask)
    {
        Assert.Equal(mask, IrcMask.Normalize(typed));
        Assert.Equal(mask, IrcMask.Normalize(mask));
    }

    [Theory]
    [InlineData("ada", false)]
    [InlineData("a?a", true)]
    [InlineData("*", true)]
    [InlineData(@"\*\?", false)]
    [InlineData(@"\\*", true)]
    public void Wildcards_are_seen_unless_they_are_escaped(string mask, bool has) => Assert.Equal(has, IrcMask.HasWildcards(mask));

    [Fact]
    public void A_hostile_mask_takes_no_more_than_its_pieces_times_the_text()
    {
        var mask = string.Concat(Enumerable.Repeat("*a", 5_000)) + "b";
        Assert.False(IrcMask.Matches(mask, new string('a', 20_000)));
    }

    [Fact]
    public void Any_mask_agrees_with_the_slow_definition()
    {
        var random = new Random(20_261_121);
        for (var i = 0; i < 20_000; i++)
        {
            var mask = Next(random, "ab*?\\");
            var text = Next(random, "ab*?\\");
            Assert.True(Slowly(mask, text) == IrcMask.Matches(mask, text), $"{mask} and {text}");
        }
    }

    private static string Next(Random random, string of) =>
        string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => of[random.Next(of.Length)]));

    private static bool Slowly(string mask, string text) => mask switch
    {
        "" => text.Length == 0,
        ['*', .. var rest] => Enumerable.Range(0, text.Length + 1).Any(taken => Slowly(rest, text[taken..])),
        ['?', .. var rest] => text.Length > 0 && Slowly(rest, text[1..]),
        ['\\', '*' or '?' or '\\', ..] => text.Length > 0 && text[0] == mask[1] && Slowly(mask[2..], text[1..]),
        _ => text.Length > 0 && text[0] == mask[0] && Slowly(mask[1..], text[1..]),
    };
}
