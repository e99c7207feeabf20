using Confab.Testing.Memory;

namespace Confab.Simulation.Tests.Findings;

/// <summary>What the simulation found where several requests came into one tick.</summary>
public sealed class SameTickTests
{
    [Fact]
    public void Who_joins_right_behind_a_topic_is_told_that_topic()
    {
        using var server = new MemoryServer { IsStepwise = true };
        var ann = Join(server, "ann");
        var ben = server.Connect("json");
        ben.Feed("{\"type\":\"hello\",\"nick\":\"ben\"}\n"u8.ToArray());
        server.Run();
        ben.Text();

        ann.Feed("{\"type\":\"topic\",\"room\":\"#lobby\",\"text\":\"two sugars\"}\n"u8.ToArray());
        ben.Feed("{\"type\":\"join\",\"room\":\"#lobby\"}\n"u8.ToArray());
        server.Run();

        Assert.Equal("{\"type\":\"joined\",\"room\":\"#lobby\",\"topic\":\"two sugars\",\"last\":1}\n", ben.Text());
    }

    [Fact]
    public void Who_asks_for_a_topic_right_behind_setting_it_is_told_that_topic()
    {
        using var server = new MemoryServer { IsStepwise = true };
        var ann = server.Connect("text");
        ann.Feed("ann\n"u8.ToArray());
        server.Run();
        ann.Text();

        ann.Feed("/topic two sugars\n/topic\n"u8.ToArray());
        server.Run();

        Assert.Equal("* The topic is set.\n* Topic: two sugars (set by ann)\n", ann.Text());
    }

    private static MemoryClient Join(MemoryServer server, string nickname)
    {
        var client = server.Connect("json");
        client.Feed(System.Text.Encoding.UTF8.GetBytes($"{{\"type\":\"hello\",\"nick\":\"{nickname}\"}}\n{{\"type\":\"join\",\"room\":\"#lobby\"}}\n"));
        server.Run();
        client.Text();
        return client;
    }
}
