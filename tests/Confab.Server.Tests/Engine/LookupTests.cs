using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Engine.Lookups;
using Confab.Testing;
using Confab.Testing.Memory;

namespace Confab.Server.Tests.Engine;

public sealed class LookupTests
{
    private static readonly RoomName _tea = TestServerOptions.Room("#tea");

    private static readonly ReadHistory _history = new(_tea, 0, long.MaxValue, 10, FromNewest: true);

    [Fact]
    public void Whoever_left_while_a_look_up_ran_is_not_shown_what_it_found()
    {
        using var log = new HeldLog();
        using var server = new MemoryServer(log: log);
        var ann = Seat.Member(server.Engine, "ann", _tea);
        var bob = Seat.Member(server.Engine, "bob", _tea);
        ann.Ask(new Post(_tea, "among ourselves"));
        server.Run();

        log.WhenRead = () =>
        {
            log.WhenRead = null;
            ann.Ask(new KickMember(_tea, "bob", Reason: null));
        };
        bob.Ask(_history);
        server.Run();

        Assert.Empty(Assert.IsType<EntriesFound>(bob.Replies[^1]).Entries);
    }

    [Fact]
    public void A_session_that_ended_while_its_look_up_ran_is_owed_nothing()
    {
        using var log = new HeldLog();
        using var server = new MemoryServer(log: log);
        var ann = Seat.Member(server.Engine, "ann", _tea);
        server.Run();

        log.WhenRead = () => ann.Ask(new SignOff(Reason: null));
        ann.Ask(_history);
        server.Run();

        Assert.IsType<Goodbye>(ann.Replies[^1]);
        Assert.Equal(0, ann.Session.InFlight);
    }

    [Fact]
    public void A_wish_to_leave_waits_for_the_look_ups_and_a_lost_connection_does_not()
    {
        var scheduler = new HeldScheduler();
        using var server = new MemoryServer(lookups: scheduler);
        var ann = Seat.Member(server.Engine, "ann", _tea);
        var bob = Seat.Member(server.Engine, "bob", _tea);
        foreach (var seat in new[] { ann, bob })
        {
            seat.Ask(_history);
            seat.Ask(new SignOff("lunch", ByWish: true));
            seat.Ask(new Post(_tea, "never said"));
        }

        bob.Ask(new SignOff(Reason: null));
        server.Run();
        Assert.DoesNotContain(ann.Replies, reply => reply is Goodbye);
        Assert.IsType<Goodbye>(bob.Replies[^1]);
        Assert.Equal(1, bob.Session.InFlight);

        scheduler.RunAll();
        server.Run();

        Assert.IsType<EntriesFound>(ann.Replies[^2]);
        Assert.Equal("lunch", Assert.IsType<Goodbye>(ann.Replies[^1]).Reason);
        Assert.Equal(0, ann.Session.InFlight);
        Assert.Equal(0, bob.Session.InFlight);
        Assert.Equal(0, server.Log.LoadRooms().Sum(room => room.LastNumber));
    }

    [Fact]
    public void A_look_up_that_meets_a_defect_is_answered_and_no_place_is_lost()
    {
        using var log = new HeldLog();
        using var server = new MemoryServer(log: log);
        var ann = Seat.Member(server.Engine, "ann", _tea);
        server.Run();
        for (var i = 0; i < 20; i++)
        {
            log.WhenRead = () => throw new NotSupportedException("a defect");
            ann.Ask(_history);
            Assert.Throws<InvalidOperationException>(server.Run);
            Assert.Equal(RefusalCode.LogUnavailable, Assert.IsType<Refused>(ann.Replies[^1]).Code);
            Assert.Equal(0, ann.Session.InFlight);
            server.Events.Defects.Clear();
        }

        log.WhenRead = null;
        ann.Ask(_history);
        server.Run();

        Assert.IsType<EntriesFound>(ann.Replies[^1]);
    }

    [Fact]
    public void A_search_that_takes_too_long_is_given_up_and_the_asker_told()
    {
        using var log = new HeldLog();
        using var server = new MemoryServer(log: log);
        var ann = Seat.Member(server.Engine, "ann", _tea);
        server.Run();

        log.WhenRead = () => server.Clock.Advance(TimeSpan.FromSeconds(11));
        ann.Ask(new SearchMessages("kettle", _tea, long.MaxValue, 10));
        server.Run();

        Assert.Contains("10 seconds", Assert.IsType<Refused>(ann.Replies[^1]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_asked_of_a_server_that_has_stopped_counts_as_answered()
    {
        using var server = new MemoryServer();
        var ann = Seat.Member(server.Engine, "ann", _tea);
        server.Run();
        server.Stop();

        ann.Ask(new Ping());

        Assert.True(ann.Session.WhenAllAnsweredAsync().IsCompletedSuccessfully);
    }
}
