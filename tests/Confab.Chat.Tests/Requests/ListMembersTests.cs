using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;

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
    public void Strangers_do_not_see_who_is_there_and_the_operator_does_without_being_listed()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Tea);

        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(_chat.Enter("jerry"), new ListMembers(ChatUnderTest.Tea)).Code);
        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(tom, new ListMembers(ChatUnderTest.Room("#nowhere"))).Code);
        Assert.Equal(tom, Assert.Single(_chat.Reply<MembersListed>(_chat.Operator(), new ListMembers(ChatUnderTest.Tea)).Members).Who.Session);
    }
}
