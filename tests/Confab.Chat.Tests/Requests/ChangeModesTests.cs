using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class ChangeModesTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new();
    private readonly SessionId _host;
    private readonly SessionId _tom;

    public ChangeModesTests()
    {
        _host = _chat.Enter("host", _tea);
        _tom = _chat.Enter("tom", _tea);
    }

    private Room Tea => _chat.State.FindRoom(_tea)!;

    [Fact]
    public void What_is_changed_is_told_once_and_in_order()
    {
        Assert.True(RoomKey.TryCreate("milk", out var key, out _));
        ModeChange[] changes =
        [
            new FlagChange(RoomFlags.Moderated, On: true),
            new KeyChange(key),
            new LimitChange(9),
            new MaskChange(MaskListKind.Bans, ChatUnderTest.Mask("mallory"), On: true),
            new FlagChange(RoomFlags.TopicLocked, On: false),
        ];

        var decision = _chat.Ask(_host, new ChangeModes(_tea, changes));

        var changed = Assert.IsType<ModesChanged>(Assert.Single(decision.Events));
        Assert.Equal((_tea, "host"), (changed.Room, changed.Actor.Nickname.Text));
        Assert.Equal(changes, changed.Changes);
        Assert.Equal(changes, Assert.IsType<ModesAnswered>(decision.Reply).Applied);
        Assert.Equal(("mn", "milk", 9), (RoomFlagLetters.Write(Tea.Modes.Flags), Tea.Modes.Key?.Text, Tea.Modes.Limit));
        var ban = Assert.Single(Tea.Bans.Entries);
        Assert.Equal(("mallory!*@*", "host!text@127.0.0.1", _chat.Now), (ban.Mask.Text, ban.SetBy, ban.Time));
    }

    [Fact]
    public void What_is_so_already_is_neither_made_nor_refused_and_nobody_is_told()
    {
        _chat.Ban(_host, _tea, "~a:mallory");

        var decision = _chat.Ask(_host, new ChangeModes(_tea,
        [
            new FlagChange(RoomFlags.NoExternalMessages, On: true),
            new KeyChange(Key: null),
            new LimitChange(Limit: null),
            new ForwardChange(Forward: null),
            new MaskChange(MaskListKind.Bans, ChatUnderTest.Mask("account:MALLORY"), On: true),
            new MaskChange(MaskListKind.Exempts, ChatUnderTest.Mask("mallory"), On: false),
            new RankChange(Rank.Voice, "tom", On: false),
        ]));

        Assert.Empty(decision.Events);
        var answer = Assert.IsType<ModesAnswered>(decision.Reply);
        Assert.Equal((0, 0), (answer.Applied.Count, answer.Refused.Count));
    }

    [Fact]
    public void What_is_refused_is_told_one_by_one_and_the_rest_is_made()
    {
        _chat.Enter("outside");

        var answer = _chat.Reply<ModesAnswered>(_host, new ChangeModes(_tea,
        [
            new RankChange(Rank.Voice, "nobody", On: true),
            new RankChange(Rank.Voice, "outside", On: true),
            new RankChange(Rank.Founder, "tom", On: true),
            new ForwardChange(ChatUnderTest.Room("#nowhere")),
            new ForwardChange(_tea),
            new ForwardChange(ChatUnderTest.Lobby),
            new RankChange(Rank.Voice, "TOM", On: true),
        ]));

        Assert.Equal(
            [
                RefusalCode.RecipientUnknown, RefusalCode.RecipientNotInRoom, RefusalCode.Denied,
                RefusalCode.ForwardInvalid, RefusalCode.ForwardInvalid, RefusalCode.Denied,
            ],
            answer.Refused.Select(refused => refused.Code));
        Assert.All(answer.Refused, refused => Assert.EndsWith(".", refused.Text, StringComparison.Ordinal));
        Assert.Equal([new RankChange(Rank.Voice, "tom", On: true) { Member = _chat.Session(_tom).Id }], answer.Applied);
    }

    [Fact]
    public void Whoever_has_no_say_is_refused_as_a_whole()
    {
        ModeChange[] changes = [new FlagChange(RoomFlags.Moderated, On: true)];

        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_tom, new ChangeModes(_tea, changes)).Code);
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_chat.Enter("outside"), new ChangeModes(_tea, changes)).Code);
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_chat.ServerOperator("oper"), new ChangeModes(_tea, changes)).Code);
        Assert.Equal(RefusalCode.RoomUnknown, _chat.Refusal(_host, new ChangeModes(ChatUnderTest.Room("#nowhere"), changes)).Code);
    }

    [Fact]
    public void A_half_operator_changes_lists_and_gives_voice_and_no_more()
    {
        _chat.Set(_host, _tea, new RankChange(Rank.HalfOperator, "tom", On: true));
        _chat.Enter("jerry", _tea);

        var answer = _chat.Reply<ModesAnswered>(_tom, new ChangeModes(_tea,
        [
            new MaskChange(MaskListKind.Bans, ChatUnderTest.Mask("mallory"), On: true),
            new RankChange(Rank.Voice, "jerry", On: true),
            new RankChange(Rank.HalfOperator, "jerry", On: true),
            new RankChange(Rank.Operator, "host", On: false),
            new FlagChange(RoomFlags.Moderated, On: true),
            new LimitChange(5),
            new KeyChange(Key: null),
            new ForwardChange(Forward: null),
        ]));

        Assert.Equal(2, answer.Applied.Count);
        Assert.All(answer.Refused, refused => Assert.Equal(RefusalCode.Denied, refused.Code));
        Assert.Equal(6, answer.Refused.Count);
    }

    [Theory]
    [InlineData(Rank.Voice)]
    [InlineData(Rank.HalfOperator)]
    [InlineData(Rank.Operator)]
    [InlineData(Rank.Admin)]
    [InlineData(Rank.Founder)]
    public void Everybody_may_give_up_their_own_rank(Rank rank)
    {
        _chat.Set(_chat.Operator(), _tea, new RankChange(rank, "tom", On: true));

        _chat.Set(_tom, _tea, new RankChange(rank, "tom", On: false));

        Assert.Equal(Rank.None, Tea.RankOf(_chat.Session(_tom).Id));
    }

    [Fact]
    public void Who_gives_up_a_rank_has_it_no_more_for_the_next_change()
    {
        var answer = _chat.Reply<ModesAnswered>(_host, new ChangeModes(_tea,
        [
            new RankChange(Rank.Operator, "host", On: false),
            new RankChange(Rank.Operator, "tom", On: true),
        ]));

        Assert.Single(answer.Applied);
        Assert.Equal(RefusalCode.Denied, Assert.Single(answer.Refused).Code);
    }

    [Fact]
    public void A_voice_does_not_let_its_bearer_change_anything_else()
    {
        _chat.Set(_host, _tea, new RankChange(Rank.Voice, "tom", On: true));

        var answer = _chat.Reply<ModesAnswered>(_tom, new ChangeModes(_tea,
            [new FlagChange(RoomFlags.Moderated, On: true), new RankChange(Rank.Voice, "tom", On: false)]));

        Assert.Equal((1, 1), (answer.Applied.Count, answer.Refused.Count));
        Assert.False(Tea.Modes.Has(RoomFlags.Moderated));
    }

    [Fact]
    public void A_key_that_is_taken_away_is_named_whatever_was_given()
    {
        Assert.True(RoomKey.TryCreate("milk", out var key, out _));
        _chat.Set(_host, _tea, new KeyChange(key));

        var answer = _chat.Reply<ModesAnswered>(_host, new ChangeModes(_tea, [new KeyChange(Key: null)]));

        Assert.Equal([new KeyChange(Key: null) { Before = key }], answer.Applied);
        Assert.Null(Tea.Modes.Key);
    }

    [Fact]
    public void A_full_list_takes_no_more_and_says_so()
    {
        var chat = new ChatUnderTest(limits => limits.ListEntries = 1);
        var host = chat.Enter("host", _tea);
        chat.Ban(host, _tea, "one");

        var answer = chat.Reply<ModesAnswered>(host, new ChangeModes(_tea,
        [
            new MaskChange(MaskListKind.Bans, ChatUnderTest.Mask("two"), On: true),
            new MaskChange(MaskListKind.Exempts, ChatUnderTest.Mask("two"), On: true),
        ]));

        Assert.Equal(RefusalCode.ListFull, Assert.Single(answer.Refused).Code);
        Assert.Single(answer.Applied);
    }

    [Fact]
    public void A_mask_is_taken_off_as_it_was_put_on()
    {
        _chat.Ban(_host, _tea, "~account:Mallory");

        var answer = _chat.Reply<ModesAnswered>(_host, new ChangeModes(_tea,
            [new MaskChange(MaskListKind.Bans, ChatUnderTest.Mask("a:mallory"), On: false)]));

        Assert.Equal("~account:Mallory", Assert.IsType<MaskChange>(Assert.Single(answer.Applied)).Mask.Text);
        Assert.Equal(0, Tea.Bans.Count);
    }

    [Fact]
    public void An_operator_sends_people_on_only_to_rooms_that_they_run()
    {
        var milk = ChatUnderTest.Room("#milk");
        _chat.Enter("miller", milk);
        Assert.Equal(RefusalCode.Denied, Assert.Single(_chat.Reply<ModesAnswered>(_host, new ChangeModes(_tea, [new ForwardChange(milk)])).Refused).Code);

        var coffee = ChatUnderTest.Room("#Coffee");
        _chat.Reply<RoomEntered>(_host, new JoinRoom(coffee));
        var answer = _chat.Reply<ModesAnswered>(_host, new ChangeModes(_tea, [new ForwardChange(ChatUnderTest.Room("#coffee"))]));

        Assert.Equal("#Coffee", Assert.IsType<ForwardChange>(Assert.Single(answer.Applied)).Forward?.Text);
    }

    [Fact]
    public void Modes_and_lists_of_a_room_that_nobody_owns_are_gone_with_the_last_member()
    {
        _chat.Ban(_host, _tea, "mallory");
        _chat.Set(_host, _tea, new FlagChange(RoomFlags.Moderated, On: true));
        _chat.Commit<MessagePosted>(_host, new Post(_tea, "history keeps the room"));
        _chat.Reply<RoomLeft>(_host, new PartRoom(_tea, null));
        _chat.Reply<RoomLeft>(_tom, new PartRoom(_tea, null));

        Assert.Equal((RoomModes.Default, 0, null), (Tea.Modes, Tea.Bans.Count, Tea.Created));
        Assert.Empty(_chat.State.TakeChanges());
    }
}
