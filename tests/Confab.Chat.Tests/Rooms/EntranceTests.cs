using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Rooms;

/// <summary>Who may enter a room.</summary>
public sealed class EntranceTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new();
    private readonly SessionId _host;
    private readonly SessionId _tom;

    public EntranceTests()
    {
        _host = _chat.Enter("host", _tea);
        _tom = _chat.Enter("tom");
    }

    [Fact]
    public void A_key_must_be_given_exactly()
    {
        Assert.True(RoomKey.TryCreate("Milk", out var key, out _));
        _chat.Set(_host, _tea, new KeyChange(key));

        Assert.Equal(RefusalCode.WrongKey, _chat.Refusal(_tom, new JoinRoom(_tea)).Code);
        Assert.Equal(RefusalCode.WrongKey, _chat.Refusal(_tom, new JoinRoom(_tea, Key: "milk")).Code);
        Assert.DoesNotContain("Milk", _chat.Refusal(_tom, new JoinRoom(_tea, Key: "milk")).Text, StringComparison.Ordinal);
        _chat.Reply<RoomEntered>(_tom, new JoinRoom(_tea, Key: "Milk"));
    }

    [Fact]
    public void A_full_room_takes_nobody_more()
    {
        _chat.Set(_host, _tea, new LimitChange(1));
        Assert.Equal(RefusalCode.RoomFull, _chat.Refusal(_tom, new JoinRoom(_tea)).Code);

        _chat.Set(_host, _tea, new LimitChange(2));
        _chat.Reply<RoomEntered>(_tom, new JoinRoom(_tea));
        Assert.Equal(RefusalCode.RoomFull, _chat.Refusal(_chat.Enter("jerry"), new JoinRoom(_tea)).Code);
    }

    [Fact]
    public void Only_who_is_invited_or_needs_no_invitation_enters_a_room_for_invited_people()
    {
        _chat.Set(_host, _tea, new FlagChange(RoomFlags.InviteOnly, On: true));
        Assert.Equal(RefusalCode.InviteOnly, _chat.Refusal(_tom, new JoinRoom(_tea)).Code);

        _chat.Set(_host, _tea, new MaskChange(MaskListKind.InviteExempts, ChatUnderTest.Mask("a:thomas"), On: true));
        Assert.Equal(RefusalCode.InviteOnly, _chat.Refusal(_tom, new JoinRoom(_tea)).Code);
        _chat.Reply<RoomEntered>(_chat.LogIn(_tom, "Thomas"), new JoinRoom(_tea));

        var jerry = _chat.Enter("jerry");
        _chat.Reply<InvitationSent>(_host, new Invite(_tea, "jerry"));
        _chat.Reply<RoomEntered>(jerry, new JoinRoom(_tea));
    }

    [Theory]
    [InlineData("tom")]
    [InlineData("*!*@127.0.0.*")]
    [InlineData("*!text@*")]
    [InlineData("~a:thomas")]
    public void A_ban_keeps_out_whom_it_means_and_an_exemption_lets_in(string mask)
    {
        _chat.LogIn(_tom, "thomas");
        _chat.Ban(_host, _tea, mask);
        Assert.Equal(RefusalCode.Banned, _chat.Refusal(_tom, new JoinRoom(_tea)).Code);

        _chat.Set(_host, _tea, new MaskChange(MaskListKind.Exempts, ChatUnderTest.Mask("m:tom"), On: true));
        Assert.Equal(RefusalCode.Banned, _chat.Refusal(_tom, new JoinRoom(_tea)).Code);
        _chat.Set(_host, _tea, new MaskChange(MaskListKind.Exempts, ChatUnderTest.Mask("t?m"), On: true));
        _chat.Reply<RoomEntered>(_tom, new JoinRoom(_tea));
    }

    [Fact]
    public void A_mute_keeps_nobody_out()
    {
        _chat.Ban(_host, _tea, "m:*");

        _chat.Reply<RoomEntered>(_tom, new JoinRoom(_tea));
    }

    [Fact]
    public void A_room_for_accounts_takes_no_guests()
    {
        _chat.Set(_host, _tea, new FlagChange(RoomFlags.AccountToJoin, On: true));

        Assert.Equal(RefusalCode.AccountNeeded, _chat.Refusal(_tom, new JoinRoom(_tea)).Code);
        _chat.Reply<RoomEntered>(_chat.LogIn(_tom, "thomas"), new JoinRoom(_tea));
    }

    [Fact]
    public void An_invitation_of_somebody_who_keeps_order_opens_every_lock_once()
    {
        Close();
        _chat.Reply<InvitationSent>(_host, new Invite(_tea, "tom"));

        _chat.Reply<RoomEntered>(_tom, new JoinRoom(_tea));

        _chat.Reply<RoomLeft>(_tom, new PartRoom(_tea, null));
        Assert.Equal(RefusalCode.Banned, _chat.Refusal(_tom, new JoinRoom(_tea)).Code);
    }

    [Fact]
    public void An_invitation_of_another_member_opens_nothing()
    {
        _chat.Reply<InvitationSent>(_chat.Enter("friend", _tea), new Invite(_tea, "tom"));
        Close();

        Assert.Equal(RefusalCode.Banned, _chat.Refusal(_tom, new JoinRoom(_tea)).Code);
    }

    [Fact]
    public void Who_may_not_enter_is_sent_on_where_the_room_says_so()
    {
        var milk = ChatUnderTest.Room("#milk");
        _chat.Reply<RoomEntered>(_host, new JoinRoom(milk));
        _chat.Set(_host, _tea, new FlagChange(RoomFlags.InviteOnly, On: true), new ForwardChange(milk));

        var decision = _chat.Ask(_tom, new JoinRoom(_tea));

        var entered = Assert.IsType<RoomEntered>(decision.Reply);
        Assert.Equal((milk, _tea, false), (entered.Room, entered.ForwardedFrom, entered.WasMember));
        Assert.Equal(milk, Assert.IsType<MemberJoined>(Assert.Single(decision.Events)).Room);
        Assert.Equal(RefusalCode.InviteOnly, _chat.Refusal(_tom, new JoinRoom(_tea)).Code);
    }

    [Fact]
    public void Nobody_is_sent_in_circles()
    {
        var milk = ChatUnderTest.Room("#milk");
        _chat.Reply<RoomEntered>(_host, new JoinRoom(milk));
        _chat.Set(_host, _tea, new FlagChange(RoomFlags.InviteOnly, On: true), new ForwardChange(milk));
        _chat.Set(_host, milk, new FlagChange(RoomFlags.InviteOnly, On: true), new ForwardChange(_tea));

        Assert.Equal(RefusalCode.InviteOnly, _chat.Refusal(_tom, new JoinRoom(_tea)).Code);
        Assert.Empty(_chat.Session(_tom).Rooms);
    }

    [Fact]
    public void A_refused_join_leaves_no_trace()
    {
        Close();

        _chat.Refusal(_tom, new JoinRoom(_tea));

        Assert.Equal(["host"], _chat.In(_tea));
        Assert.Empty(_chat.Session(_tom).Rooms);
    }

    private void Close()
    {
        Assert.True(RoomKey.TryCreate("milk", out var key, out _));
        _chat.Set(
            _host,
            _tea,
            new FlagChange(RoomFlags.InviteOnly, On: true),
            new FlagChange(RoomFlags.AccountToJoin, On: true),
            new KeyChange(key),
            new LimitChange(1),
            new MaskChange(MaskListKind.Bans, ChatUnderTest.Mask("tom"), On: true));
    }
}
