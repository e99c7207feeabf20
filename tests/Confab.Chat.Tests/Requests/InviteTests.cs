using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class InviteTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new();
    private readonly SessionId _host;
    private readonly SessionId _member;
    private readonly SessionId _tom;

    public InviteTests()
    {
        _host = _chat.Enter("host", _tea);
        _member = _chat.Enter("member", _tea);
        _tom = _chat.Enter("tom");
    }

    [Fact]
    public void Who_is_asked_is_told_and_those_who_keep_order_are_too()
    {
        var decision = _chat.Ask(_member, new Invite(_tea, "TOM"));

        Assert.Equal("tom", Assert.IsType<InvitationSent>(decision.Reply).Target.Nickname.Text);
        Assert.Collection(
            decision.Events,
            first =>
            {
                var invited = Assert.IsType<Invited>(first);
                Assert.Equal([_tom], invited.To);
                Assert.Equal((_tea, "member", "tom"), (invited.Room, invited.Actor.Nickname.Text, invited.Target.Nickname.Text));
            },
            second =>
            {
                var told = Assert.IsType<InvitationTold>(second);
                Assert.Equal((_tea, "tom"), (told.Room, told.Target.Nickname.Text));
                Assert.Equal([_chat.Session(_host).Id], told.Audience);
            });
    }

    [Fact]
    public void Only_members_invite_and_only_whoever_is_here_and_not_inside()
    {
        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(_tom, new Invite(_tea, "host")).Code);
        Assert.Equal(RefusalCode.RoomUnknown, _chat.Refusal(_host, new Invite(ChatUnderTest.Room("#nowhere"), "tom")).Code);
        Assert.Equal(RefusalCode.RecipientUnknown, _chat.Refusal(_host, new Invite(_tea, "nobody")).Code);
        Assert.Equal(RefusalCode.RecipientInRoom, _chat.Refusal(_host, new Invite(_tea, "member")).Code);
        _chat.Operator();
        Assert.Equal(RefusalCode.RecipientUnknown, _chat.Refusal(_host, new Invite(_tea, "Server")).Code);
    }

    [Fact]
    public void To_a_room_for_invited_people_only_those_invite_who_keep_order()
    {
        _chat.Set(_host, _tea, new FlagChange(RoomFlags.InviteOnly, On: true));

        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_member, new Invite(_tea, "tom")).Code);
        _chat.Set(_host, _tea, new RankChange(Rank.HalfOperator, "member", On: true));
        _chat.Reply<InvitationSent>(_member, new Invite(_tea, "tom"));
        _chat.Reply<RoomEntered>(_tom, new JoinRoom(_tea));
    }

    [Fact]
    public void A_friends_word_takes_nothing_back_of_an_operators()
    {
        _chat.Reply<InvitationSent>(_host, new Invite(_tea, "tom"));
        _chat.Reply<InvitationSent>(_member, new Invite(_tea, "tom"));
        _chat.Ban(_host, _tea, "tom");

        _chat.Reply<RoomEntered>(_tom, new JoinRoom(_tea));
    }

    [Fact]
    public void An_invitation_does_not_outlive_the_company_that_gave_it()
    {
        _chat.Commit<MessagePosted>(_host, new Post(_tea, "history keeps the room"));
        _chat.Reply<InvitationSent>(_host, new Invite(_tea, "tom"));
        _chat.Reply<RoomLeft>(_host, new PartRoom(_tea, null));
        _chat.Reply<RoomLeft>(_member, new PartRoom(_tea, null));
        var other = _chat.Enter("other", _tea);
        _chat.Ban(other, _tea, "tom");

        Assert.Equal(RefusalCode.Banned, _chat.Refusal(_tom, new JoinRoom(_tea)).Code);
    }
}
