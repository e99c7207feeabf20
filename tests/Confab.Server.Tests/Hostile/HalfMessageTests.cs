using Confab.Testing.Memory;

namespace Confab.Server.Tests.Hostile;

/// <summary>Peers that begin a message and do not end it.</summary>
public sealed class HalfMessageTests
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("text", "bob\n", "* A message was begun and not ended within 120 seconds. Connect again.\n* Goodbye.\n")]
    [InlineData("nul", "hello\0", "Server: A message was begun and not ended within 120 seconds. Connect again.\0")]
    [InlineData("json", "{\"type\":\"hello\"}\n", "\"text\":\"A message was begun and not ended within 120 seconds. Connect again.\",\"code\":")]
    public void A_message_that_drips_in_for_too_long_ends_the_session_and_says_why(string door, string first, string told)
    {
        using var server = new MemoryServer();
        var watch = server.Connect("text");
        watch.Send("watch\n");
        var a = server.Connect(door);
        a.Send(first);
        a.Messages();
        watch.Messages();

        for (var passed = TimeSpan.Zero; passed < _timeout - _second; passed += _second)
        {
            a.Send("x");
            server.Advance(_second);
            Assert.True(a.IsOpen);
        }

        server.Advance(_second * 2);

        Assert.Contains(told, a.Text(), StringComparison.Ordinal);
        Assert.True(a.Wire.IsEnded);
        Assert.DoesNotContain("xxx", watch.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "bob\n", "line\nand half a li")]
    [InlineData("nul", "", "line\0and half a li")]
    public void Who_ends_messages_but_never_with_the_read_is_no_dripper(string door, string first, string read)
    {
        using var server = new MemoryServer();
        var a = server.Connect(door);
        if (first.Length > 0)
        {
            a.Send(first);
        }

        for (var passed = TimeSpan.Zero; passed < _timeout * 3; passed += _second * 10)
        {
            a.Send(read);
            server.Advance(_second * 10);
        }

        Assert.True(a.IsOpen);
    }

    [Fact]
    public void Silence_between_messages_is_no_fault()
    {
        using var server = new MemoryServer();
        var watch = server.Connect("text");
        watch.Send("watch\n");
        var quiet = new[] { "operator", "relay", "console", "nul" }.Select(door => server.Connect(door)).ToArray();

        server.Advance(TimeSpan.FromHours(10));

        Assert.All(quiet, client => Assert.True(client.IsOpen));
        Assert.True(watch.IsOpen);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("nul")]
    [InlineData("json")]
    public void Who_vanishes_in_the_middle_of_a_message_has_not_said_it(string door)
    {
        using var server = new MemoryServer();
        var watch = server.Connect("text");
        watch.Send("watch\n");
        var a = server.Connect(door);
        switch (door)
        {
            case "text":
                a.Send("bob\n");
                break;
            case "json":
                a.Send("{\"type\":\"hello\",\"nick\":\"bob\"}\n{\"type\":\"join\",\"room\":\"#lobby\"}\n");
                break;
        }

        watch.Messages();
        a.Send(door == "json" ? "{\"type\":\"say\",\"room\":\"#lobby\",\"te" : "half");
        a.Vanish();

        Assert.DoesNotContain("half", watch.Text(), StringComparison.Ordinal);
        watch.Send("/who\n");
        Assert.Equal("* #lobby: 1 here: watch.\n", watch.Text());
    }
}
