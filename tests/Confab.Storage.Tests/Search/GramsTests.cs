using Confab.Storage.Sqlite.Search;

namespace Confab.Storage.Tests.Search;

public sealed class GramsTests
{
    private const string Room = "\u00A07";

    [Theory]
    [InlineData("TEA", "TEA EA A")]
    [InlineData("A TEA", "A TEA EA A")]
    [InlineData("茶", "茶")]
    [InlineData("𠮷野家", "𠮷野家 野家 家")]
    [InlineData("A\tB\nC\u3000D\0E", "A B C D E")]
    [InlineData("C#\"", "C#\" #\" \"")]
    [InlineData("", "")]
    public void An_entry_has_a_token_at_each_character(string folded, string expected) =>
        Assert.Equal($"{Room} {expected}".TrimEnd(), Grams.OfEntry(folded, 7));

    [Theory]
    [InlineData("KETTLE", "KET ETT TTL TLE")]
    [InlineData("TEA", "TEA")]
    [InlineData("EA", "EA*")]
    [InlineData("茶", "茶*")]
    [InlineData("喝茶", "喝茶*")]
    [InlineData("𠮷野", "𠮷野*")]
    [InlineData("A B", "A* B*")]
    [InlineData(" ", "")]
    public void A_word_has_the_tokens_that_every_text_with_it_has(string folded, string expected) =>
        Assert.Equal(expected, string.Join(' ', Grams.OfWord(folded).Select(gram => gram.IsWhole ? gram.Token : gram.Token + "*")));
}
