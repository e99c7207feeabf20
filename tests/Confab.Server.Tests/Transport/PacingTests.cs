using System.Text;
using Confab.Testing.Memory;
using Confab.Transport.Limits;

namespace Confab.Server.Tests.Transport;

/// <summary>What keeps messages apart for clients that take one read for one message.</summary>
public sealed class PacingTests
{
    private static readonly TimeSpan _gap = new ConnectionLimits().PacedGap;
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(1);

    [Fact]
    public void The_gaps_are_those_that_the_historic_clients_need()
    {
        Assert.InRange(_gap.TotalMilliseconds, 20, 50);
        Assert.Equal(50, new ConnectionLimits().GoodbyeGap.TotalMilliseconds);
    }

    [Fact]
    public void The_first_message_goes_at_once_and_the_next_after_a_gap()
    {
        using var server = new MemoryServer();
        var a = server.Connect("relay");
        var b = server.Connect("relay");

        a.Send("one");
        a.Send("two");

        Assert.Equal([$"{a.Port}:one"], b.Messages());
        server.Advance(_gap - _tick);
        Assert.Empty(b.Messages());
        server.Advance(_tick);
        Assert.Equal([$"{a.Port}:two"], b.Messages());
    }

    [Fact]
    public void A_control_word_has_its_gap_and_the_reset_has_its_own()
    {
        using var server = new MemoryServer();
        var a = server.Connect("relay");
        var b = server.Connect("relay");
        a.Send("one");
        Assert.Single(b.Messages());

        b.Send("exit");

        Assert.Empty(b.Messages());
        server.Advance(_gap);
        Assert.Equal(["exit"], b.Messages());
        server.Advance(TimeSpan.FromMilliseconds(49));
        Assert.False(b.Wire.IsClosed);
        server.Advance(_tick);
        Assert.True(b.Wire.WasReset);
    }

    [Fact]
    public void A_crowd_of_waiting_messages_goes_out_faster_but_the_control_word_still_alone()
    {
        using var server = new MemoryServer();
        var a = server.Connect("relay");
        var b = server.Connect("relay");
        for (var i = 0; i < 200; i++)
        {
            a.Send($"{i}");
        }

        // The gap passes only while few wait.
        server.Advance(_gap);
        var early = b.Messages().Count;
        Assert.InRange(early, 150, 199);
        b.Send("exit");
        server.Advance(TimeSpan.FromSeconds(3));

        var rest = b.Messages();
        Assert.Equal(200 + 1, early + rest.Count);
        Assert.Equal("exit", rest[^1]);
    }

    [Theory]
    [InlineData("relay", "exit")]
    [InlineData("console", "Server is shutting down. Goodbye!")]
    [InlineData("alias", "NICK")]
    public void Nobody_can_make_a_control_word_of_the_end_of_a_long_message(string door, string word)
    {
        using var server = new MemoryServer();
        var victim = server.Connect(door);
        victim.Send("victim");
        var evil = server.Connect("json");
        evil.Send("{\"type\":\"hello\",\"nick\":\"evil\"}\n{\"type\":\"join\",\"room\":\"#lobby\"}\n");
        server.Settle();
        victim.Messages();

        for (var fill = 900; fill < 1030; fill++)
        {
            evil.Send($"{{\"type\":\"say\",\"room\":\"#lobby\",\"text\":\"{new string('x', fill)}{word}\"}}\n");
            server.Settle();
            var pieces = victim.Messages();
            Assert.EndsWith(word, string.Concat(pieces), StringComparison.Ordinal);
            Assert.DoesNotContain(word, pieces);
            Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, 1024));
        }
    }

    [Fact]
    public void Long_text_is_cut_between_characters_wherever_the_cut_falls()
    {
        using var server = new MemoryServer();
        var a = server.Connect("relay");
        var b = server.Connect("relay");
        for (var shift = 0; shift < 5; shift++)
        {
            var text = new string('x', shift) + string.Concat(Enumerable.Repeat("😀", 700));

            a.Send(text);
            server.Settle();

            var pieces = b.Wire.Take();
            Assert.Equal($"{a.Port}:{text}", Encoding.UTF8.GetString([.. pieces.SelectMany(piece => piece)]));
            Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, 1024));
            Assert.All(pieces, piece => Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(piece)));
        }
    }

    [Fact]
    public void A_peer_that_takes_half_a_message_gets_the_other_half_before_the_next_gap_begins()
    {
        using var server = new MemoryServer();
        var a = server.Connect("relay");
        var b = server.Connect("relay");
        b.Wire.SetRoom(4);

        a.Send("hello");
        a.Send("next");
        Assert.Equal(4, b.Text().Length);
        server.Settle();
        Assert.Empty(b.Messages());
        b.Wire.SetRoom(long.MaxValue);

        Assert.Equal($"{a.Port}:hello"[4..], b.Text());
        server.Advance(_gap);
        Assert.Equal([$"{a.Port}:next"], b.Messages());
    }
}
