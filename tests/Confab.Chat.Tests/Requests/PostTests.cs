using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;

namespace Confab.Chat.Tests.Requests;

public sealed class PostTests
{
    private static readonly RoomName _lobby = ChatUnderTest.Lobby;

    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void A_message_is_an_entry_for_the_log_and_has_no_answer_before_the_commit()
    {
        var tom = _chat.Enter("tom", _lobby);
        var key = new ResendKey(Guid.Empty, 7);

        var decision = _chat.Ask(tom, new Post(_lobby, "hello ", MessageKind.Action, key));

        Assert.Null(decision.Reply);
        var posted = Assert.IsType<MessagePosted>(Assert.Single(decision.Events));
        Assert.Same(posted, Assert.Single(decision.Entries));
        Assert.Equal(
            (_lobby, _chat.Session(tom).Participant, NumberedIds.Of(1), _chat.Now, MessageKind.Action, "hello ", (ResendKey?)key, 0L),
            (posted.Room, posted.Actor, posted.Id, posted.Time, posted.Kind, posted.Text, posted.Key, posted.Number));
        Assert.Equal(0, _chat.State.DefaultRoom.LastNumber);
    }

    [Fact]
    public void The_room_counts_a_message_when_it_is_committed()
    {
        var tom = _chat.Enter("tom", _lobby, ChatUnderTest.Tea);

        Assert.Equal(1, _chat.Commit<MessagePosted>(tom, new Post(_lobby, "one")).Number);
        Assert.Equal(2, _chat.Commit<MessagePosted>(tom, new Post(_lobby, "two")).Number);
        Assert.Equal(1, _chat.Commit<MessagePosted>(tom, new Post(ChatUnderTest.Tea, "one")).Number);
        Assert.Equal(2, _chat.State.DefaultRoom.LastNumber);
    }

    [Fact]
    public void A_number_is_given_once()
    {
        var posted = _chat.Commit<MessagePosted>(_chat.Enter("tom", _lobby), new Post(_lobby, "one"));

        Assert.Throws<InvalidOperationException>(() => posted.Commit(2));
    }

    [Fact]
    public void Only_members_may_speak()
    {
        var tom = _chat.Enter("tom", _lobby);
        _chat.Enter("jerry", ChatUnderTest.Tea);

        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(tom, new Post(ChatUnderTest.Tea, "hello")).Code);
        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(tom, new Post(ChatUnderTest.Room("#nowhere"), "hello")).Code);
    }

    [Fact]
    public void The_servers_operator_may_speak_anywhere()
    {
        _chat.Enter("jerry", ChatUnderTest.Tea);

        Assert.Equal("Server", _chat.Commit<MessagePosted>(_chat.Operator(), new Post(ChatUnderTest.Tea, "hello")).Actor.Nickname.Text);
    }

    [Fact]
    public void A_message_for_a_rank_is_heard_from_that_rank_on_and_kept_nowhere()
    {
        var host = _chat.Enter("host", ChatUnderTest.Tea);
        var voiced = _chat.Enter("voiced", ChatUnderTest.Tea);
        var tom = _chat.Enter("tom", ChatUnderTest.Tea);
        _chat.Enter("jerry", ChatUnderTest.Tea);
        _chat.Set(host, ChatUnderTest.Tea, new RankChange(Rank.Voice, "voiced", On: true));

        var decision = _chat.Ask(tom, new Post(ChatUnderTest.Tea, "help") { MinimumRank = Rank.Voice, Tags = "+draft/reply=1" });

        var message = Assert.IsType<StatusMessagePosted>(Assert.Single(decision.Events));
        Assert.Empty(decision.Entries);
        Assert.Same(message, Assert.IsType<StatusMessageSent>(decision.Reply).Message);
        Assert.Equal(("help", Rank.Voice, "+draft/reply=1"), (message.Message.Value, message.MinimumRank, message.Tags));
        Assert.Equal(
            new[] { host, voiced, tom }.Select(one => _chat.Session(one).Id).ToHashSet(),
            message.Audience);
        Assert.Equal(
            [_chat.Session(host).Id, _chat.Session(tom).Id],
            Assert.IsType<StatusMessagePosted>(Assert.Single(_chat.Ask(tom, new Post(ChatUnderTest.Tea, "help") { MinimumRank = Rank.HalfOperator }).Events)).Audience);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("\u0001\u0007")]
    public void Nothing_is_no_message(string text) =>
        Assert.Equal(RefusalCode.TextEmpty, _chat.Refusal(_chat.Enter("tom", _lobby), new Post(_lobby, text)).Code);

    [Fact]
    public void The_limit_counts_bytes_after_cleaning()
    {
        var chat = new ChatUnderTest(limits => limits.MessageBytes = 4);
        var tom = chat.Enter("tom", _lobby);

        Assert.Equal("жж", chat.Commit<MessagePosted>(tom, new Post(_lobby, "\u0007жж\r\n")).Text);
        var refused = chat.Refusal(tom, new Post(_lobby, "жж!"));
        Assert.Equal(RefusalCode.TextTooLong, refused.Code);
        Assert.Contains("4", refused.Text, StringComparison.Ordinal);
        Assert.Equal(RefusalCode.TextTooLong, chat.Refusal(tom, new Post(_lobby, "     ")).Code);
    }

    [Fact]
    public void What_an_event_says_stays_true_when_its_author_changes_afterwards()
    {
        var tom = _chat.Enter("tom", _lobby);
        var posted = _chat.Commit<MessagePosted>(tom, new Post(_lobby, "hello"));

        _chat.Reply<Renamed>(tom, new Rename("jerry"));

        Assert.Equal("tom", posted.Actor.Nickname.Text);
    }
}
