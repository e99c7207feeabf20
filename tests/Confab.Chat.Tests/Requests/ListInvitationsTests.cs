using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class ListInvitationsTests
{
    private readonly ChatUnderTest _chat = new(limits => limits.Invitations = 2);

    [Fact]
    public void They_are_listed_in_order_until_they_are_used()
    {
        var tom = _chat.Enter("tom");
        Assert.Empty(Of(tom));

        Invite("one");
        Invite("two");
        Assert.Equal(["#one", "#two"], Of(tom));

        _chat.Reply<RoomEntered>(tom, new JoinRoom(ChatUnderTest.Room("#one")));
        Assert.Equal(["#two"], Of(tom));
    }

    [Fact]
    public void The_oldest_gives_way_and_a_repeated_one_is_the_newest()
    {
        var tom = _chat.Enter("tom");
        var one = Invite("one");
        Invite("two");
        _chat.Reply<InvitationSent>(one, new Invite(ChatUnderTest.Room("#one"), "tom"));
        Assert.Equal(["#two", "#one"], Of(tom));

        Invite("three");

        Assert.Equal(["#one", "#three"], Of(tom));
    }

    [Fact]
    public void A_room_that_is_gone_invites_nobody()
    {
        var tom = _chat.Enter("tom");
        var host = Invite("one");

        _chat.Ask(host, new SignOff(null));

        Assert.Empty(Of(tom));
    }

    private SessionId Invite(string from)
    {
        var host = _chat.Enter(from, ChatUnderTest.Room("#" + from));
        _chat.Reply<InvitationSent>(host, new Invite(ChatUnderTest.Room("#" + from), "tom"));
        return host;
    }

    private IEnumerable<string> Of(SessionId who) =>
        _chat.Reply<InvitationsListed>(who, new ListInvitations()).Rooms.Select(room => room.Text);
}
