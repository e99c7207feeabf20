using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Engine.Delivery;
using Confab.Testing;
using Confab.Testing.Memory;

namespace Confab.Server.Tests.Engine;

public sealed class DeliveryTests
{
    private static readonly RoomName _tea = TestServerOptions.Room("#tea");

    [Fact]
    public void A_defect_in_how_one_session_is_shown_an_answer_ends_that_session_alone()
    {
        using var server = new MemoryServer();
        var ann = Seat.Member(server.Engine, "ann", TestServerOptions.Lobby);
        var bob = Seat.Member(server.Engine, "bob", TestServerOptions.Lobby);
        server.Run();
        bob.OnAnswer = _ => throw new InvalidOperationException("a defect");
        bob.Ask(new Post(TestServerOptions.Lobby, "from bob"));
        ann.Ask(new Post(TestServerOptions.Lobby, "from ann"));

        Assert.Throws<InvalidOperationException>(server.Run);

        Assert.Equal(CloseStyle.Abort, bob.Closed);
        Assert.Contains("a defect", Assert.Single(server.Events.Defects), StringComparison.Ordinal);
        Assert.Equal("#lobby +bob;#lobby 1 bob: from bob;", string.Concat(ann.Heard));
        Assert.IsType<Posted>(ann.Replies[^1]);
    }

    [Fact]
    public void A_defect_in_how_one_session_is_shown_an_event_ends_that_session_alone_and_sends_nothing_of_it()
    {
        using var server = new MemoryServer();
        var ann = Seat.Member(server.Engine, "ann", TestServerOptions.Lobby);
        var bob = Seat.Member(server.Engine, "bob", TestServerOptions.Lobby);
        server.Run();
        bob.OnEvent = _ => throw new InvalidOperationException("a defect");
        bob.Heard.Clear();
        ann.Ask(new SendPrivateMessage("bob", "psst"));
        bob.Ask(new SendPrivateMessage("ann", "psst"));

        Assert.Throws<InvalidOperationException>(server.Run);

        Assert.Equal(CloseStyle.Abort, bob.Closed);
        Assert.Empty(bob.Heard);
        Assert.Equal("bob", Assert.IsType<PrivateMessagePosted>(Assert.Single(ann.Happenings)).From.Nickname.Text);
    }

    [Fact]
    public void A_session_that_was_ended_by_a_defect_is_shown_nothing_more()
    {
        using var server = new MemoryServer();
        var ann = Seat.Member(server.Engine, "ann", TestServerOptions.Lobby);
        var bob = Seat.Member(server.Engine, "bob", TestServerOptions.Lobby);
        server.Run();
        bob.OnEvent = _ => throw new InvalidOperationException("a defect");
        ann.Ask(new SendPrivateMessage("bob", "psst"));
        Assert.Throws<InvalidOperationException>(server.Run);
        server.Events.Defects.Clear();
        bob.Heard.Clear();

        ann.Ask(new Post(TestServerOptions.Lobby, "still here?"));
        ann.Ask(new SendPrivateMessage("bob", "psst"));
        server.Run();

        Assert.Empty(bob.Heard);
    }

    [Fact]
    public void A_defect_in_a_form_ends_the_sessions_of_that_form_alone_and_sends_nothing_of_it()
    {
        using var server = new MemoryServer();
        var ann = Seat.Member(server.Engine, "ann", TestServerOptions.Lobby);
        var bob = Seat.Member(server.Engine, "bob", TestServerOptions.Lobby);
        server.Run();
        bob.Form = new BrokenForm();
        bob.Ask(new Ping());
        server.Run();
        bob.Heard.Clear();
        ann.Heard.Clear();

        bob.Ask(new Post(TestServerOptions.Lobby, "from bob"));
        ann.Ask(new Post(TestServerOptions.Lobby, "from ann"));
        Assert.Throws<InvalidOperationException>(server.Run);

        Assert.Equal(CloseStyle.Abort, bob.Closed);
        Assert.Empty(bob.Heard);
        Assert.Contains("a defect", Assert.Single(server.Events.Defects), StringComparison.Ordinal);
        Assert.Equal("#lobby 1 bob: from bob;", string.Concat(ann.Heard));
        Assert.IsType<Posted>(ann.Replies[^1]);
    }

