using System.Reflection;
using Confab.Protocols.Irc;

namespace Confab.Protocols.Tests.Irc;

public sealed class IrcNumericsTests
{
    private static readonly (string Name, string Number)[] All =
    [
        .. typeof(IrcNumerics).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (field.Name, (string)field.GetRawConstantValue()!)),
    ];

    [Fact]
    public void Every_numeric_has_three_digits_and_says_by_its_name_what_it_is() => Assert.All(All, numeric =>
    {
        Assert.Matches("^[0-9]{3}$", numeric.Number);
        Assert.Matches("^(Rpl|Err)[A-Z]", numeric.Name);
    });

    [Fact]
    public void No_number_has_two_meanings() =>
        Assert.Empty(All.GroupBy(numeric => numeric.Number).Where(same => same.Count() > 1).Select(same => same.Key));

    [Theory]
    [InlineData(IrcNumerics.RplWelcome, "001")]
    [InlineData(IrcNumerics.RplWhoSpcRpl, "354")]
    [InlineData(IrcNumerics.ErrInputTooLong, "417")]
    [InlineData(IrcNumerics.ErrLinkChannel, "470")]
    [InlineData(IrcNumerics.ErrInvalidModeParam, "696")]
    [InlineData(IrcNumerics.ErrMonListFull, "734")]
    [InlineData(IrcNumerics.RplSaslMechs, "908")]
    public void Numbers_are_those_of_the_specifications(string number, string expected) => Assert.Equal(expected, number);
}
