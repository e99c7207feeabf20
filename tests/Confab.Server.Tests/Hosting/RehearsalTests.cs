using Confab.Dialects;
using Confab.Server.Configuration;
using Confab.Server.Hosting;

namespace Confab.Server.Tests.Hosting;

public sealed class RehearsalTests
{
    [Theory]
    [InlineData("irc", 20)]
    [InlineData("text", 20)]
    public void Every_visitor_comes_in_and_is_heard(string dialect, long messages)
    {
        var options = new ServerOptions { Listeners = [new ListenerOptions { Dialect = dialect }] };

        Assert.Equal(messages, Rehearsal.Play(options, TimeProvider.System));
    }

    [Fact]
    public void Dialects_come_once_however_many_doors_they_have_and_those_without_visitors_are_passed_over()
    {
        var doors = DialectCatalog.Names.Append("irc").Append(ListenerOptions.Web).Select(name => new ListenerOptions { Dialect = name });
        var options = new ServerOptions { Listeners = [.. doors] };

        Assert.Equal(40, Rehearsal.Play(options, TimeProvider.System));
    }
}
