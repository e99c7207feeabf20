using System.Text;
using Confab.Chat.Names;

namespace Confab.Chat.Tests.Names;

public sealed class AsciiFormTests
{
    [Theory]
    [InlineData("tom", "tom")]
    [InlineData("", "")]
    [InlineData("é", "e")]
    [InlineData("e\u0301", "e")]
    [InlineData("Zoë_Łódź", "Zoe_Lodz")]
    [InlineData("Straße", "Strasse")]
    [InlineData("Ærøskøbing", "AEroskobing")]
    [InlineData("Þórður", "Thordur")]
    [InlineData("Nguyễn", "Nguyen")]
    [InlineData("İstanbulı", "Istanbuli")]
    [InlineData("Əli", "Eli")]
    [InlineData("Ǽ", "AE")]
    [InlineData("Ǿ", "O")]
    [InlineData("Ｔｏｍ", "Tom")]
    [InlineData("ﬁn", "fin")]
    [InlineData("田中tom", "??tom")]
    [InlineData("한글", "??")]
    [InlineData("дом", "???")]
    [InlineData("й", "?")]
    [InlineData("नि", "?")]
    [InlineData("\u0301", "?")]
    [InlineData("😀", "?")]
    public void A_name_keeps_its_base_letters(string name, string ascii) => Assert.Equal(ascii, AsciiForm.Transliterate(name));

    [Theory]
    [InlineData("hello\tthere\n", "hello\tthere\n")]
    [InlineData("café", "caf?")]
    [InlineData("cafe\u0301", "cafe?")]
    [InlineData("田中", "??")]
    [InlineData("😀!", "?!")]
    [InlineData("ß", "?")]
    public void A_message_gets_one_question_mark_for_each_code_point(string text, string ascii) =>
        Assert.Equal(ascii, AsciiForm.Mask(text));

    [Fact]
    public void Half_a_character_and_a_noncharacter_count_as_one()
    {
        Assert.Equal("a?b?c?", AsciiForm.Mask("a\uD800b\uDC00c\uFFFE"));
        Assert.Equal("a?b?c?", AsciiForm.Transliterate("a\uD800b\uDC00c\uFFFE"));
    }

    [Fact]
    public void Ascii_is_not_copied()
    {
        var text = new string('x', 20);
        Assert.Same(text, AsciiForm.Mask(text));
        Assert.Same(text, AsciiForm.Transliterate(text));
    }

    [Fact]
    public void Any_text_becomes_ascii_and_stays_so()
    {
        var random = new Random(22);
        for (var round = 0; round < 10_000; round++)
        {
            var text = RandomText.Make(random);
            var masked = AsciiForm.Mask(text);
            var spelled = AsciiForm.Transliterate(text);
            Assert.True(Ascii.IsValid(masked) && Ascii.IsValid(spelled), "not ASCII");
            Assert.Equal(text.EnumerateRunes().Count(), masked.Length);
            Assert.Equal(text.Length == 0, spelled.Length == 0);
        }
    }
}
