using Confab.Chat.Names;

namespace Confab.Chat.Tests.Names;

public sealed class NicknameRepairTests
{
    [Theory]
    [InlineData("tom", "tom")]
    [InlineData("tom_", "tom_")]
    [InlineData("  tom jones ", "tom_jones")]
    [InlineData("tom  \t jones", "tom_jones")]
    [InlineData("tom\r\n", "tom")]
    [InlineData("tom: hello", "tom_hello")]
    [InlineData("#tom!user@host", "tomuserhost")]
    [InlineData("--.tom", "tom")]
    [InlineData("\u0301tom", "tom")]
    [InlineData("to\u202Em\0", "tom")]
    [InlineData("tom😀", "tom")]
    [InlineData("tomداود", "tom")]
    [InlineData("داودtom", "داود")]
    [InlineData("דָוִדtom", "דָוִד")]
    [InlineData("ﷺtom", "tom")]
    [InlineData("Zoe\u0308!", "Zoë")]
    [InlineData("", "guest")]
    [InlineData(null, "guest")]
    [InlineData("   ", "guest")]
    [InlineData("!!!", "guest")]
    [InlineData("😀", "guest")]
    public void Anything_becomes_the_nearest_nickname(string? input, string expected) =>
        Assert.Equal(expected, Nickname.MakeValid(input, Nickname.DefaultMaxLength, "guest").Text);

    [Fact]
    public void Half_a_character_is_dropped() => Assert.Equal("tom", Nickname.MakeValid("t\uD800om\uDC00", 32, "guest").Text);

    [Fact]
    public void Marks_beyond_the_bound_are_dropped() =>
        Assert.Equal("a\u0334\u0334\u0334b", Nickname.MakeValid("a" + new string('\u0334', 10) + "b", 32, "guest").Text);

    [Fact]
    public void What_is_too_long_is_cut_between_code_points()
    {
        Assert.Equal("𐐨𐐨𐐨", Nickname.MakeValid("𐐨𐐨𐐨𐐨", 3, "guest").Text);
        Assert.Equal(32, Nickname.MakeValid(new string('x', 1_000_000), 32, "guest").Text.Length);
    }

    [Fact]
    public void An_unusable_fallback_is_repaired_too()
    {
        Assert.Equal("no_one", Nickname.MakeValid("", 32, " no one ").Text);
        Assert.Equal("guest", Nickname.MakeValid("", 32, "").Text);
        Assert.Equal("g", Nickname.MakeValid("", 1, "").Text);
    }

    [Theory]
    [InlineData("tom", 2, 32, "tom2")]
    [InlineData("tom", 12, 32, "tom12")]
    [InlineData("54358", 2, 32, "54358-2")]
    [InlineData("tom7", 2, 32, "tom7-2")]
    [InlineData("محمد٣", 2, 32, "محمد٣-2")]
    [InlineData("𝟙", 2, 32, "𝟙-2")]
    [InlineData("𐐨", 2, 32, "𐐨2")]
    [InlineData("abcdef", 2, 6, "abcde2")]
    [InlineData("abcdef", 10, 6, "abcd10")]
    [InlineData("123456", 2, 6, "1234-2")]
    [InlineData("abc1ef", 10, 6, "abc-10")]
    [InlineData("tom", 2, 1, "2")]
    [InlineData("12", 3, 2, "3")]
    public void A_number_is_put_behind_and_stays_readable(string name, int number, int maxLength, string expected) =>
        Assert.Equal(expected, Make.Name(name).WithNumber(number, maxLength).Text);

    [Fact]
    public void A_number_that_does_not_fit_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Make.Name("tom").WithNumber(100, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Make.Name("tom").WithNumber(-1, 32));
    }
}
