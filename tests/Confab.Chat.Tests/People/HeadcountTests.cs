using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.People;

public sealed class HeadcountTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Users_are_counted_and_the_most_remembered()
    {
        _chat.Operator();
        _chat.Enter("tom");
        _chat.Ask(_chat.Enter("ann"), new SignOff(null));

        Assert.Equal((1, 2), (_chat.State.Headcount.Users, _chat.State.Headcount.MostUsers));
    }

    [Fact]
    public void Who_is_on_the_way_in_is_counted_until_they_are_in_or_gone()
    {
        var (one, other, third) = (_chat.Connect(), _chat.Connect(), _chat.Connect());
        var count = _chat.State.Headcount;
        count.Arrives(one);
        count.Arrives(one);
        count.Arrives(other);
        count.Arrives(third);
        Assert.Equal(3, count.Arriving);

        _chat.Ask(one, new SignOn("tom", Presence.Announced, AcceptOther: false));
        _chat.Ask(other, new SignOff(null));

        Assert.Equal(1, count.Arriving);
    }
}
