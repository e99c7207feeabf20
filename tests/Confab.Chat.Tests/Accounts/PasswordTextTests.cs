using Confab.Chat.Accounts;

namespace Confab.Chat.Tests.Accounts;

public sealed class PasswordTextTests
{
    [Theory]
    [InlineData("I\u00ADX", "IX")]                    // the examples of RFC 4013 section 3
    [InlineData("user", "user")]
    [InlineData("USER", "USER")]
    [InlineData("\u00AA", "a")]
    [InlineData("\u2168", "IX")]
    [InlineData("two\u00A0words\u3000more", "two words more")]
    [InlineData("Rene\u0301", "Ren\u00E9")]
    [InlineData("  kept  ", "  kept  ")]
    [InlineData("p:w,d=\"x\"", "p:w,d=\"x\"")]
    public void The_same_word_is_the_same_password_however_it_was_typed(string typed, string prepared)
    {
        Assert.True(PasswordText.TryPrepare(typed, 1024, out var result, out var problem), problem);
        Assert.Equal(prepared, result);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("\u0007")]
    [InlineData("secret\u200E")]
    [InlineData("secret\uE000")]
    [InlineData("secret\uFFFE")]
    [InlineData("secret\uD800")]
    [InlineData("\u00AD\u200B")]
    public void What_no_password_may_contain_is_refused_without_repeating_it(string? typed)
    {
        Assert.False(PasswordText.TryPrepare(typed, 1024, out var prepared, out var problem));
        Assert.Null(prepared);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bound_counts_bytes_and_not_characters()
    {
        Assert.True(PasswordText.TryPrepare(new string('x', 1024), 1024, out _, out _));
        Assert.False(PasswordText.TryPrepare(new string('x', 1025), 1024, out _, out _));
        Assert.True(PasswordText.TryPrepare(new string('\u0436', 512), 1024, out _, out _));
        Assert.False(PasswordText.TryPrepare(new string('\u0436', 513), 1024, out _, out var problem));
        Assert.Contains("1024", problem, StringComparison.Ordinal);
    }
}
