using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Rooms;

public sealed class AuditoriumTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new();
    private readonly SessionId _host;
    private readonly SessionId _tom;

    public AuditoriumTests()
    {
        _host = _chat.Enter("host", _tea);
        _tom = _chat.Enter("tom", _tea);
        _chat.Enter("jerry", _tea);
        _chat.Set(_host, _tea, new FlagChange(RoomFlags.Auditorium, On: true));
    }

    [Fact]
    public void Plain_members_come_and_go_before_those_with_a_rank_and_nobody_else()
    {
        var micky = _chat.Enter("micky");

        AssertHeardBy(Assert.Single(_chat.Ask(micky, new JoinRoom(_tea)).Events), _host, micky);
        AssertHeardBy(Assert.Single(_chat.Ask(micky, new PartRoom(_tea, null)).Events), _host, micky);
        AssertHeardBy(Assert.Single(_chat.Ask(_host, new KickMember(_tea, "jerry", null)).Events), _host, _chat.State.FindUser("jerry")!.Sessions[0]);
        AssertHeardBy(_chat.Ask(_tom, new SignOff(null)).Events.OfType<MemberLeft>().Single(), _host, _tom);
    }

    [Fact]
    public void Those_with_a_rank_are_seen_by_everybody()
    {
        _chat.Set(_host, _tea, new RankChange(Rank.Voice, "tom", On: true));

        Assert.Null(Assert.IsType<MemberLeft>(Assert.Single(_chat.Ask(_tom, new PartRoom(_tea, null)).Events)).Audience);
    }

    [Fact]
    public void What_is_said_is_heard_by_everybody() =>
        Assert.Null(_chat.Commit<MessagePosted>(_tom, new Post(_tea, "hello")).Audience);

    [Fact]
    public void Whoever_enters_is_shown_those_with_a_rank_and_itself()
    {
        var entered = _chat.Reply<RoomEntered>(_chat.Enter("micky"), new JoinRoom(_tea, WithMembers: true));

        Assert.Equal(["host", "micky"], entered.Members.Select(member => member.Who.Nickname.Text));
    }

    private void AssertHeardBy(ChatEvent happened, params SessionId[] sessions)
    {
        var audience = Assert.IsType<RoomEvent>(happened, exactMatch: false).Audience;
        Assert.NotNull(audience);
        Assert.Equal(sessions.Select(session => session.Value).Order(), audience.Select(user => user.Value).Order());
    }
}
