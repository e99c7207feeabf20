namespace Confab.Chat.Tests.Names;

public sealed class NicknameClashTests
{
    [Theory]
    [InlineData("аdmin", "admin")]          // Cyrillic a
    [InlineData("раураl", "paypal")]        // Cyrillic but for the last letter
    [InlineData("paypa1", "paypal")]
    [InlineData("paypaI", "paypal")]        // capital i
    [InlineData("pay|pal", "paylpal")]
    [InlineData("r00t", "root")]
    [InlineData("ｒ００ｔ", "root")]
    [InlineData("modern", "modem")]
    [InlineData("vvizard", "wizard")]
    [InlineData("ısmail", "ismail")]
    [InlineData("İsmail", "ismail")]
    [InlineData("ΝΙΚΗ", "nikh")]            // Greek capitals look like other letters than their small forms
    [InlineData("νικη", "vikn")]
    [InlineData("Ηello", "Hello")]
    [InlineData("Ήello", "H\u0301ello")]
    [InlineData("Ϲat", "Cat")]
    [InlineData("Օհն", "ohն")]              // Armenian
    [InlineData("ᎠᏟ", "DᏟ")]              // Cherokee
    [InlineData("ꮃꭺꮮ", "wal")]
    [InlineData("ꓐꓳꓐ", "BOB")]              // Lisu
    [InlineData("ⲟⲣ", "op")]                // Coptic
    [InlineData("ᴀᴅᴍɪɴ", "admin")]          // small capitals
    [InlineData("ёж", "e\u0308ж")]
    [InlineData("æon", "aeon")]
    [InlineData("ロ", "口")]
    [InlineData("ペン", "ぺン")]
    [InlineData("علی", "على")]
    [InlineData("۱۲", "١٢")]
    [InlineData("e\u0301\u0301", "é")]
    public void Look_alikes_clash(string impostor, string name)
    {
        Assert.NotEqual(Make.Name(name).Key, Make.Name(impostor).Key);
        Assert.True(Make.Name(impostor).ClashesWith(Make.Name(name)), "did not clash");
        Assert.True(Make.Name(name).ClashesWith(Make.Name(impostor)), "clashed one way only");
    }

    [Theory]
    [InlineData("tom", "tim")]
    [InlineData("tom", "tom2")]
    [InlineData("zoe", "zoë")]
    [InlineData("anna", "anne")]
    [InlineData("Дмитрий", "Dmitry")]
    [InlineData("田中", "田口")]
    [InlineData("한글", "한국")]
    [InlineData("Hello", "ηello")]
    [InlineData("a-b", "a_b")]
    [InlineData("r\u0301n", "m")]
    public void What_looks_different_does_not_clash(string one, string other) =>
        Assert.False(Make.Name(one).ClashesWith(Make.Name(other)), "clashed");

    [Fact]
    public void No_two_port_numbers_clash()
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var skeletons = new HashSet<string>(StringComparer.Ordinal);
        for (var port = 0; port <= 65_535; port++)
        {
            var nickname = Make.Name(port.ToString());
            Assert.True(keys.Add(nickname.Key) && skeletons.Add(nickname.Skeleton), $"{port} clashes with another number");
        }
    }
}
