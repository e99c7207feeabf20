using Confab.Testing;
using Confab.Testing.Memory;

namespace Confab.Simulation.Tests.Findings;

/// <summary>What the simulation found at the doors whose messages need pauses.</summary>
public sealed class PacedBacklogTests
{
    [Fact]
    public void A_tick_with_more_to_say_than_may_wait_closes_nobody_who_reads()
    {
        var options = new TestServerOptions();
        options.Connections.BacklogBytes = 64 * 1024;
        using var server = new MemoryServer(options) { IsStepwise = true };
        var reader = server.Connect("relay");
        var writer = server.Connect("nul");
        server.Run();

        for (var i = 0; i < 20; i++)
        {
            writer.Feed([.. Enumerable.Repeat((byte)'x', 10_000), 0]);
        }

        server.Run();
        server.Advance(TimeSpan.FromSeconds(2));

        Assert.True(reader.IsOpen);
        Assert.Equal(20 * ($"{writer.Port}:".Length + 10_000), reader.Text().Length);
    }
}