    [Fact]
    public void A_defect_in_a_rule_refuses_the_request_that_met_it_and_nothing_else()
    {
        using var server = new MemoryServer();
        var ann = Seat.Member(server.Engine, "ann", TestServerOptions.Lobby);
        var bob = Seat.Member(server.Engine, "bob", TestServerOptions.Lobby);
        server.Run();
        bob.Ask(new BrokenRequest());
        bob.Ask(new Post(TestServerOptions.Lobby, "still here"));

        Assert.Throws<InvalidOperationException>(server.Run);

        Assert.Contains(nameof(BrokenRequest), Assert.Single(server.Events.Defects), StringComparison.Ordinal);
        Assert.IsType<Refused>(bob.Replies[^2]);
        Assert.IsType<Posted>(bob.Replies[^1]);
        Assert.Contains("still here", ann.Heard[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_nickname_is_heard_once_however_many_rooms_are_shared()
    {
        using var server = new MemoryServer();
        var ann = Seat.Member(server.Engine, "ann", TestServerOptions.Lobby);
        var bob = Seat.Member(server.Engine, "bob", TestServerOptions.Lobby);
        var far = Seat.Member(server.Engine, "far", TestServerOptions.Room("#far"));
        ann.Ask(new JoinRoom(_tea));
        bob.Ask(new JoinRoom(_tea));
        server.Run();
        bob.Heard.Clear();
        far.Heard.Clear();

        ann.Ask(new Rename("anna"));
        ann.Ask(new Post(_tea, "that was me"));
        server.Run();

        Assert.Equal("ann is anna;#tea 1 anna: that was me;", string.Concat(bob.Heard));
        Assert.Empty(far.Heard);
        Assert.Contains(ann.Replies, reply => reply is Renamed);
    }

    [Fact]
    public void Whoever_was_kicked_is_told_and_hears_no_more_of_that_room_and_may_not_read_it()
    {
        using var server = new MemoryServer();
        var ann = Seat.Member(server.Engine, "ann", _tea);
        var bob = Seat.Member(server.Engine, "bob", _tea);
        var cat = Seat.Member(server.Engine, "cat", _tea);
        server.Run();
        cat.Heard.Clear();
        bob.Heard.Clear();

        ann.Ask(new KickMember(_tea, "bob", "no milk"));
        ann.Ask(new Post(_tea, "among ourselves"));
        bob.Ask(new Post(_tea, "let me in"));
        bob.Ask(new ReadHistory(_tea, 0, long.MaxValue, 10, FromNewest: true));
        server.Run();

        Assert.Equal(["#tea -bob by ann;#tea 1 ann: among ourselves;"], cat.Heard);
        Assert.Equal("no milk", Assert.IsType<MemberKicked>(Assert.Single(bob.Happenings)).Reason);
        Assert.Equal(["for this seat alone"], bob.Heard);
        Assert.All(bob.Replies[^2..], reply => Assert.Equal(RefusalCode.NotMember, Assert.IsType<Refused>(reply).Code));
    }

    [Fact]
    public void Every_member_hears_every_room_in_the_order_of_its_numbers()
    {
        using var server = new MemoryServer();
        var seats = Enumerable.Range(0, 5).Select(i => Seat.Member(server.Engine, $"m{i}", TestServerOptions.Lobby)).ToArray();
        server.Run();
        foreach (var seat in seats)
        {
            seat.Heard.Clear();
        }

        for (var i = 0; i < 100; i++)
        {
            seats[i % 5].Ask(new Post(TestServerOptions.Lobby, $"t{i}"));
        }

        server.Run();

        for (var me = 0; me < 5; me++)
        {
            var expected = Enumerable.Range(0, 100).Where(i => i % 5 != me).Select(i => $"#lobby {i + 1} m{i % 5}: t{i};");
            Assert.Equal(string.Concat(expected), string.Concat(seats[me].Heard));
            Assert.Equal(
                Enumerable.Range(0, 100).Where(i => i % 5 == me).Select(i => i + 1L),
                seats[me].Replies.OfType<Posted>().Select(posted => posted.Number));
        }
    }

    [Fact]
    public void A_topic_is_an_entry_of_its_room()
    {
        using var server = new MemoryServer();
        var ann = Seat.Member(server.Engine, "ann", _tea);
        var bob = Seat.Member(server.Engine, "bob", _tea);
        server.Run();
        bob.Heard.Clear();

        ann.Ask(new SetTopic(_tea, "two sugars"));
        bob.Ask(new ShowTopic(_tea));
        server.Run();

        Assert.Equal(["#tea 1 ann: two sugars;"], bob.Heard);
        bob.Ask(new ShowTopic(_tea));
        server.Run();
        Assert.Equal("two sugars", Assert.IsType<TopicShown>(bob.Replies[^1]).Topic?.Text);
    }

    [Fact]
    public void The_operator_sees_every_room_and_is_heard_by_everybody_once()
    {
        using var server = new MemoryServer();
        var ann = Seat.Member(server.Engine, "ann", TestServerOptions.Lobby);
        var far = Seat.Member(server.Engine, "far", _tea);
        var desk = Seat.Operator(server.Engine);
        server.Run();
        ann.Heard.Clear();
        far.Heard.Clear();

        desk.Ask(new Announce("tea at four"));
        far.Ask(new Post(_tea, "good"));
        server.Run();

        Assert.Equal(["#lobby 1 Server: tea at four;"], ann.Heard);
        Assert.Equal("tea at four", Assert.IsType<ServerAnnounced>(Assert.Single(far.Happenings)).Message.Value);
        Assert.Contains(desk.Happenings, happened => happened is MessagePosted { Text: "good" });
    }
}
