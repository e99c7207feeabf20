using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class PartRoomTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Whoever_leaves_a_room_stays_in_the_others()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Lobby, ChatUnderTest.Tea);

        var decision = _chat.Ask(tom, new PartRoom(ChatUnderTest.Tea, "lunch\n"));

        Assert.Equal([new MemberLeft(ChatUnderTest.Tea, _chat.Session(tom).Participant, "lunch", Quit: false)], decision.Events);
        Assert.Equal(new RoomLeft(ChatUnderTest.Tea), decision.Reply);
        Assert.Equal([ChatUnderTest.Lobby], _chat.Session(tom).Rooms.Select(room => room.Name));
        Assert.Equal(["tom"], _chat.In(ChatUnderTest.Lobby));
    }

    [Fact]
    public void Nobody_leaves_a_room_that_they_are_not_in()
    {
        _chat.Enter("jerry", ChatUnderTest.Tea);
        var tom = _chat.Enter("tom", ChatUnderTest.Lobby);

        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(tom, new PartRoom(ChatUnderTest.Tea, null)).Code);
        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(tom, new PartRoom(ChatUnderTest.Room("#nowhere"), null)).Code);
        Assert.Equal(["jerry"], _chat.In(ChatUnderTest.Tea));
    }
}
