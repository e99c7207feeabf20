using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;
using Confab.Chat.Tests.Names;

namespace Confab.Chat.Tests.Requests;

public sealed class RegisterRoomTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new();
    private readonly SessionId _host;

    public RegisterRoomTests() => _host = _chat.LogIn(_chat.Enter("host", _tea), "Harry");

    private Room Tea => _chat.State.FindRoom(_tea)!;

    [Fact]
    public void Whoever_runs_the_room_becomes_its_founder_and_the_room_is_told()
    {
        var decision = _chat.Ask(_host, new RegisterRoom(_tea));

        Assert.IsType<Done>(decision.Reply);
        var changed = Assert.IsType<ModesChanged>(Assert.Single(decision.Events));
        Assert.True(changed.Actor.IsServer);
        Assert.Equal([new RankChange(Rank.Founder, "host", On: true) { Member = _chat.Session(_host).Id }], changed.Changes);
        Assert.Equal(("Harry", _chat.Now), (Tea.Registration?.Founder.Text, Tea.Registration?.Registered));
    }

    [Fact]
    public void It_keeps_its_settings_when_it_is_empty_and_gives_the_first_to_come_nothing()
    {
        _chat.Reply<Done>(_host, new RegisterRoom(_tea));
        _chat.Ban(_host, _tea, "mallory");
        _chat.Set(_host, _tea, new FlagChange(RoomFlags.Moderated, On: true));
        _chat.Reply<RoomLeft>(_host, new PartRoom(_tea, null));

        var tom = _chat.Enter("tom", _tea);

        Assert.Equal((Rank.None, true, 1), (Tea.RankOf(_chat.Session(tom).Id), Tea.Modes.Has(RoomFlags.Moderated), Tea.Bans.Count));
    }

    [Fact]
    public void The_founder_has_their_rank_again_whenever_they_enter_and_no_lock_keeps_them_out()
    {
        _chat.Reply<Done>(_host, new RegisterRoom(_tea));
        _chat.Set(_host, _tea, new FlagChange(RoomFlags.InviteOnly, On: true));
        _chat.Ban(_host, _tea, "*");
        _chat.Reply<RoomLeft>(_host, new PartRoom(_tea, null));

        var decision = _chat.Ask(_host, new JoinRoom(_tea, WithMembers: true));

        Assert.Equal([typeof(MemberJoined), typeof(ModesChanged)], decision.Events.Select(one => one.GetType()));
        Assert.Equal(Rank.Founder, Assert.Single(Assert.IsType<RoomEntered>(decision.Reply).Members).Rank);
    }

    [Fact]
    public void Guests_and_those_without_a_say_may_not_and_nobody_twice()
    {
        var guest = _chat.Enter("guest", ChatUnderTest.Room("#milk"));
        var tom = _chat.LogIn(_chat.Enter("tom", _tea), "tom");

        Assert.Equal(RefusalCode.AccountNeeded, _chat.Refusal(guest, new RegisterRoom(ChatUnderTest.Room("#milk"))).Code);
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(tom, new RegisterRoom(_tea)).Code);
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_host, new RegisterRoom(_tea, _chat.Account("tom"))).Code);
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_host, new RegisterRoom(ChatUnderTest.Lobby)).Code);
        Assert.Equal(RefusalCode.RoomUnknown, _chat.Refusal(_host, new RegisterRoom(ChatUnderTest.Room("#nowhere"))).Code);
        _chat.Reply<Done>(_host, new RegisterRoom(_tea));
        Assert.Equal(RefusalCode.RoomRegistered, _chat.Refusal(_host, new RegisterRoom(_tea)).Code);
    }

    [Fact]
    public void The_servers_operators_register_any_room_for_anybody()
    {
        _chat.Reply<Done>(_chat.Operator(), new RegisterRoom(ChatUnderTest.Room("#new"), _chat.Account("tom")));
        _chat.Reply<Done>(_chat.ServerOperator("oper"), new RegisterRoom(_tea, _chat.Account("tom")));

        Assert.Equal("tom", _chat.State.FindRoom(ChatUnderTest.Room("#new"))?.Registration?.Founder.Text);
        Assert.Equal("tom", Tea.Registration?.Founder.Text);
    }

    [Fact]
    public void Nobody_is_given_a_room_who_does_not_exist() =>
        Assert.Equal(RefusalCode.AccountUnknown, _chat.Refusal(_chat.Operator(), new RegisterRoom(_tea, Make.Name("nobody"))).Code);

    [Fact]
    public void One_account_has_a_bounded_number_of_rooms()
    {
        var chat = new ChatUnderTest(limits => limits.RoomsPerAccount = 1);
        var milk = ChatUnderTest.Room("#milk");
        var host = chat.LogIn(chat.Enter("host", _tea, milk), "host");
        chat.Reply<Done>(host, new RegisterRoom(_tea));

        Assert.Equal(RefusalCode.TooManyRooms, chat.Refusal(host, new RegisterRoom(milk)).Code);
    }
}
