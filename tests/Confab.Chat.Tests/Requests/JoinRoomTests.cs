using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;

namespace Confab.Chat.Tests.Requests;

public sealed class JoinRoomTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void A_room_that_does_not_exist_comes_into_being()
    {
        var tom = _chat.Enter("tom");

        var decision = _chat.Ask(tom, new JoinRoom(ChatUnderTest.Tea));

        Assert.Equal([new MemberJoined(ChatUnderTest.Tea, _chat.Session(tom).Participant, After: 0)], decision.Events);
        var entered = Assert.IsType<RoomEntered>(decision.Reply);
        Assert.Equal((ChatUnderTest.Tea, 0L, false), (entered.Room, entered.LastNumber, entered.WasMember));
        Assert.Equal(2, _chat.State.RoomCount);
        Assert.Equal(["tom"], _chat.In(ChatUnderTest.Tea));
        Assert.Equal([ChatUnderTest.Tea], _chat.Session(tom).Rooms.Select(room => room.Name));
    }

    [Fact]
    public void A_room_is_the_same_however_its_name_is_written_and_keeps_the_first_spelling()
    {
        _chat.Enter("tom", ChatUnderTest.Tea);

        var entered = _chat.Reply<RoomEntered>(_chat.Enter("jerry"), new JoinRoom(ChatUnderTest.Room("#TEA")));

        Assert.Equal("#tea", entered.Room.Text);
        Assert.Equal(2, _chat.State.RoomCount);
    }

    [Fact]
    public void Entering_tells_the_topic_and_where_the_history_stands()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Tea);
        _chat.Commit<TopicChanged>(tom, new SetTopic(ChatUnderTest.Tea, "two sugars"));
        _chat.Commit<MessagePosted>(tom, new Post(ChatUnderTest.Tea, "hello"));

        var jerry = _chat.Enter("jerry");
        var decision = _chat.Ask(jerry, new JoinRoom(ChatUnderTest.Tea));

        var entered = Assert.IsType<RoomEntered>(decision.Reply);
        Assert.Equal(("two sugars", 2L), (entered.Topic?.Text, entered.LastNumber));
        Assert.Equal(2, Assert.IsType<MemberJoined>(Assert.Single(decision.Events)).After);
    }

    [Fact]
    public void Members_are_listed_only_where_they_were_asked_for()
    {
        _chat.Enter("tom", ChatUnderTest.Tea);
        var jerry = _chat.Enter("jerry");

        Assert.Equal(
            [("tom", Rank.Operator), ("jerry", Rank.None)],
            _chat.Reply<RoomEntered>(jerry, new JoinRoom(ChatUnderTest.Tea, WithMembers: true)).Members
                .Select(member => (member.Who.Nickname.Text, member.Rank)));
        Assert.Empty(_chat.Reply<RoomEntered>(_chat.Enter("micky"), new JoinRoom(ChatUnderTest.Tea)).Members);
    }

    [Fact]
    public void Joining_again_tells_nobody_and_keeps_the_place()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Tea);
        _chat.Enter("jerry", ChatUnderTest.Tea);

        var decision = _chat.Ask(tom, new JoinRoom(ChatUnderTest.Tea));

        Assert.True(Assert.IsType<RoomEntered>(decision.Reply).WasMember);
        Assert.Empty(decision.Events);
        Assert.Equal(["tom", "jerry"], _chat.In(ChatUnderTest.Tea));
    }

    [Fact]
    public void One_room_too_many_for_a_session_is_refused()
    {
        var chat = new ChatUnderTest(limits => limits.RoomsPerSession = 2);
        var tom = chat.Enter("tom", ChatUnderTest.Lobby, ChatUnderTest.Tea);

        Assert.Equal(RefusalCode.TooManyRooms, chat.Refusal(tom, new JoinRoom(ChatUnderTest.Room("#milk"))).Code);
        Assert.Equal(2, chat.State.RoomCount);
        Assert.True(chat.Reply<RoomEntered>(tom, new JoinRoom(ChatUnderTest.Tea)).WasMember);

        chat.Reply<RoomLeft>(tom, new PartRoom(ChatUnderTest.Lobby, null));
        chat.Reply<RoomEntered>(tom, new JoinRoom(ChatUnderTest.Room("#milk")));
    }

    [Fact]
    public void One_room_too_many_for_the_server_is_refused_and_existing_ones_stay_open()
    {
        var chat = new ChatUnderTest(limits => limits.Rooms = 2);
        chat.Enter("tom", ChatUnderTest.Tea);
        var jerry = chat.Enter("jerry");

        Assert.Equal(RefusalCode.TooManyRooms, chat.Refusal(jerry, new JoinRoom(ChatUnderTest.Room("#milk"))).Code);
        chat.Reply<RoomEntered>(jerry, new JoinRoom(ChatUnderTest.Tea));
        chat.Reply<RoomEntered>(jerry, new JoinRoom(ChatUnderTest.Lobby));
    }

    [Fact]
    public void The_operator_hears_every_room_and_sits_in_none() =>
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_chat.Operator(), new JoinRoom(ChatUnderTest.Tea)).Code);
}
