using Confab.Cli.Benching.Measures;

namespace Confab.Cli.Tests.Benching;

public sealed class ServerProcessTests
{
    [Fact]
    public void A_process_tells_what_it_used()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a process has used.");
        var process = new ServerProcess(Environment.ProcessId);
        Assert.Null(process.Problem());

        var before = process.Cpu();
        while (process.Cpu() is var now && now.User + now.System <= before.User + before.System)
        {
            // Asking costs processor time, which must be told in the end.
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        var (resident, alone) = process.Memory();
        Assert.InRange(alone, 1_000_000, resident);
    }

    [Fact]
    public void A_process_that_has_ended_has_nothing()
    {
        var process = new ServerProcess(int.MaxValue);

        Assert.Contains("2147483647", process.Problem(), StringComparison.Ordinal);
        Assert.Equal((0, 0), process.Memory());
        Assert.Equal((0, 0), process.Cpu());
    }
}
