using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class ShowTopicTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void A_topic_is_shown_to_members_only()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Tea);
        _chat.Commit<TopicChanged>(tom, new SetTopic(ChatUnderTest.Tea, "two sugars"));

        Assert.Equal("two sugars", _chat.Reply<TopicShown>(tom, new ShowTopic(ChatUnderTest.Tea)).Topic?.Text);
        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(_chat.Enter("jerry"), new ShowTopic(ChatUnderTest.Tea)).Code);
        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(tom, new ShowTopic(ChatUnderTest.Room("#nowhere"))).Code);
    }
}
