using Confab.Chat.Events;
using Confab.Chat.Lookups;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class ReadHistoryTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new();
    private readonly SessionId _tom;

    public ReadHistoryTests()
    {
        _tom = _chat.Enter("tom", _tea);
        _chat.Commit<MessagePosted>(_tom, new Post(_tea, "one"));
        _chat.Commit<MessagePosted>(_tom, new Post(_tea, "two"));
    }

    [Theory]
    [InlineData(long.MaxValue, 3)]
    [InlineData(3, 3)]
    [InlineData(2, 2)]
    public void A_stretch_ends_at_what_is_committed_at_that_moment(long before, long bounded)
    {
        // Decided and not committed: whoever reads now must not meet it before it is shown.
        _chat.Ask(_tom, new Post(_tea, "three"));

        var decision = _chat.Ask(_tom, new ReadHistory(_tea, After: 1, before, Limit: 10, FromNewest: true));

        Assert.Equal(new HistoryLookup(_tea, After: 1, bounded, Limit: 10, FromNewest: true), decision.Lookup);
        Assert.Null(decision.Reply);
        Assert.Empty(decision.Events);
    }

    [Fact]
    public void Only_members_and_the_servers_operator_may_read()
    {
        var request = new ReadHistory(_tea, 0, long.MaxValue, 10, FromNewest: true);

        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(_chat.Enter("jerry", ChatUnderTest.Lobby), request).Code);
        Assert.NotNull(_chat.Ask(_chat.Operator(), request).Lookup);

        _chat.Reply<RoomLeft>(_tom, new PartRoom(_tea, null));
        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(_tom, request).Code);
    }
}
