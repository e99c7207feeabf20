using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;

namespace Confab.Chat.Tests.Requests;

public sealed class SetTopicTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void A_topic_is_in_force_when_it_is_committed_and_not_before()
    {
        var tom = _chat.Enter("tom", _tea);

        var decision = _chat.Ask(tom, new SetTopic(_tea, "two sugars"));

        var changed = Assert.IsType<TopicChanged>(Assert.Single(decision.Entries));
        Assert.Equal((MessageKind.Topic, "two sugars"), (changed.Kind, changed.Text));
        Assert.Null(decision.Reply);
        Assert.Null(_chat.Reply<TopicShown>(tom, new ShowTopic(_tea)).Topic);

        _chat.Commit(changed);

        Assert.Equal(new Topic("two sugars", "tom", _chat.Now), _chat.Reply<TopicShown>(tom, new ShowTopic(_tea)).Topic);
        Assert.Equal(1, _chat.State.FindRoom(_tea)!.LastNumber);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_topic_clears_it(string text)
    {
        var tom = _chat.Enter("tom", _tea);
        _chat.Commit<TopicChanged>(tom, new SetTopic(_tea, "two sugars"));

        Assert.Equal(string.Empty, _chat.Commit<TopicChanged>(tom, new SetTopic(_tea, text)).Text);
        Assert.Null(_chat.State.FindRoom(_tea)!.Topic);
    }

    [Fact]
    public void A_topic_is_one_line() =>
        Assert.Equal("one two", _chat.Commit<TopicChanged>(_chat.Enter("tom", _tea), new SetTopic(_tea, "one\r\ntwo\n")).Text);

    [Fact]
    public void What_has_nothing_to_show_is_refused_instead_of_clearing_the_topic() =>
        Assert.Equal(RefusalCode.TextEmpty, _chat.Refusal(_chat.Enter("tom", _tea), new SetTopic(_tea, "\u0007")).Code);

    [Fact]
    public void The_limit_of_topics_counts_bytes()
    {
        var chat = new ChatUnderTest(limits => limits.TopicBytes = 4);
        var tom = chat.Enter("tom", _tea);

        Assert.Equal("жж", chat.Commit<TopicChanged>(tom, new SetTopic(_tea, "жж")).Text);
        Assert.Equal(RefusalCode.TextTooLong, chat.Refusal(tom, new SetTopic(_tea, "жжж")).Code);
    }

    [Fact]
    public void Where_the_topic_is_locked_it_takes_somebody_who_keeps_order()
    {
        var tom = _chat.Enter("tom", _tea);
        var jerry = _chat.Enter("jerry", _tea);

        Assert.Equal(RefusalCode.Denied, _chat.Refusal(jerry, new SetTopic(_tea, "milk")).Code);
        _chat.Set(tom, _tea, new RankChange(Rank.Voice, "jerry", On: true));
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(jerry, new SetTopic(_tea, "milk")).Code);
        _chat.Set(tom, _tea, new RankChange(Rank.HalfOperator, "jerry", On: true));
        _chat.Commit<TopicChanged>(jerry, new SetTopic(_tea, "milk"));
    }

    [Fact]
    public void Where_it_is_not_every_member_may()
    {
        var tom = _chat.Enter("tom", _tea);
        var jerry = _chat.Enter("jerry", _tea);
        _chat.Set(tom, _tea, new FlagChange(RoomFlags.TopicLocked, On: false));

        _chat.Commit<TopicChanged>(jerry, new SetTopic(_tea, "milk"));
        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(_chat.Enter("micky"), new SetTopic(_tea, "milk")).Code);
    }

    [Fact]
    public void Only_members_and_the_servers_operator_may_set_it()
    {
        _chat.Enter("tom", _tea);

        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(_chat.Enter("jerry"), new SetTopic(_tea, "milk")).Code);
        Assert.Equal("milk", _chat.Commit<TopicChanged>(_chat.Operator(), new SetTopic(_tea, "milk")).Text);
    }
}
