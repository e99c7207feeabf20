using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class ListMembersTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Members_are_listed_in_the_order_of_joining_with_their_ranks()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Tea);
        _chat.Enter("jerry", ChatUnderTest.Tea);
        _chat.Reply<Renamed>(tom, new Rename("zoe"));

        Assert.Equal(
            [("zoe", Rank.Operator), ("jerry", Rank.None)],
            _chat.Reply<MembersListed>(tom, new ListMembers(ChatUnderTest.Tea)).Members.Select(member => (member.Who.Nickname.Text, member.Rank)));
    }

    [Fact]
    public void Strangers_do_not_see_who_is_in_a_secret_room_and_the_operator_does_without_being_listed()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Tea);
        var jerry = _chat.Enter("jerry");
        Assert.Equal(["tom"], Shown(jerry));

        _chat.Set(tom, ChatUnderTest.Tea, new FlagChange(RoomFlags.Secret, On: true));

        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(jerry, new ListMembers(ChatUnderTest.Tea)).Code);
        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(tom, new ListMembers(ChatUnderTest.Room("#nowhere"))).Code);
        Assert.Equal(tom, Assert.Single(_chat.Reply<MembersListed>(_chat.Operator(), new ListMembers(ChatUnderTest.Tea)).Members).Who.Session);
        Assert.Equal(["tom"], Shown(_chat.ServerOperator("oper")));
    }

    [Fact]
    public void Whoever_is_invisible_is_seen_from_within_only()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Tea);
        var ghost = _chat.Connect();
        _chat.Reply<SignedOnAs>(ghost, new SignOn("ghost", Presence.Announced, AcceptOther: false, ChatUnderTest.Tea) { Modes = UserModes.Invisible });

        Assert.Equal(["tom", "ghost"], Shown(tom));
        Assert.Equal(["tom"], Shown(_chat.Enter("jerry")));
    }

    [Fact]
    public void In_an_auditorium_those_without_a_rank_see_themselves_and_those_with_one()
    {
        var host = _chat.Enter("host", ChatUnderTest.Tea);
        var tom = _chat.Enter("tom", ChatUnderTest.Tea);
        var jerry = _chat.Enter("jerry", ChatUnderTest.Tea);
        _chat.Set(host, ChatUnderTest.Tea, new FlagChange(RoomFlags.Auditorium, On: true), new RankChange(Rank.Voice, "jerry", On: true));

        Assert.Equal(["host", "tom", "jerry"], Shown(host));
        Assert.Equal(["host", "tom", "jerry"], Shown(jerry));
        Assert.Equal(["host", "tom", "jerry"], Shown(tom));
        var micky = _chat.Enter("micky", ChatUnderTest.Tea);
        Assert.Equal(["host", "jerry", "micky"], Shown(micky));
        Assert.Equal(["host", "jerry"], Shown(_chat.Enter("outside")));
    }

    private IEnumerable<string> Shown(SessionId viewer) =>
        _chat.Reply<MembersListed>(viewer, new ListMembers(ChatUnderTest.Tea)).Members.Select(member => member.Who.Nickname.Text);
}
