using Confab.Protocols.Irc;

namespace Confab.Protocols.Tests.Irc;

public sealed class CaseMappingTests
{
    [Theory]
    [InlineData("ascii", @"AZ[]\~^{}|É", @"az[]\~^{}|É")]
    [InlineData("rfc1459", @"AZ[]\~^{}|É", "az{}|^^{}|É")]
    [InlineData("rfc1459-strict", @"AZ[]\~^{}|É", "az{}|~^{}|É")]
    public void Each_mapping_folds_what_it_says(string name, string text, string folded)
    {
        Assert.True(CaseMapping.TryGet(name, out var mapping));
        Assert.Equal(name, mapping.Name);
        Assert.Equal(folded, mapping.Fold(text));
        Assert.Equal(folded, mapping.Fold(folded));
        Assert.True(mapping.Equals(text, folded));
        Assert.Equal(mapping.GetHashCode(text), mapping.GetHashCode(folded));
    }

    [Fact]
    public void Texts_that_differ_in_more_than_case_are_not_equal()
    {
        Assert.False(CaseMapping.Ascii.Equals("ada", "adb"));
        Assert.False(CaseMapping.Ascii.Equals("ada", "adaa"));
        Assert.False(CaseMapping.Ascii.Equals("[", "{"));
        Assert.False(CaseMapping.Ascii.Equals(null, ""));
        Assert.True(CaseMapping.Ascii.Equals(null, null));
    }

    [Fact]
    public void A_dictionary_finds_a_name_in_any_case()
    {
        var names = new Dictionary<string, int>(CaseMapping.Rfc1459) { ["Ada[1]"] = 7 };
        Assert.Equal(7, names["aDA{1}"]);
    }

    [Fact]
    public void A_mapping_that_is_not_one_of_these_is_not_found() => Assert.False(CaseMapping.TryGet("precis", out _));
}
