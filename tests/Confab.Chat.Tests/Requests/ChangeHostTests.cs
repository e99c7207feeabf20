using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;

namespace Confab.Chat.Tests.Requests;

public sealed class ChangeHostTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Those_who_share_a_room_are_told_in_both_ways_and_the_user_in_one()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Tea);
        var ann = _chat.Enter("ann", ChatUnderTest.Tea);

        var events = _chat.Ask(_chat.Oper(), new ChangeHost("tom", "pot", "kitchen.example")).Events;

        var changed = Assert.IsType<HostChanged>(events[0]);
        Assert.Equal("tom!pot@kitchen.example", $"{changed.Actor.Nickname}!{changed.Actor.Username}@{changed.Actor.Host}");
        Assert.Equal("127.0.0.1", changed.Before.Host);
        Assert.True(Assert.IsType<HostLeft>(events[1]).ForOthersOnly);
        var returned = Assert.IsType<MemberReturned>(events[2]);
        Assert.Equal(Rank.Operator, returned.Rank);
        Assert.Equal([_chat.Session(ann).Id], returned.Audience!);
        Assert.Equal("pot", _chat.Session(tom).Participant.Username);
    }

    [Fact]
    public void What_changes_nothing_is_not_told()
    {
        _chat.Enter("tom", ChatUnderTest.Lobby);
        var oper = _chat.Oper();
        _chat.Reply<Done>(oper, new ChangeHost("tom", "pot", "kitchen.example"));

        Assert.Empty(_chat.Ask(oper, new ChangeHost("tom", "pot", "kitchen.example")).Events);
    }

    [Theory]
    [InlineData("", "host")]
    [InlineData("user", "")]
    [InlineData("us er", "host")]
    [InlineData("user", "ho@st")]
    [InlineData("user", ":host")]
    [InlineData("u!ser", "host")]
    [InlineData("user", "ho\u0001st")]
    [InlineData("uuuuuuuuuuuuuuuuuuuuu", "host")]
    public void What_would_break_a_line_or_a_source_is_refused(string username, string host)
    {
        _chat.Enter("tom");

        Assert.Equal(RefusalCode.HostInvalid, _chat.Refusal(_chat.Oper(), new ChangeHost("tom", username, host)).Code);
    }

    [Fact]
    public void Only_operators_of_the_server_may_and_only_of_somebody_who_is_here()
    {
        var tom = _chat.Enter("tom");

        Assert.Equal(RefusalCode.Denied, _chat.Refusal(tom, new ChangeHost("tom", "pot", "host")).Code);
        Assert.Equal(RefusalCode.RecipientUnknown, _chat.Refusal(_chat.Oper(), new ChangeHost("nobody", "pot", "host")).Code);
    }
}
