using System.Text;
using Confab.Chat.Names;

namespace Confab.Chat.Tests.Names;

public sealed class NicknameTests
{
    [Theory]
    [InlineData("tom")]
    [InlineData("54358")]
    [InlineData("54358-2")]
    [InlineData("x")]
    [InlineData("Zoë")]
    [InlineData("Łukasz")]
    [InlineData("Straße")]
    [InlineData("Ελένη")]
    [InlineData("Дмитрий")]
    [InlineData("Ընկեր")]
    [InlineData("ნინო")]
    [InlineData("דוד")]
    [InlineData("דָּוִד")]
    [InlineData("محمد")]
    [InlineData("محمد123")]
    [InlineData("अनिल")]
    [InlineData("தமிழ்")]
    [InlineData("สมชาย")]
    [InlineData("မြို့")]
    [InlineData("སྒྲོལ")]
    [InlineData("ሰላም")]
    [InlineData("Nguyễn")]
    [InlineData("田中")]
    [InlineData("たなか")]
    [InlineData("タロー")]
    [InlineData("김철수")]
    [InlineData("ꮳꮃꭹ")]
    [InlineData("𐐀𐐁")]
    [InlineData("٣٤")]
    [InlineData("[a]{b}\\c|d^e_f`g-h.i")]
    [InlineData("[away]")]
    [InlineData("_tom_")]
    public void Names_of_all_scripts_are_kept_as_they_are(string name)
    {
        var composed = name.Normalize(NormalizationForm.FormC);
        Assert.Equal(composed, Make.Name(name).Text);
    }

    [Fact]
    public void The_shown_form_is_composed() => Assert.Equal("Zo\u00EB", Make.Name("Zoe\u0308").Text);

    [Theory]
    [InlineData("Tom", "tom")]
    [InlineData("Ｔｏｍ", "tom")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφος")]
    [InlineData("ﬁn", "FIN")]
    [InlineData("Zoe\u0308", "ZOË")]
    [InlineData("ｶﾀｶﾅ", "カタカナ")]
    [InlineData("ДМИТРИЙ", "дмитрий")]
    [InlineData("ᏣᎳᎩ", "ꮳꮃꭹ")]
    [InlineData("İstanbul", "i\u0307stanbul")]
    [InlineData("ſam", "Sam")]
    [InlineData("𝕥𝕠𝕞", "tom")]
    public void Spellings_of_one_name_are_the_same_nickname(string one, string other)
    {
        Assert.Equal(Make.Name(one), Make.Name(other));
        Assert.Equal(Make.Name(one).GetHashCode(), Make.Name(other).GetHashCode());
        Assert.True(Make.Name(one).ClashesWith(Make.Name(other)));
    }

    [Theory]
    [InlineData("zoe", "zoë")]
    [InlineData("ısmail", "ismail")]
    [InlineData("tom", "tom2")]
    public void Different_names_are_different_nicknames(string one, string other) => Assert.NotEqual(Make.Name(one), Make.Name(other));

    [Theory]
    [InlineData("", "empty")]
    [InlineData(null, "empty")]
    [InlineData("a b", "a space (U+0020)")]
    [InlineData("tom ", "a space (U+0020)")]
    [InlineData("a\u00A0b", "U+00A0")]
    [InlineData("a\nb", "U+000A")]
    [InlineData("a\u2028b", "U+2028")]
    [InlineData("a\0b", "U+0000")]
    [InlineData("a\u0085b", "U+0085")]
    [InlineData("\u001B[31mred", "U+001B")]
    [InlineData("a\u200Db", "U+200D")]
    [InlineData("a\u202Eb", "U+202E")]
    [InlineData("a\u2066b", "U+2066")]
    [InlineData("a\u00ADb", "U+00AD")]
    [InlineData("a\uFEFFb", "U+FEFF")]
    [InlineData("a\uE000b", "U+E000")]
    [InlineData("a\u0378b", "U+0378")]
    [InlineData("a\uFFFEb", "U+FFFE")]
    [InlineData("a\uFE0Fb", "U+FE0F")]
    [InlineData("a\u034Fb", "U+034F")]
    [InlineData("a\u3164", "U+3164")]
    [InlineData("ﾠ", "U+FFA0")]
    [InlineData("a\u2800", "U+2800")]
    [InlineData("a\U000E0041", "U+E0041")]
    [InlineData("محـمد", "U+0640")]
    [InlineData("tomː", "U+02D0")]
    [InlineData("tomǃ", "U+01C3")]
    [InlineData("😀", "U+1F600")]
    [InlineData("½", "U+00BD")]
    [InlineData("a⃝", "U+20DD")]
    [InlineData("-tom", "starts with")]
    [InlineData(".tom", "starts with")]
    [InlineData("\u0301tom", "starts with the combining mark U+0301")]
    [InlineData("ﷺ", "stands for others")]
    [InlineData("tomدود", "mixes letters")]
    [InlineData("e\u0334\u0335\u0336\u0337", "more than 3 combining marks")]
    public void What_is_not_allowed_is_named(string? input, string named) =>
        Assert.Contains(named, Make.ProblemOf(input), StringComparison.Ordinal);

    [Fact]
    public void Half_a_character_is_refused()
    {
        // In a loop, because the metadata of an attribute cannot hold lone surrogates.
        foreach (var input in new[] { "\uD800", "\uDC00tom", "tom\uD83D", "a\uDE00\uD83Db" })
        {
            var problem = Make.ProblemOf(input);
            Assert.Contains("half a character (U+D", problem, StringComparison.Ordinal);
            Assert.DoesNotContain(problem, char.IsSurrogate);
        }
    }

    [Fact]
    public void Every_sign_of_ascii_that_means_something_elsewhere_is_refused()
    {
        foreach (var sign in "#&@+%~!?*,:$<>()\"'/=; \t")
        {
            Assert.Contains("not allowed", Make.ProblemOf("to" + sign + "m"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a", 32)]
    [InlineData("田", 32)]
    [InlineData("𐐨", 32)]
    [InlineData("e\u0301", 32)]
    [InlineData("\u1100\u1161\u11A8", 32)]
    [InlineData("a", 1)]
    public void The_bound_counts_composed_code_points(string one, int bound)
    {
        Assert.True(Nickname.TryCreate(string.Concat(Enumerable.Repeat(one, bound)), bound, out var nickname, out _));
        Assert.True(Encoding.UTF8.GetByteCount(nickname.Text) <= 4 * bound);

        var problem = Make.ProblemOf(string.Concat(Enumerable.Repeat(one, bound + 1)), bound);
        Assert.Contains($"at most {bound} are allowed", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tower_of_marks_is_refused_with_a_short_sentence()
    {
        Assert.InRange(Make.ProblemOf("a" + new string('\u0301', 10_000)).Length, 1, 300);
        Assert.InRange(Make.ProblemOf("a" + new string('\u0301', 10_000), 20_000).Length, 1, 300);
        Assert.InRange(Make.ProblemOf(new string('x', 1_000_000)).Length, 1, 300);
    }

    [Fact]
    public void A_problem_shows_the_value_without_anything_invisible_in_it()
    {
        var problem = Make.ProblemOf("to\u202Em\r\nQUIT\0");
        Assert.StartsWith(
            "The nickname \"to?m??QUIT?\" contains the invisible or unassigned character U+202E",
            problem,
            StringComparison.Ordinal);
        Assert.DoesNotContain(problem, one => char.IsControl(one) || one == '\u202E');
        Assert.Contains("1 to 32 letters", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bound_that_allows_nothing_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Nickname.TryCreate("tom", 0, out _, out _));
}
