using Confab.Server.Web;

namespace Confab.Server.Tests.Web;

public sealed class AbortSwitchTests
{
    [Fact]
    public void After_its_request_nothing_is_ended_any_more()
    {
        var aborted = 0;
        var ending = new AbortSwitch(() => aborted++);
        ending.Abort();
        ending.Dispose();

        ending.Abort();

        Assert.Equal(1, aborted);
    }
}
