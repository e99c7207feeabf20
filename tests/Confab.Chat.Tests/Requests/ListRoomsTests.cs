using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class ListRoomsTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Rooms_are_listed_by_name_with_their_members_and_topics()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Tea, ChatUnderTest.Room("#Coffee"));
        _chat.Enter("jerry", ChatUnderTest.Tea);
        _chat.Commit<TopicChanged>(tom, new SetTopic(ChatUnderTest.Tea, "two sugars"));

        Assert.Equal(
            [("#Coffee", 1, null), ("#lobby", 0, null), ("#tea", 2, "two sugars")],
            _chat.Reply<RoomsListed>(tom, new ListRooms()).Rooms.Select(room => (room.Room.Text, room.Members, room.Topic)));
    }

    [Fact]
    public void Each_says_when_it_was_opened_and_when_its_topic_was_set()
    {
        var opened = _chat.Now;
        var tom = _chat.Enter("tom", ChatUnderTest.Tea);
        _chat.Now += TimeSpan.FromMinutes(5);
        _chat.Enter("jerry", ChatUnderTest.Tea);
        _chat.Commit<TopicChanged>(tom, new SetTopic(ChatUnderTest.Tea, "two sugars"));

        var tea = _chat.Reply<RoomsListed>(tom, new ListRooms()).Rooms.Single(room => room.Room == ChatUnderTest.Tea);
        Assert.Equal((opened, _chat.Now), (tea.Created, tea.TopicTime));
    }

    [Fact]
    public void Each_says_whose_it_is()
    {
        _chat.Reply<Done>(_chat.Steward(), new RegisterRoom(ChatUnderTest.Tea, _chat.Account("Alice")));

        Assert.Equal(
            [("#lobby", null), ("#tea", "Alice")],
            _chat.Reply<RoomsListed>(_chat.Enter("tom"), new ListRooms()).Rooms.Select(room => (room.Room.Text, room.Founder)));
    }

    [Fact]
    public void A_secret_room_is_listed_for_its_members_and_the_servers_operators()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Tea);
        _chat.Set(tom, ChatUnderTest.Tea, new FlagChange(RoomFlags.Secret, On: true));

        Assert.Equal(["#lobby", "#tea"], Listed(tom));
        Assert.Equal(["#lobby", "#tea"], Listed(_chat.ServerOperator("oper")));
        Assert.Equal(["#lobby", "#tea"], Listed(_chat.Operator()));
        Assert.Equal(["#lobby"], Listed(_chat.Enter("jerry")));
    }

    private IEnumerable<string> Listed(SessionId who) => _chat.Reply<RoomsListed>(who, new ListRooms()).Rooms.Select(room => room.Room.Text);
}
