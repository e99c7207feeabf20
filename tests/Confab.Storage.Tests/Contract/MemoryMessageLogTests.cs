using Confab.Storage.Memory;

namespace Confab.Storage.Tests.Contract;

public sealed class MemoryMessageLogTests : MessageLogContract
{
    protected override IMessageLog OpenLog() => new MemoryMessageLog();

    protected override void Restart()
    {
    }
}
