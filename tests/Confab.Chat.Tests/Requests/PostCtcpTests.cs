using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class PostCtcpTests
{
    private const string Version = "\u0001VERSION\u0001";

    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new();
    private readonly SessionId _host;
    private readonly SessionId _tom;

    public PostCtcpTests()
    {
        _host = _chat.Enter("host", _tea);
        _tom = _chat.Enter("tom", _tea);
    }

    [Theory]
    [InlineData(MessageKind.Message)]
    [InlineData(MessageKind.Notice)]
    public void A_question_or_an_answer_is_told_to_the_room_and_kept_nowhere(MessageKind kind)
    {
        var decision = _chat.Ask(_tom, new PostCtcp(_tea, Version, kind) { Tags = "+a=b" });

        var posted = Assert.IsType<CtcpPosted>(Assert.Single(decision.Events));
        Assert.Equal((_tea, "tom", kind, Version, "+a=b"), (posted.Room, posted.Actor.Nickname.Text, posted.Kind, posted.Text, posted.Tags));
        Assert.NotNull(posted.EventId);
        Assert.Null(posted.Audience);
        Assert.Empty(decision.Entries);
        Assert.IsType<Done>(decision.Reply);
    }

    [Fact]
    public void A_question_to_a_rank_is_heard_by_it_and_by_whoever_asks()
    {
        var decision = _chat.Ask(_tom, new PostCtcp(_tea, Version) { MinimumRank = Rank.Operator });

        var posted = Assert.IsType<CtcpPosted>(Assert.Single(decision.Events));
        Assert.Equal(Rank.Operator, posted.MinimumRank);
        Assert.Equal([_chat.Session(_host).Id, _chat.Session(_tom).Id], posted.Audience!.OrderBy(user => user.Value));
    }

    [Fact]
    public void Where_none_is_wanted_nobody_but_the_server_asks_and_actions_are_welcome()
    {
        _chat.Set(_host, _tea, new FlagChange(RoomFlags.NoCtcp, On: true));

        var refused = _chat.Refusal(_tom, new PostCtcp(_tea, Version));
        Assert.Equal(RefusalCode.CannotSpeak, refused.Code);
        Assert.Contains("+C", refused.Text, StringComparison.Ordinal);
        Assert.Equal(RefusalCode.CannotSpeak, _chat.Refusal(_host, new PostCtcp(_tea, Version, MessageKind.Notice)).Code);
        _chat.Reply<Done>(_chat.Operator(), new PostCtcp(_tea, Version));
        _chat.Commit<MessagePosted>(_tom, new Post(_tea, "waves", MessageKind.Action));
    }

    [Fact]
    public void Whoever_may_not_speak_may_not_ask()
    {
        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(_chat.Enter("outside"), new PostCtcp(_tea, Version)).Code);
        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(_tom, new PostCtcp(ChatUnderTest.Room("#nowhere"), Version)).Code);

        _chat.Set(_host, _tea, new FlagChange(RoomFlags.Moderated, On: true));
        Assert.Equal(RefusalCode.CannotSpeak, _chat.Refusal(_tom, new PostCtcp(_tea, Version)).Code);
    }

    [Theory]
    [InlineData("\u0001VERSION\r\nQUIT\u0001")]
    [InlineData("\u0001VERSION\nQUIT\u0001")]
    [InlineData("\u0001VERSION\0\u0001")]
    public void What_would_end_a_line_of_somebody_else_is_refused(string text) =>
        Assert.Equal(RefusalCode.MalformedInput, _chat.Refusal(_tom, new PostCtcp(_tea, text)).Code);
}
