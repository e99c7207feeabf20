using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class ShowRoomAccessTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new();
    private readonly SessionId _steward;

    public ShowRoomAccessTests()
    {
        _steward = _chat.Steward();
        _chat.Reply<Done>(_steward, new RegisterRoom(_tea, _chat.Account("alice")));
        _chat.Reply<Done>(_steward, new SetRoomAccess(_tea, _chat.Account("bob"), Rank.Operator));
    }

    [Fact]
    public void Operators_members_and_those_on_the_list_see_it()
    {
        foreach (var who in new[] { _steward, _chat.Oper(), _chat.Enter("tom", _tea), _chat.LogIn(_chat.Enter("bob"), "bob") })
        {
            var shown = _chat.Reply<RoomAccessShown>(who, new ShowRoomAccess(_tea));
            Assert.Equal("alice", shown.Registration.Founder.Text);
            Assert.Equal([("bob", Rank.Operator)], shown.Registration.Access.Select(access => (access.Account.Text, access.Rank)));
        }
    }

    [Fact]
    public void Others_do_not() => Assert.Equal(RefusalCode.NotMember, _chat.Refusal(_chat.Enter("tom"), new ShowRoomAccess(_tea)).Code);

    [Fact]
    public void A_room_that_is_nobodys_has_none() =>
        Assert.Equal(RefusalCode.RoomNotRegistered, _chat.Refusal(_steward, new ShowRoomAccess(ChatUnderTest.Lobby)).Code);
}
