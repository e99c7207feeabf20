using Confab.Chat.Events;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Services;

public sealed class ChanServTests
{
    private const string Service = "ChanServ";

    private readonly ChatUnderTest _chat = new();
    private readonly SessionId _alice;

    public ChanServTests() => _alice = _chat.Registered("alice", ChatUnderTest.Tea);

    [Fact]
    public void A_room_is_registered_and_belongs_to_its_founder()
    {
        Assert.Equal(["The room is registered."], _chat.Say(_alice, Service, "REGISTER #tea"));

        Assert.True(RankOf(_alice).HasFlag(Rank.Founder));
        Assert.Contains("belongs to alice", _chat.Say(_chat.Enter("tom"), Service, "INFO #tea")[0], StringComparison.Ordinal);
        Assert.Contains("not registered", Assert.Single(_chat.Say(_alice, Service, "INFO #lobby")), StringComparison.Ordinal);
    }

    [Fact]
    public void Accounts_are_given_ranks_for_good()
    {
        _chat.Say(_alice, Service, "REGISTER #tea");
        var bob = _chat.Registered("bob", ChatUnderTest.Tea);

        Assert.Equal(["The list is changed."], _chat.Say(_alice, Service, "ACCESS #tea ADD bob OP"));
        Assert.True(RankOf(bob).HasFlag(Rank.Operator));
        Assert.Equal(["alice: FOUNDER", "bob: OP"], _chat.Say(bob, Service, "ACCESS #tea LIST"));
        Assert.Equal(["The list is changed."], _chat.Say(_alice, Service, "AMODE #tea +v bob"));
        Assert.Equal(["alice: FOUNDER", "bob: VOICE"], _chat.Say(_alice, Service, "AMODE #tea"));
        Assert.Equal(["The list is changed."], _chat.Say(_alice, Service, "ACCESS #tea DEL bob"));
        Assert.Equal(["alice: FOUNDER"], _chat.Say(_alice, Service, "ACCESS #tea LIST"));
    }

    [Theory]
    [InlineData("ACCESS #tea ADD nobody OP")]
    [InlineData("TRANSFER #tea nobody")]
    [InlineData("AMODE #tea +o nobody")]
    public void An_account_that_does_not_exist_is_given_nothing(string text)
    {
        _chat.Say(_alice, Service, "REGISTER #tea");

        Assert.Equal(["There is no account 'nobody'."], _chat.Say(_alice, Service, text));
    }

    [Fact]
    public void A_stranger_does_not_see_who_has_a_rank()
    {
        _chat.Say(_alice, Service, "REGISTER #tea");

        Assert.Contains("Join it", Assert.Single(_chat.Say(_chat.Enter("tom"), Service, "ACCESS #tea LIST")), StringComparison.Ordinal);
    }

    [Fact]
    public void Ranks_are_given_and_taken_by_those_who_may()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Tea);

        Assert.Contains("Only", Assert.Single(_chat.Say(tom, Service, "OP #tea")), StringComparison.Ordinal);
        Assert.Equal(["It is done."], _chat.Say(_alice, Service, "VOICE #tea tom"));
        Assert.Equal(Rank.Voice, RankOf(tom));
        Assert.Equal(["It is done."], _chat.Say(_alice, Service, "DEVOICE #tea tom"));
        Assert.Equal(Rank.None, RankOf(tom));
    }

    [Fact]
    public void A_room_is_dropped_with_the_code_that_is_told()
    {
        _chat.Say(_alice, Service, "REGISTER #tea");
        var code = _chat.Say(_alice, Service, "DROP #tea")[1].Split(' ')[^3];
        Assert.NotNull(_chat.State.FindRoom(ChatUnderTest.Tea)!.Registration);

        Assert.Equal(["The room is not registered any more."], _chat.Say(_alice, Service, $"UNREGISTER #tea {code}"));
        Assert.Null(_chat.State.FindRoom(ChatUnderTest.Tea)!.Registration);
    }

    [Fact]
    public void A_room_changes_hands()
    {
        _chat.Say(_alice, Service, "REGISTER #tea");
        _chat.Registered("bob");

        Assert.Equal(["The room is in other hands."], _chat.Say(_alice, Service, "TRANSFER #tea bob"));
        Assert.Equal("bob", _chat.State.FindRoom(ChatUnderTest.Tea)!.Registration!.Founder.Text);
    }

    [Fact]
    public void Lists_are_emptied_at_once()
    {
        Assert.True(RoomMask.TryCreate("bad!*@*", out var mask, out _));
        _chat.Ask(_alice, new ChangeModes(ChatUnderTest.Tea, [new MaskChange(MaskListKind.Bans, mask, On: true)]));

        Assert.Equal(["It is done."], _chat.Say(_alice, Service, "CLEAR #tea BANS"));
        Assert.Equal(0, _chat.State.FindRoom(ChatUnderTest.Tea)!.Masks(MaskListKind.Bans).Count);
        Assert.Equal(["Nothing was changed."], _chat.Say(_alice, Service, "CLEAR #tea BANS"));
    }

    [Fact]
    public void A_topic_is_set_and_remembered_as_any_other()
    {
        var decision = _chat.Run(_alice, new SendPrivateMessage(Service, "TOPIC #tea two  sugars"));

        Assert.Equal("two sugars", Assert.IsType<TopicChanged>(Assert.Single(decision.Entries)).Text);
    }

    [Theory]
    [InlineData("REGISTER")]
    [InlineData("REGISTER tea")]
    [InlineData("ACCESS #tea ADD bob NONSENSE")]
    [InlineData("AMODE #tea x bob")]
    [InlineData("CLEAR #tea NONSENSE")]
    [InlineData("INVITE #tea")]
    public void What_makes_no_sense_is_answered_with_the_usage(string text) =>
        Assert.StartsWith("Usage: ", Assert.Single(_chat.Say(_alice, Service, text)), StringComparison.Ordinal);

    private Rank RankOf(SessionId id) => _chat.State.FindRoom(ChatUnderTest.Tea)!.RankOf(_chat.Session(id).Id)!.Value;
}
