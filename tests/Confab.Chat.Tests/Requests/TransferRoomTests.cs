using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;
using Confab.Chat.Tests.Names;

namespace Confab.Chat.Tests.Requests;

public sealed class TransferRoomTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new(limits => limits.RoomsPerAccount = 1);
    private readonly SessionId _host;
    private readonly SessionId _tom;

    public TransferRoomTests()
    {
        _host = _chat.LogIn(_chat.Enter("host", _tea), "host");
        _tom = _chat.LogIn(_chat.Enter("tom", _tea), "Tom");
        _chat.Reply<Done>(_host, new RegisterRoom(_tea));
    }

    [Fact]
    public void The_rank_goes_over_at_once()
    {
        _chat.Reply<Done>(_host, new SetRoomAccess(_tea, _chat.Account("tom"), Rank.Voice));

        var decision = _chat.Ask(_host, new TransferRoom(_tea, _chat.Account("tom")));

        Assert.Equal(
            [(Rank.Founder, "host", false), (Rank.Voice, "tom", false), (Rank.Founder, "tom", true)],
            Assert.IsType<ModesChanged>(Assert.Single(decision.Events)).Changes.Cast<RankChange>().Select(change => (change.Rank, change.Nickname, change.On)));
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_host, new DropRoom(_tea)).Code);
        Assert.Empty(_chat.State.FindRoom(_tea)!.Registration!.Access);
        _chat.Reply<Done>(_tom, new DropRoom(_tea));
    }

    [Fact]
    public void Only_the_founder_and_the_servers_operators_may()
    {
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_tom, new TransferRoom(_tea, _chat.Account("tom"))).Code);
        Assert.Equal(RefusalCode.RoomNotRegistered, _chat.Refusal(_host, new TransferRoom(ChatUnderTest.Lobby, _chat.Account("tom"))).Code);
        _chat.Reply<Done>(_chat.Operator(), new TransferRoom(_tea, _chat.Account("tom")));
    }

    [Fact]
    public void Nobody_is_given_a_room_who_does_not_exist() =>
        Assert.Equal(RefusalCode.AccountUnknown, _chat.Refusal(_host, new TransferRoom(_tea, Make.Name("nobody"))).Code);

    [Fact]
    public void Nobody_is_given_more_rooms_than_they_may_have()
    {
        var milk = ChatUnderTest.Room("#milk");
        _chat.Reply<RoomEntered>(_tom, new JoinRoom(milk));
        _chat.Reply<Done>(_tom, new RegisterRoom(milk));

        Assert.Equal(RefusalCode.TooManyRooms, _chat.Refusal(_host, new TransferRoom(_tea, _chat.Account("tom"))).Code);
    }
}
