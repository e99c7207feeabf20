using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class KickMemberTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new();
    private readonly SessionId _host;
    private readonly SessionId _guest;

    public KickMemberTests()
    {
        _host = _chat.Enter("host", _tea);
        _guest = _chat.Enter("guest", _tea, ChatUnderTest.Lobby);
    }

    [Fact]
    public void Whoever_opened_the_room_may_remove_somebody_from_it()
    {
        var decision = _chat.Ask(_host, new KickMember(_tea, "GUEST", "no milk"));

        Assert.Equal(
            [new MemberKicked(_tea, _chat.Session(_host).Participant, _chat.Session(_guest).Participant, "no milk")],
            decision.Events);
        Assert.IsType<Done>(decision.Reply);
        Assert.Equal(["host"], _chat.In(_tea));
        Assert.Equal([ChatUnderTest.Lobby], _chat.Session(_guest).Rooms.Select(room => room.Name));
    }

    [Fact]
    public void Whoever_was_removed_may_neither_speak_nor_read_there_and_may_come_back()
    {
        _chat.Reply<Done>(_host, new KickMember(_tea, "guest", null));

        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(_guest, new Post(_tea, "but")).Code);
        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(_guest, new ReadHistory(_tea, 0, 9, 9, FromNewest: true)).Code);
        Assert.False(_chat.Reply<RoomEntered>(_guest, new JoinRoom(_tea)).WasMember);
    }

    [Fact]
    public void Members_may_not_remove_anybody()
    {
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_guest, new KickMember(_tea, "host", null)).Code);
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_host, new KickMember(ChatUnderTest.Lobby, "guest", null)).Code);
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_host, new KickMember(ChatUnderTest.Room("#nowhere"), "guest", null)).Code);
    }

    [Fact]
    public void Operators_of_the_server_keep_order_in_the_default_room_while_they_sit_in_it_and_in_no_other()
    {
        var keeper = _chat.ServerOperator("keeper");

        Assert.Equal(RefusalCode.Denied, _chat.Refusal(keeper, new KickMember(ChatUnderTest.Lobby, "guest", null)).Code);

        _chat.Reply<RoomEntered>(keeper, new JoinRoom(_tea));
        _chat.Reply<RoomEntered>(keeper, new JoinRoom(ChatUnderTest.Lobby));

        Assert.Equal(RefusalCode.Denied, _chat.Refusal(keeper, new KickMember(_tea, "guest", null)).Code);
        _chat.Reply<Done>(keeper, new KickMember(ChatUnderTest.Lobby, "guest", null));
        Assert.Equal(["keeper"], _chat.In(ChatUnderTest.Lobby));
    }

    [Fact]
    public void Nobody_removes_somebody_of_higher_rank()
    {
        _chat.Set(_chat.Operator(), _tea, new RankChange(Rank.Admin, "guest", On: true));

        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_host, new KickMember(_tea, "guest", null)).Code);
        _chat.Reply<Done>(_guest, new KickMember(_tea, "host", null));
    }

    [Fact]
    public void Whoever_keeps_order_may_remove_themselves()
    {
        _chat.Set(_host, _tea, new RankChange(Rank.HalfOperator, "guest", On: true));

        _chat.Reply<Done>(_guest, new KickMember(_tea, "guest", null));
    }

    [Fact]
    public void The_servers_operator_may_remove_anybody_from_any_room()
    {
        var console = _chat.Operator();

        _chat.Reply<Done>(console, new KickMember(_tea, "host", null));
        _chat.Reply<Done>(console, new KickMember(ChatUnderTest.Lobby, "guest", null));

        Assert.Equal(["guest"], _chat.In(_tea));
        Assert.Empty(_chat.In(ChatUnderTest.Lobby));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("elsewhere")]
    [InlineData("Server")]
    [InlineData("not a name")]
    [InlineData("\u001b[2J")]
    public void Only_who_is_there_can_be_removed(string nickname)
    {
        _chat.Enter("elsewhere", ChatUnderTest.Lobby);
        _chat.Operator();

        var refused = _chat.Refusal(_host, new KickMember(_tea, nickname, null));

        Assert.Equal(RefusalCode.RecipientUnknown, refused.Code);
        Assert.DoesNotContain(refused.Text, char.IsControl);
    }
}
