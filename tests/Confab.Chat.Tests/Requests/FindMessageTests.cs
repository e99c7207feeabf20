using Confab.Chat.Lookups;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class FindMessageTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void A_message_is_looked_up_before_it_is_known_whether_the_asker_may_read_it()
    {
        var decision = _chat.Ask(_chat.Enter("tom"), new FindMessage(NumberedIds.Of(7)));

        Assert.Equal(new FindLookup(NumberedIds.Of(7)), decision.Lookup);
        Assert.Null(decision.Reply);
    }

    [Fact]
    public void Strangers_find_nothing() =>
        Assert.Equal(RefusalCode.NotSignedOn, _chat.Refusal(_chat.Connect(), new FindMessage(NumberedIds.Of(7))).Code);
}
