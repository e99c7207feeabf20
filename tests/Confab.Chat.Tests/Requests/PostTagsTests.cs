using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class PostTagsTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new();
    private readonly SessionId _host;
    private readonly SessionId _tom;

    public PostTagsTests()
    {
        _host = _chat.Enter("host", _tea);
        _tom = _chat.Enter("tom", _tea);
    }

    [Theory]
    [InlineData("+typing=active", true)]
    [InlineData("+draft/react=x", false)]
    public void Tags_are_told_to_the_room_and_take_no_number(string tags, bool isFleeting)
    {
        var decision = _chat.Ask(_tom, new PostTags(_tea, tags, isFleeting));

        var posted = Assert.IsType<TagMessagePosted>(Assert.Single(decision.Events));
        Assert.Equal((_tea, "tom", tags, isFleeting), (posted.Room, posted.Actor.Nickname.Text, posted.Tags, posted.IsFleeting));
        Assert.NotNull(posted.EventId);
        Assert.Null(posted.Audience);
        Assert.Empty(decision.Entries);
        Assert.IsType<Done>(decision.Reply);
    }

    [Fact]
    public void Tags_for_a_rank_are_heard_by_it_and_by_their_author()
    {
        var posted = Assert.IsType<TagMessagePosted>(Assert.Single(_chat.Ask(_tom, new PostTags(_tea, "+a") { MinimumRank = Rank.Operator }).Events));

        Assert.Equal([_chat.Session(_host).Id, _chat.Session(_tom).Id], posted.Audience!.OrderBy(user => user.Value));
    }

    [Fact]
    public void Whoever_may_not_speak_may_not_send_them()
    {
        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(_chat.Enter("outside"), new PostTags(_tea, "+a")).Code);

        _chat.Set(_host, _tea, new FlagChange(RoomFlags.Moderated, On: true));
        Assert.Equal(RefusalCode.CannotSpeak, _chat.Refusal(_tom, new PostTags(_tea, "+a")).Code);
        _chat.Set(_host, _tea, new RankChange(Rank.Voice, "tom", On: true));
        _chat.Reply<Done>(_tom, new PostTags(_tea, "+a"));
    }
}
