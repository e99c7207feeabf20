using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class SetAwayTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Going_and_coming_back_are_told_where_one_sits()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Lobby, ChatUnderTest.Tea);

        var gone = Told(_chat.Ask(tom, new SetAway("tea")));
        var back = Told(_chat.Ask(tom, new SetAway(null)));

        Assert.Equal(("tea", null), (gone.Message, back.Message));
        Assert.Equal([ChatUnderTest.Lobby, ChatUnderTest.Tea], gone.Rooms);
        Assert.Null(_chat.Session(tom).Away);
    }

    [Fact]
    public void What_changes_nothing_is_not_told()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Lobby);
        Assert.Empty(_chat.Ask(tom, new SetAway(" ")).Events);
        _chat.Reply<Done>(tom, new SetAway("tea"));

        Assert.Empty(_chat.Ask(tom, new SetAway("tea")).Events);
        Assert.Equal("milk", Told(_chat.Ask(tom, new SetAway("milk"))).Message);
    }

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        var chat = new ChatUnderTest(limits => limits.AwayBytes = 5);
        var tom = chat.Enter("tom");

        chat.Reply<Done>(tom, new SetAway("äöü"));

        Assert.Equal("äö", chat.Session(tom).Away);
    }

    [Fact]
    public void Those_who_watch_are_told_wherever_they_are()
    {
        var (tom, ann) = (_chat.Enter("tom"), _chat.Enter("ann"));
        _chat.Reply<Watched>(ann, new Watch(["TOM"], 10));

        Assert.Equal([ann], Told(_chat.Ask(tom, new SetAway("tea"))).Watchers);
    }

    [Fact]
    public void Whoever_enters_a_room_while_away_says_so()
    {
        var tom = _chat.Enter("tom");
        _chat.Reply<Done>(tom, new SetAway("tea"));

        var joined = Assert.Single(_chat.Ask(tom, new JoinRoom(ChatUnderTest.Lobby)).Events.OfType<MemberJoined>());

        Assert.Equal("tea", joined.Away);
    }

    private static AwayChanged Told(Decision decision) => Assert.IsType<AwayChanged>(Assert.Single(decision.Events));
}
