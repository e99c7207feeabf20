using System.Diagnostics;
using Confab.Chat.Names;

namespace Confab.Chat.Tests.Names;

public sealed class GlobTests
{
    [Theory]
    [InlineData("*", "")]
    [InlineData("*", "anything")]
    [InlineData("tom", "TOM")]
    [InlineData("T?m", "tim")]
    [InlineData("t*m", "tm")]
    [InlineData("t*m", "thomas from bethlehem")]
    [InlineData("*a*b*", "xaxbx")]
    [InlineData("*aab", "aaaab")]
    [InlineData("a?*", "ab")]
    [InlineData("?", "ж")]
    [InlineData("?", "😀")]
    [InlineData("*?x", "😀x")]
    [InlineData("ЖУК*", "жуки")]
    [InlineData("stra?e", "stra?e")]
    [InlineData("STRASSE", "straße")]
    [InlineData(@"a\*b", "a*b")]
    [InlineData(@"a\?", "a?")]
    [InlineData(@"a\b", @"A\B")]
    [InlineData(@"a\", @"a\")]
    [InlineData(@"\\*", @"\*")]
    [InlineData("[x]", "[x]")]
    public void What_fits_fits(string pattern, string text) =>
        Assert.True(Glob.Parse(pattern).Matches(Glob.Fold(text)));

    [Theory]
    [InlineData("", "a")]
    [InlineData("tom", "tomato")]
    [InlineData("tom", "to")]
    [InlineData("?", "")]
    [InlineData("??", "😀")]
    [InlineData("t*m", "tomato")]
    [InlineData("*aab", "aabb")]
    [InlineData(@"a\*b", "axb")]
    [InlineData(@"a\?", "ab")]
    [InlineData("＊", "anything")]
    public void What_does_not_fit_does_not(string pattern, string text) =>
        Assert.False(Glob.Parse(pattern).Matches(Glob.Fold(text)));

    [Theory]
    [InlineData("a**b", "a*b")]
    [InlineData("***", "*")]
    [InlineData("A*?*", "A*?*")]
    [InlineData(@"\**", @"\**")]
    public void Several_stars_in_a_row_are_one(string written, string shown) =>
        Assert.Equal(shown, Glob.Parse(written).Text);

    [Fact]
    public void Patterns_are_equal_when_they_fold_to_the_same()
    {
        Assert.Equal(Glob.Parse("TOM*"), Glob.Parse("tom**"));
        Assert.NotEqual(Glob.Parse("a*"), Glob.Parse(@"a\*"));
        Assert.False(Glob.Parse(@"a\*").HasWildcards);
        Assert.True(Glob.Parse("a*").HasWildcards);
    }

    [Theory]
    [InlineData("a\ud83d*", "a\ud83dx")]
    [InlineData("\uffff", "\uffff")]
    [InlineData("\ufffe", "\ufffe")]
    public void Broken_text_is_a_name_like_any_other(string pattern, string text) =>
        Assert.True(Glob.Parse(pattern).Matches(Glob.Fold(text)));

    [Fact]
    public void The_worst_pattern_takes_no_time()
    {
        var pattern = Glob.Parse(string.Concat(Enumerable.Repeat("*a", 120)) + "b");
        var text = new string('a', 1_000);
        var start = Stopwatch.GetTimestamp();

        Assert.False(pattern.Matches(text));
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void It_answers_as_the_plain_definition_does()
    {
        var random = new Random(2812);
        for (var round = 0; round < 20_000; round++)
        {
            var pattern = Letters(random, "ab?*");
            var text = Letters(random, "ab");

            Assert.True(Plainly(pattern, text) == Glob.Parse(pattern).Matches(text), $"'{pattern}' on '{text}'");
        }
    }

    private static string Letters(Random random, string from) => new(random.GetItems<char>(from, random.Next(7)));

    private static bool Plainly(string pattern, string text) => pattern switch
    {
        "" => text.Length == 0,
        ['*', .. var rest] => Plainly(rest, text) || (text.Length > 0 && Plainly(pattern, text[1..])),
        ['?', .. var rest] => text.Length > 0 && Plainly(rest, text[1..]),
        _ => text.Length > 0 && text[0] == pattern[0] && Plainly(pattern[1..], text[1..]),
    };
}
