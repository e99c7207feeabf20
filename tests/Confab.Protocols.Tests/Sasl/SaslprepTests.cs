using Confab.Protocols.Sasl;

namespace Confab.Protocols.Tests.Sasl;

public sealed class SaslprepTests
{
    /// <summary>The first five are the examples of RFC 4013 section 3.</summary>
    [Theory]
    [InlineData("I\u00ADX", "IX")]
    [InlineData("user", "user")]
    [InlineData("USER", "USER")]
    [InlineData("\u00AA", "a")]
    [InlineData("\u2168", "IX")]
    [InlineData("a\u00A0b\u3000c", "a b c")]
    [InlineData("e\u0301", "é")]
    [InlineData("ﬁ", "fi")]
    [InlineData("שלום", "שלום")]
    [InlineData("😀", "😀")]
    [InlineData("\u00AD", "")]
    [InlineData("", "")]
    public void What_looks_the_same_becomes_the_same(string text, string prepared)
    {
        Assert.True(Saslprep.TryPrepare(text, out var result));
        Assert.Equal(prepared, result);
        Assert.Equal(prepared, Saslprep.PreparePassword(text));
    }

    [Theory]
    [InlineData("\u0007")]
    [InlineData("a\u007F")]
    [InlineData("é\u0007")]
    [InlineData("é\u0085")]
    [InlineData("\u06271")]
    [InlineData("שa")]
    [InlineData("\uE000")]
    [InlineData("\uFDD0")]
    [InlineData("\uFFFE")]
    [InlineData("\uFFFD")]
    [InlineData("\u202E")]
    [InlineData("\u2FF0")]
    [InlineData("\U000E0041")]
    [InlineData("\U0001FFFF")]
    [InlineData("\U000F0000")]
    public void What_is_prohibited_is_refused_and_a_password_with_it_stays_as_it_is(string text)
    {
        Assert.False(Saslprep.TryPrepare(text, out var prepared));
        Assert.Equal("", prepared);
        Assert.Equal(text, Saslprep.PreparePassword(text));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused() => Assert.False(Saslprep.TryPrepare("a\uD800", out _));
}
