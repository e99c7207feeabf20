using System.Text;
using Confab.Protocols.Framing;

namespace Confab.Protocols.Tests.Framing;

public sealed class GraphemeCutTests
{
    [Theory]
    [InlineData("abc", 3, 3)]
    [InlineData("abc", 2, 2)]
    [InlineData("abc", 0, 0)]
    [InlineData("abc", -1, 0)]
    [InlineData("ae\u0301b", 3, 1)]
    [InlineData("ae\u0301b", 4, 4)]
    [InlineData("a\r\nb", 2, 1)]
    [InlineData("😀😀", 7, 4)]
    [InlineData("a👍🏽", 6, 1)]
    [InlineData("", 0, 0)]
    public void Bytes_are_cut_between_what_a_reader_sees_as_characters(string text, int maxBytes, int length) =>
        Assert.Equal(length, GraphemeCut.Cut(Encoding.UTF8.GetBytes(text), maxBytes));

    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("ae\u0301b", 2, 1)]
    [InlineData("a😀", 2, 1)]
    [InlineData("a👍🏽b", 4, 1)]
    [InlineData("abc", -1, 0)]
    public void Characters_are_cut_the_same_way(string text, int maxChars, int length) => Assert.Equal(length, GraphemeCut.Cut(text.AsSpan(), maxChars));

    [Fact]
    public void Bytes_that_are_not_text_are_cut_anyway() => Assert.Equal(2, GraphemeCut.Cut([0xFF, 0xFF, 0xFF], 2));

    [Fact]
    public void Far_into_a_long_text_the_cut_is_the_same()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("ae\u0301 ", 5_000)));
        for (var bound = 20_000; bound < 20_005; bound++)
        {
            Assert.Equal(bound % 5 is 2 or 3 ? bound - (bound % 5) + 1 : bound, GraphemeCut.Cut(text, bound));
        }
    }
}
