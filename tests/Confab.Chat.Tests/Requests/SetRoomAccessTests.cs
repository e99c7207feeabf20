using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;
using Confab.Chat.Tests.Names;

namespace Confab.Chat.Tests.Requests;

public sealed class SetRoomAccessTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new(limits => limits.ListEntries = 3);
    private readonly SessionId _host;
    private readonly SessionId _tom;

    public SetRoomAccessTests()
    {
        _host = _chat.LogIn(_chat.Enter("host", _tea), "host");
        _tom = _chat.LogIn(_chat.Enter("tom", _tea), "Thomas");
        _chat.Reply<Done>(_host, new RegisterRoom(_tea));
    }

    [Fact]
    public void Whoever_sits_there_has_the_rank_at_once_and_loses_it_at_once()
    {
        Assert.Equal([(Rank.Operator, true)], Given(Rank.Operator));
        Assert.Equal([(Rank.Operator, false), (Rank.Voice, true)], Given(Rank.Voice));
        Assert.Equal([(Rank.Voice, false)], Given(Rank.None));
        Assert.Equal(0, _chat.State.FindRoom(_tea)!.Registration!.AccessCount);
    }

    [Fact]
    public void Whoever_comes_has_it_on_entering()
    {
        _chat.Reply<Done>(_host, new SetRoomAccess(_tea, _chat.Account("jerry"), Rank.HalfOperator));

        var jerry = _chat.LogIn(_chat.Enter("micky"), "Jerry");
        var decision = _chat.Ask(jerry, new JoinRoom(_tea));

        Assert.Equal(
            [new RankChange(Rank.HalfOperator, "micky", On: true) { Member = _chat.Session(jerry).Id }],
            decision.Events.OfType<ModesChanged>().Single().Changes);
    }

    [Fact]
    public void Whoever_logs_in_while_sitting_there_is_given_it()
    {
        _chat.Reply<Done>(_host, new SetRoomAccess(_tea, _chat.Account("jerry"), Rank.Voice));
        var jerry = _chat.LogIn(_chat.Enter("jerry", _tea), "jerry");
        var decision = new Decision(_chat.Now, new NumberedIds());

        _chat.State.GrantRanks(_chat.Session(jerry), decision);

        Assert.Equal("jerry", Assert.IsType<RankChange>(Assert.Single(Assert.IsType<ModesChanged>(Assert.Single(decision.Events)).Changes)).Nickname);
    }

    [Fact]
    public void An_admin_gives_ranks_below_their_own_and_an_operator_none()
    {
        _chat.Reply<Done>(_host, new SetRoomAccess(_tea, _chat.Account("thomas"), Rank.Admin));
        _chat.Reply<Done>(_tom, new SetRoomAccess(_tea, _chat.Account("jerry"), Rank.Operator));

        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_tom, new SetRoomAccess(_tea, _chat.Account("micky"), Rank.Admin)).Code);
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_tom, new SetRoomAccess(_tea, _chat.Account("host"), Rank.None)).Code);
        var jerry = _chat.LogIn(_chat.Enter("jerry"), "jerry");
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(jerry, new SetRoomAccess(_tea, _chat.Account("micky"), Rank.Voice)).Code);
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_host, new SetRoomAccess(_tea, _chat.Account("thomas"), Rank.Founder)).Code);
        Assert.Equal(RefusalCode.RoomNotRegistered, _chat.Refusal(_host, new SetRoomAccess(ChatUnderTest.Lobby, _chat.Account("tom"), Rank.Voice)).Code);
    }

    [Fact]
    public void Nobody_is_given_a_rank_who_does_not_exist() =>
        Assert.Equal(RefusalCode.AccountUnknown, _chat.Refusal(_host, new SetRoomAccess(_tea, Make.Name("nobody"), Rank.Voice)).Code);

    [Fact]
    public void The_list_is_bounded()
    {
        foreach (var account in new[] { "one", "two", "three" })
        {
            _chat.Reply<Done>(_host, new SetRoomAccess(_tea, _chat.Account(account), Rank.Voice));
        }

        Assert.Equal(RefusalCode.ListFull, _chat.Refusal(_host, new SetRoomAccess(_tea, _chat.Account("four"), Rank.Voice)).Code);
        _chat.Reply<Done>(_host, new SetRoomAccess(_tea, _chat.Account("three"), Rank.Operator));
    }

    private IEnumerable<(Rank Rank, bool On)> Given(Rank rank) =>
        Assert.IsType<ModesChanged>(Assert.Single(_chat.Ask(_host, new SetRoomAccess(_tea, _chat.Account("thomas"), rank)).Events))
            .Changes.Cast<RankChange>().Select(change => (change.Rank, change.On));
}
