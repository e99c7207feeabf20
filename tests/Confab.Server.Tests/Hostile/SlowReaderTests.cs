using Confab.Testing;
using Confab.Testing.Memory;

namespace Confab.Server.Tests.Hostile;

/// <summary>A member who does not read costs its own bounded backlog and nothing else.</summary>
public sealed class SlowReaderTests
{
    public static TheoryData<string> Doors => ["text", "json", "relay", "console", "nul", "alias"];

    [Theory]
    [MemberData(nameof(Doors))]
    public void Who_does_not_read_is_given_up_at_the_bound_and_nobody_else_notices(string door)
    {
        var options = new TestServerOptions();
        options.Connections.BacklogBytes = 50_000;
        using var server = new MemoryServer(options);
        var reader = Enter(server, "text", "reader");
        var slow = Enter(server, door, "slow");
        var speaker = Enter(server, "text", "speaker");
        reader.Messages();
        slow.Messages();
        slow.Wire.SetRoom(10);

        for (var i = 0; i < 100; i++)
        {
            speaker.Send($"{i} {new string('x', 1000)}\n");
            Assert.InRange(server.Host.Budget.Used, 0, 50_000);
        }

        server.Advance(TimeSpan.FromSeconds(6));
        Assert.True(slow.Wire.IsClosed);
        Assert.Equal(0, server.Host.Budget.Used);
        Assert.Contains(server.Events.Lines, line => line.StartsWith($"too slow {door}", StringComparison.Ordinal));
        Assert.Equal(100, reader.Messages().Count(message => message.StartsWith("<speaker>", StringComparison.Ordinal)));
        Assert.True(speaker.IsOpen);
    }

    [Theory]
    [InlineData("text", "\n* You read too slowly; what waited for you is lost. Connect again.\n")]
    [InlineData("json", "\n{\"type\":\"bye\",\"reason\":\"You read too slowly; what waited for you was dropped. Connect again and resume.\"}\n")]
    public void Where_the_protocol_can_say_so_the_reason_is_the_last_line_and_on_a_line_of_its_own(string door, string notice)
    {
        var options = new TestServerOptions();
        options.Connections.BacklogBytes = 5_000;
        using var server = new MemoryServer(options);
        var slow = Enter(server, door, "slow");
        var speaker = Enter(server, "text", "speaker");
        slow.Messages();
        slow.Wire.SetRoom(1_500);
        for (var i = 0; i < 10; i++)
        {
            speaker.Send(new string('x', 1000) + "\n");
        }

        slow.Wire.SetRoom(long.MaxValue);
        server.Settle();

        Assert.EndsWith(notice, slow.Text(), StringComparison.Ordinal);
        Assert.True(slow.Wire.IsEnded);
        Assert.False(slow.Wire.WasReset);
    }

    [Fact]
    public void Many_short_messages_cost_no_more_than_a_few_long_ones()
    {
        var options = new TestServerOptions();
        options.Connections.BacklogBytes = 100_000;
        using var server = new MemoryServer(options);
        var slow = server.Connect("relay");
        var speaker = server.Connect("nul");
        slow.Wire.SetRoom(0);

        var sent = 0;
        while (slow.IsOpen)
        {
            speaker.Send("x\0");
            sent++;
        }

        // An object of some eighty bytes for each of them.
        Assert.InRange(sent, 500, 100_000 / 80);
    }

    [Fact]
    public void All_backlogs_together_have_a_budget()
    {
        var options = new TestServerOptions();
        options.Connections.BacklogBytes = 50_000;
        options.Connections.BacklogBudgetBytes = 120_000;
        using var server = new MemoryServer(options);
        var reader = Enter(server, "text", "reader");
        var slow = Enumerable.Range(0, 5).Select(i => Enter(server, "text", $"slow{i}")).ToArray();
        var speaker = Enter(server, "text", "speaker");
        reader.Messages();
        foreach (var one in slow)
        {
            one.Wire.SetRoom(0);
        }

        for (var i = 0; i < 40; i++)
        {
            speaker.Send(new string('x', 1000) + "\n");
            Assert.InRange(server.Host.Budget.Used, 0, 120_000);
        }

        server.Advance(TimeSpan.FromSeconds(6));
        Assert.InRange(slow.Count(one => one.IsOpen), 1, 3);
        Assert.Equal(40, reader.Messages().Count(message => message.StartsWith("<speaker>", StringComparison.Ordinal)));
    }

    [Fact]
    public void When_the_budget_is_used_up_those_go_who_hold_the_most_and_who_reads_stays()
    {
        var options = new TestServerOptions();
        options.Connections.BacklogBytes = 80_000;
        options.Connections.BacklogBudgetBytes = 100_000;
        using var server = new MemoryServer(options);
        var deaf = Enumerable.Range(0, 2).Select(i => Enter(server, "text", $"deaf{i}")).ToArray();
        var slow = Enter(server, "text", "slow");
        var speaker = Enter(server, "text", "speaker");
        slow.Messages();
        Array.ForEach(deaf, one => one.Wire.SetRoom(0));
        for (var i = 0; i < 48; i++)
        {
            speaker.Send(new string('x', 1000) + "\n");
        }

        // The two hold nearly all of it. Now somebody lags behind a little, and reads on.
        slow.Messages();
        slow.Wire.SetRoom(100);
        for (var i = 0; i < 10; i++)
        {
            speaker.Send(new string('y', 500) + "\n");
            Assert.InRange(server.Host.Budget.Used, 0, 100_000);
        }

        slow.Wire.SetRoom(long.MaxValue);
        server.Advance(TimeSpan.FromSeconds(6));

        Assert.True(slow.IsOpen);
        Assert.Equal(10, slow.Text().Split('\n').Count(line => line.StartsWith("<speaker> y", StringComparison.Ordinal)));
        Assert.Equal(1, deaf.Count(one => one.IsOpen));
        Assert.Single(server.Events.Lines, line => line.StartsWith("too slow", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_reads_slowly_but_reads_loses_nothing()
    {
        using var server = new MemoryServer();
        var slow = Enter(server, "text", "slow");
        var speaker = Enter(server, "text", "speaker");
        slow.Messages();
        var expected = string.Empty;
        slow.Wire.SetRoom(0);
        for (var i = 0; i < 200; i++)
        {
            speaker.Send($"{i} {new string('x', 500)}\n");
            expected += $"<speaker> {i} {new string('x', 500)}\n";
            slow.Wire.SetRoom(333);
        }

        slow.Wire.SetRoom(long.MaxValue);

        Assert.Equal(expected, slow.Text());
        Assert.Equal(0, server.Host.Budget.Used);
    }

    private static MemoryClient Enter(MemoryServer server, string door, string nickname)
    {
        var client = server.Connect(door);
        switch (door)
        {
            case "text":
                client.Send($"{nickname}\n");
                break;
            case "json":
                client.Send($"{{\"type\":\"hello\",\"nick\":\"{nickname}\"}}\n{{\"type\":\"join\",\"room\":\"#lobby\"}}\n");
                break;
            case "alias":
                client.Send(nickname);
                break;
        }

        server.Settle();
        return client;
    }
}
