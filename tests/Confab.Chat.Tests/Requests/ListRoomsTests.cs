using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

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
}
