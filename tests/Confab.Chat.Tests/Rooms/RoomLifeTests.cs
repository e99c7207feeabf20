using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Rooms;

public sealed class RoomLifeTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void The_first_in_an_empty_room_is_its_operator_and_the_others_are_members()
    {
        var tom = _chat.Enter("tom", _tea);
        var jerry = _chat.Enter("jerry", _tea);

        Assert.Equal((Rank.Operator, Rank.None, (Rank?)null), (RankOf(tom), RankOf(jerry), RankOf(_chat.Enter("micky"))));
    }

    [Fact]
    public void In_the_default_room_nobody_but_the_server_is_operator() =>
        Assert.Equal(Rank.None, _chat.State.DefaultRoom.RankOf(_chat.Session(_chat.Enter("tom", ChatUnderTest.Lobby)).Id));

    [Fact]
    public void The_rank_goes_with_its_bearer_and_comes_back_only_with_an_empty_room()
    {
        var tom = _chat.Enter("tom", _tea);
        var jerry = _chat.Enter("jerry", _tea);
        _chat.Reply<RoomLeft>(tom, new PartRoom(_tea, null));
        _chat.Reply<RoomEntered>(tom, new JoinRoom(_tea));

        Assert.All(_chat.State.FindRoom(_tea)!.Members, member => Assert.Equal(Rank.None, member.Rank));

        _chat.Ask(tom, new SignOff(null));
        _chat.Reply<RoomLeft>(jerry, new PartRoom(_tea, null));
        _chat.Reply<RoomEntered>(jerry, new JoinRoom(_tea));
        Assert.Equal(Rank.Operator, RankOf(jerry));
    }

    [Fact]
    public void A_room_without_members_and_history_is_forgotten()
    {
        var tom = _chat.Enter("tom", _tea);

        _chat.Reply<RoomLeft>(tom, new PartRoom(_tea, null));

        Assert.Null(_chat.State.FindRoom(_tea));
        Assert.Equal(1, _chat.State.RoomCount);
    }

    [Fact]
    public void A_room_with_history_stays()
    {
        var tom = _chat.Enter("tom", _tea);
        _chat.Commit<MessagePosted>(tom, new Post(_tea, "hello"));

        _chat.Ask(tom, new SignOff(null));

        Assert.Equal(1, _chat.State.FindRoom(_tea)?.LastNumber);
    }

    [Fact]
    public void The_default_room_always_stays()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Lobby);

        _chat.Reply<RoomLeft>(tom, new PartRoom(ChatUnderTest.Lobby, null));

        Assert.Same(_chat.State.DefaultRoom, _chat.State.FindRoom(ChatUnderTest.Lobby));
    }

    [Fact]
    public void Removing_the_last_member_forgets_the_room_too()
    {
        _chat.Enter("tom", _tea);

        _chat.Reply<Done>(_chat.Operator(), new KickMember(_tea, "tom", null));

        Assert.Null(_chat.State.FindRoom(_tea));
    }

    [Fact]
    public void A_room_whose_first_entry_is_committed_after_everybody_left_exists_again()
    {
        var tom = _chat.Enter("tom", _tea);
        var entry = _chat.Ask(tom, new SetTopic(_tea, "two sugars")).Entries[0];
        _chat.Reply<RoomLeft>(tom, new PartRoom(_tea, null));
        Assert.Null(_chat.State.FindRoom(_tea));

        _chat.Commit(entry);

        var entered = _chat.Reply<RoomEntered>(tom, new JoinRoom(_tea));
        Assert.Equal((1L, "two sugars"), (entered.LastNumber, entered.Topic?.Text));
    }

    [Fact]
    public void What_the_log_remembers_is_there_after_a_start()
    {
        var topic = new Topic("two sugars", "tom", _chat.Now);
        _chat.State.Restore(_tea, lastNumber: 41, topic);
        _chat.State.Restore(ChatUnderTest.Lobby, lastNumber: 7, topic: null);

        var entered = _chat.Reply<RoomEntered>(_chat.Enter("jerry"), new JoinRoom(_tea));

        Assert.Equal((41L, topic), (entered.LastNumber, entered.Topic));
        Assert.Equal(7, _chat.State.DefaultRoom.LastNumber);
        Assert.True(_chat.State.DefaultRoom.IsDefault);
    }

    private Rank? RankOf(SessionId session) => _chat.State.FindRoom(_tea)!.RankOf(_chat.Session(session).Id);
}
