using System.Globalization;
using System.Text;
using Confab.Cli.Terminal;

namespace Confab.Cli.Tests.Terminal;

public sealed class DisplayWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("hello", 5)]
    [InlineData("é", 1)]
    [InlineData("e\u0301", 1)]
    [InlineData("日本語", 6)]
    [InlineData("한글", 4)]
    [InlineData("\u1112\u1161\u11AB", 2)] // the same syllable as 한, in three parts
    [InlineData("ｱ", 1)]
    [InlineData("Ａ", 2)]
    [InlineData("שלום", 4)]
    [InlineData("مرحبا", 5)]
    [InlineData("क्षि", 3)]
    [InlineData("😀", 2)]
    [InlineData("👩‍👩‍👧", 2)]
    [InlineData("👍🏽", 2)]
    [InlineData("⛹🏽", 2)]
    [InlineData("🇨🇭", 2)]
    [InlineData("❤", 1)]
    [InlineData("❤️", 2)]
    [InlineData("1️⃣", 2)]
    [InlineData("\u200B\uFEFF", 0)]
    [InlineData("a\u200D", 1)]
    [InlineData("\a", 0)]
    [InlineData("─│", 2)]
    public void Text_takes_its_columns(string text, int columns) => Assert.Equal(columns, DisplayWidth.Of(text));

    [Theory]
    [InlineData("10FF", 1)]
    [InlineData("1100", 2)]
    [InlineData("115F", 2)]
    [InlineData("303E", 2)]
    [InlineData("303F", 1)]
    [InlineData("D7A3", 2)]
    [InlineData("1F3F3", 1)]
    [InlineData("1F3F4", 2)]
    [InlineData("20000", 2)]
    [InlineData("3FFFD", 2)]
    [InlineData("40000", 1)]
    public void The_edges_of_the_wide_ranges_are_where_they_should_be(string codePoint, int columns) =>
        Assert.Equal(columns, DisplayWidth.OfRune(new Rune(int.Parse(codePoint, NumberStyles.HexNumber))));
}
