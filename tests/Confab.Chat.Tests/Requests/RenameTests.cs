using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class RenameTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Everybody_in_all_rooms_hears_of_it_once()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Lobby, ChatUnderTest.Tea);
        var before = _chat.Session(tom).Participant;

        var decision = _chat.Ask(tom, new Rename("Thomas"));

        Assert.Equal("Thomas", Assert.IsType<Renamed>(decision.Reply).Nickname.Text);
        var changed = Assert.IsType<NicknameChanged>(Assert.Single(decision.Events));
        Assert.Same(before, changed.Before);
        Assert.Equal(_chat.Session(tom).Participant, changed.After);
        Assert.Equal([ChatUnderTest.Lobby, ChatUnderTest.Tea], changed.Rooms);
        Assert.Equal(["Thomas"], _chat.In(ChatUnderTest.Tea));
    }

    [Fact]
    public void The_old_nickname_is_free_and_the_new_one_taken()
    {
        var tom = _chat.Enter("tom");
        _chat.Reply<Renamed>(tom, new Rename("jerry"));

        Assert.Null(_chat.State.FindUser("tom"));
        Assert.Equal(tom, _chat.State.FindUser("JERRY")?.Participant.Session);
        var other = _chat.Enter("t0m");
        Assert.Equal(RefusalCode.NicknameInUse, _chat.Refusal(other, new Rename("jerrу")).Code);
    }

    [Fact]
    public void A_nickname_may_change_into_one_that_looks_like_itself()
    {
        var tom = _chat.Enter("tom");

        Assert.Equal("Tom", _chat.Reply<Renamed>(tom, new Rename("Tom")).Nickname.Text);
        Assert.Equal("t0m", _chat.Reply<Renamed>(tom, new Rename("t0m")).Nickname.Text);
        Assert.Equal(tom, _chat.State.FindUser("t0m")?.Participant.Session);
        Assert.Null(_chat.State.FindUser("tom"));
    }

    [Fact]
    public void Taking_the_same_nickname_again_tells_nobody()
    {
        var decision = _chat.Ask(_chat.Enter("tom"), new Rename("tom"));

        Assert.IsType<Renamed>(decision.Reply);
        Assert.Empty(decision.Events);
    }

    [Theory]
    [InlineData("alice", RefusalCode.NicknameInUse, "alice2")]
    [InlineData("a1ice", RefusalCode.NicknameInUse, "a1ice2")]
    [InlineData("Server", RefusalCode.NicknameInUse, "Server2")]
    [InlineData("two words", RefusalCode.NicknameInvalid, "two_words")]
    public void A_refused_nickname_comes_with_one_that_would_do(string wanted, RefusalCode code, string suggestion)
    {
        _chat.Enter("alice");
        var tom = _chat.Enter("tom");

        var refused = _chat.Refusal(tom, new Rename(wanted));

        Assert.Equal((code, suggestion), (refused.Code, refused.Suggestion));
        Assert.Equal("tom", _chat.NicknameOf(tom));
        _chat.Reply<Renamed>(tom, new Rename(suggestion));
    }

    [Fact]
    public void The_operator_keeps_the_servers_name() =>
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_chat.Operator(), new Rename("tom")).Code);
}
