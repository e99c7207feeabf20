using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;

namespace Confab.Chat.Tests.Requests;

public sealed class ShowTopicTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void A_topic_is_shown_to_whoever_may_know_of_the_room()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Tea);
        _chat.Commit<TopicChanged>(tom, new SetTopic(ChatUnderTest.Tea, "two sugars"));

        Assert.Equal("two sugars", _chat.Reply<TopicShown>(tom, new ShowTopic(ChatUnderTest.Tea)).Topic?.Text);
        var jerry = _chat.Enter("jerry");
        Assert.Equal("two sugars", _chat.Reply<TopicShown>(jerry, new ShowTopic(ChatUnderTest.Tea)).Topic?.Text);
        _chat.Set(tom, ChatUnderTest.Tea, new FlagChange(RoomFlags.Secret, On: true));
        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(jerry, new ShowTopic(ChatUnderTest.Tea)).Code);
        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(tom, new ShowTopic(ChatUnderTest.Room("#nowhere"))).Code);
    }
}
