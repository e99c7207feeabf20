using System.Text;
using Confab.Engine.Delivery;
using Confab.Testing.Memory;
using Confab.Testing.Time;
using Confab.Transport.Backlogs;
using Confab.Transport.Connections;
using Confab.Transport.Limits;

namespace Confab.Server.Tests.Transport;

/// <summary>The outgoing half of a connection, against a pipe that takes as much as the test lets it.</summary>
public sealed class ConnectionTests
{
    private readonly TestClock _clock = new();
    private readonly ConnectionLimits _limits = new() { BacklogBytes = 10_000 };
    private readonly BacklogBudget _budget = new(1_000_000);
    private readonly List<string> _slow = [];

    [Fact]
    public void Closing_waits_until_the_peer_has_taken_everything()
    {
        var (connection, wire) = Open();
        wire.SetRoom(3);
        Deliver(connection, paced: false, "hello");
        connection.Close(CloseStyle.Normal);
        Deliver(connection, paced: false, "too late");
        Assert.False(wire.IsEnded);

        wire.SetRoom(long.MaxValue);

        Assert.Equal("hello", Read(wire));
        Assert.True(wire.IsEnded);
        Assert.False(wire.IsClosed);
        connection.PeerEnded();
        Assert.True(wire.IsClosed);
        Assert.False(wire.WasReset);
        Assert.True(connection.Ended.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(CloseStyle.Normal)]
    [InlineData(CloseStyle.Reset)]
    public void A_peer_that_never_takes_the_rest_is_cut_off(CloseStyle style)
    {
        var (connection, wire) = Open();
        wire.SetRoom(3);
        Deliver(connection, paced: false, "hello");

        connection.Close(style);
        _clock.Advance(_limits.DrainTimeout - TimeSpan.FromMilliseconds(1));
        Assert.False(wire.IsClosed);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(wire.WasReset);
        Assert.Equal(0, _budget.Used);
        Assert.True(connection.Ended.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_peer_that_took_everything_and_does_not_close_is_closed_in_the_ordinary_way()
    {
        var (connection, wire) = Open();
        Deliver(connection, paced: false, "hello");

        connection.Close(CloseStyle.Normal);
        _clock.Advance(_limits.DrainTimeout);

        Assert.True(wire.IsClosed);
        Assert.False(wire.WasReset);
    }

    [Fact]
    public void Giving_up_while_a_send_is_under_way_keeps_what_the_pipe_has_and_adds_only_the_notice()
    {
        var (connection, wire) = Open(notice: "\nslow\n");
        wire.SetRoom(5);
        Deliver(connection, paced: false, new string('a', 9_000));
        Deliver(connection, paced: false, new string('b', 9_000));

        Assert.Single(_slow);
        wire.SetRoom(long.MaxValue);

        Assert.Equal(new string('a', 9_000) + "\nslow\n", Read(wire));
        Assert.True(wire.IsEnded);
        Assert.Equal(0, _budget.Used);
    }

    [Fact]
    public void A_pipe_that_breaks_under_a_send_ends_the_connection_once()
    {
        var (connection, wire) = Open();
        wire.SetRoom(1);
        Deliver(connection, paced: false, "hello");

        wire.Sent!(true);
        connection.Abort();
        connection.Close(CloseStyle.Normal);
        connection.PeerEnded();
        wire.Sent!(false);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(wire.IsClosed);
        Assert.Equal(0, _budget.Used);
        Assert.Null(_clock.NextDue());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_happens_the_peer_gets_a_front_part_of_what_was_said_and_nothing_is_kept_for_ever(int seed)
    {
        var random = new Random(seed);
        var (connection, wire) = Open();
        var said = new StringBuilder();
        var read = new StringBuilder();
        var paced = random.Next(2) == 0;
        for (var step = 0; step < 200; step++)
        {
            switch (random.Next(10))
            {
                case < 5:
                    var messages = Enumerable.Range(0, random.Next(1, 4)).Select(i => $"{step}.{i} {new string('x', random.Next(300))};").ToArray();
                    if (!connection.IsClosing)
                    {
                        said.AppendJoin(string.Empty, messages);
                    }

                    Deliver(connection, paced, messages);
                    break;
                case 5:
                    // From the one kind to the other, and never back.
                    paced = false;
                    break;
                case 6:
                    _clock.Advance(TimeSpan.FromMilliseconds(random.Next(100)));
                    break;
                case 7 when step > 150:
                    connection.Close((CloseStyle)random.Next(3));
                    break;
                default:
                    wire.SetRoom(random.Next(2_000));
                    break;
            }

            read.Append(Read(wire));
            Assert.StartsWith(read.ToString(), said.ToString(), StringComparison.Ordinal);
            Assert.InRange(_budget.Used, 0, _limits.BacklogBytes);
        }

        // In the end either all of it arrives, or the connection was given up.
        for (var i = 0; i < 3_000 && connection.BacklogBytes > 0; i++)
        {
            wire.SetRoom(long.MaxValue);
            _clock.Advance(_limits.PacedGap);
        }

        read.Append(Read(wire));
        Assert.StartsWith(read.ToString(), said.ToString(), StringComparison.Ordinal);
        Assert.True(wire.IsClosed || read.Length == said.Length);
        Assert.Equal(0, _budget.Used);
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 100)];

    private static string Read(MemoryWire wire) => string.Concat(wire.Take().Select(Encoding.UTF8.GetString));

    private static void Deliver(Connection connection, bool paced, params string[] messages)
    {
        var buffer = new TickBuffer();
        foreach (var message in messages)
        {
            buffer.Write(message).EndMessage();
        }

        // Two segments, as a member of two rooms gets them, where there are two messages.
        if (buffer.Count == 1)
        {
            connection.Deliver([new Segment(buffer, 0, 1)], paced);
        }
        else
        {
            connection.Deliver([new Segment(buffer, 0, 1), new Segment(buffer, 1, buffer.Count)], paced);
        }
    }

    private (Connection Connection, MemoryWire Wire) Open(string notice = "")
    {
        var wire = new MemoryWire();
        var connection = new Connection(wire, new ConnectionSetup(_limits, _budget, _clock), new ToldOwner(notice, _slow));
        wire.Sent = connection.OnSent;
        return (connection, wire);
    }
}
