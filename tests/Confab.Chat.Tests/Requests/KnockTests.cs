using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class KnockTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new();
    private readonly SessionId _host;
    private readonly SessionId _tom;

    public KnockTests()
    {
        _host = _chat.Enter("host", _tea);
        _chat.Enter("member", _tea);
        _tom = _chat.Enter("tom");
        _chat.Set(_host, _tea, new FlagChange(RoomFlags.InviteOnly, On: true));
    }

    [Fact]
    public void Those_who_keep_order_are_told()
    {
        var knocked = Assert.IsType<Knocked>(Assert.Single(_chat.Ask(_tom, new Knock(_tea, "let me\r\nin")).Events));

        Assert.Equal((_tea, "tom", "let me in"), (knocked.Room, knocked.Actor.Nickname.Text, knocked.Text));
        Assert.Equal([_chat.Session(_host).Id], knocked.Audience);
    }

    [Fact]
    public void It_is_heard_once_a_minute_from_each()
    {
        _chat.Reply<Done>(_tom, new Knock(_tea, null));
        _chat.Now += TimeSpan.FromSeconds(59);
        Assert.Equal(RefusalCode.TooManyRequests, _chat.Refusal(_tom, new Knock(_tea, null)).Code);
        _chat.Reply<Done>(_chat.Enter("jerry"), new Knock(_tea, null));

        _chat.Now += TimeSpan.FromSeconds(1);
        _chat.Reply<Done>(_tom, new Knock(_tea, null));
    }

    [Fact]
    public void There_is_no_knocking_where_nothing_is_locked_and_none_from_within()
    {
        Assert.Equal(RefusalCode.RoomUnknown, _chat.Refusal(_tom, new Knock(ChatUnderTest.Room("#nowhere"), null)).Code);
        Assert.Equal(RefusalCode.RoomOpen, _chat.Refusal(_tom, new Knock(ChatUnderTest.Lobby, null)).Code);
        Assert.Equal(RefusalCode.AlreadyMember, _chat.Refusal(_host, new Knock(_tea, null)).Code);
    }

    [Fact]
    public void Who_is_banned_is_not_heard()
    {
        _chat.Ban(_host, _tea, "tom");

        Assert.Equal(RefusalCode.Banned, _chat.Refusal(_tom, new Knock(_tea, null)).Code);
    }
}
