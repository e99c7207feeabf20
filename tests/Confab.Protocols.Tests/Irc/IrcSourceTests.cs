using Confab.Protocols.Irc;

namespace Confab.Protocols.Tests.Irc;

public sealed class IrcSourceTests
{
    [Theory]
    [InlineData("irc.example", "irc.example", null, null)]
    [InlineData("ada!a@host", "ada", "a", "host")]
    [InlineData("ada@host", "ada", null, "host")]
    [InlineData("ada!a", "ada", "a", null)]
    [InlineData("ada!~a@2001:db8::1", "ada", "~a", "2001:db8::1")]
    [InlineData("ada!a@b@host", "ada", "a@b", "host")]
    [InlineData("ada!a!b@host", "ada", "a!b", "host")]
    [InlineData("ada@ho!st", "ada", null, "ho!st")]
    [InlineData("!@", "", "", "")]
    [InlineData("", "", null, null)]
    public void A_source_is_taken_apart_and_put_together(string source, string name, string? user, string? host)
    {
        var parsed = IrcSource.Parse(source);
        Assert.Equal(new IrcSource(name, user, host), parsed);
        Assert.Equal(source, parsed.ToString());
    }
}
