using Confab.Chat.Names;

namespace Confab.Chat.Tests.Names;

public sealed class MaskTests
{
    [Theory]
    [InlineData("tom", "tom!*@*")]
    [InlineData("tom*", "tom*!*@*")]
    [InlineData("*", "*!*@*")]
    [InlineData("u@h", "*!u@h")]
    [InlineData("@h", "*!*@h")]
    [InlineData("tom!u", "tom!u@*")]
    [InlineData("!u", "*!u@*")]
    [InlineData("tom!@h", "tom!*@h")]
    [InlineData("tom!u@h", "tom!u@h")]
    [InlineData("*.example.org", "*!*@*.example.org")]
    [InlineData("2001:db8::*", "*!*@2001:db8::*")]
    [InlineData("staff/tom", "*!*@staff/tom")]
    [InlineData("Tom!*@**", "Tom!*@*")]
    [InlineData("a@b@c", "*!a@b@c")]
    [InlineData("u@h!x", "u@h!x@*")]
    public void What_is_missing_is_filled_in(string written, string complete)
    {
        Assert.True(Mask.TryCreate(written, out var mask, out var problem), problem);
        Assert.Equal(complete, mask.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("a b")]
    [InlineData("a\u0007")]
    [InlineData("a\u00a0b")]
    [InlineData("a\ud83d")]
    [InlineData(":a!b@c")]
    public void What_could_not_be_shown_is_refused(string? written)
    {
        Assert.False(Mask.TryCreate(written, out var mask, out var problem));
        Assert.Null(mask);
        Assert.DoesNotContain(problem, char.IsControl);
    }

    [Fact]
    public void The_bound_counts_bytes_of_the_complete_mask()
    {
        Assert.True(Mask.TryCreate(new string('a', Mask.MaxBytes - 4), out _, out _));
        Assert.False(Mask.TryCreate(new string('a', Mask.MaxBytes - 3), out _, out var problem));
        Assert.Contains("256", problem, StringComparison.Ordinal);
        Assert.False(Mask.TryCreate(new string('ж', Mask.MaxBytes / 2), out _, out _));
        Assert.False(Mask.TryCreate(new string('a', 1_000_000), out _, out _));
    }

    [Theory]
    [InlineData("tom", true)]
    [InlineData("TOM!*@*", true)]
    [InlineData("*!~TOM@*", true)]
    [InlineData("*@*.Example.ORG", true)]
    [InlineData("*@192.0.2.?", true)]
    [InlineData("tom!~tom@host.example.org", true)]
    [InlineData("tim", false)]
    [InlineData("*!tom@*", false)]
    [InlineData("*@example.org", false)]
    [InlineData("*@192.0.3.*", false)]
    public void All_three_parts_must_fit(string written, bool fits)
    {
        var tom = new MaskSubject("Tom", "~tom", "host.example.org", "192.0.2.7", account: null);
        Assert.True(Mask.TryCreate(written, out var mask, out _));

        Assert.Equal(fits, mask.Matches(tom));
    }

    [Fact]
    public void Nicknames_are_compared_as_the_house_compares_them()
    {
        Assert.True(Mask.TryCreate("STRASSE!*@*", out var mask, out _));

        Assert.True(mask.Matches(new MaskSubject("Straße", "u", "h", "", account: null)));
    }

    [Fact]
    public void Two_ways_to_write_one_are_one()
    {
        Assert.True(Mask.TryCreate("TOM", out var one, out _));
        Assert.True(Mask.TryCreate("tom!*@*", out var other, out _));
        Assert.True(Mask.TryCreate("*", out var everybody, out _));

        Assert.Equal(one, other);
        Assert.NotEqual(one, everybody);
        Assert.Equal((false, true), (one.IsEverybody, everybody.IsEverybody));
    }
}
