using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.People;

public sealed class WhowasBookTests
{
    private readonly ChatUnderTest _chat = new(limits => limits.PastUsers = 3);

    [Fact]
    public void Those_who_left_or_changed_are_remembered_the_newest_first()
    {
        var tom = _chat.Enter("tom");
        _chat.Reply<Renamed>(tom, new Rename("jerry"));
        Leave("tom");

        Assert.Equal([2, 1], Past("tom").Select(session => (int)session));
        Assert.Empty(Past("jerry"));
    }

    [Fact]
    public void Another_spelling_is_the_same_nickname()
    {
        _chat.Reply<Renamed>(_chat.Enter("tom"), new Rename("Tom"));

        Assert.Empty(Past("tom"));
    }

    [Fact]
    public void The_oldest_gives_way()
    {
        Leave("tom");
        Leave("ann");
        Leave("tom");
        Leave("eve");

        Assert.Equal([3], Past("tom").Select(session => (int)session));
        Assert.Single(Past("ann"));
        Assert.Single(Past("eve"));
    }

    [Fact]
    public void The_console_was_never_here()
    {
        _chat.Ask(_chat.Operator(), new SignOff(null));

        Assert.Empty(_chat.State.Past.Of(_chat.State.Options.ServerName.Key));
    }

    [Fact]
    public void Without_room_nobody_is_remembered()
    {
        var chat = new ChatUnderTest(limits => limits.PastUsers = 0);
        chat.Ask(chat.Enter("tom"), new SignOff(null));

        Assert.Empty(chat.State.Past.Of("tom"));
    }

    private void Leave(string nickname) => _chat.Ask(_chat.Enter(nickname), new SignOff(null));

    private IEnumerable<long> Past(string nickname) => _chat.State.Past.Of(nickname).Select(past => past.Who.Session.Value);
}
