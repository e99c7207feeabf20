using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class ListWatchedTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Everybody_on_the_list_is_either_here_or_not()
    {
        var ann = _chat.Enter("ann");
        _chat.Reply<Watched>(ann, new Watch(["tom", "bob"], 10));
        _chat.Enter("tom");

        var watched = _chat.Reply<Watched>(ann, new ListWatched());

        Assert.Equal(["tom"], watched.Online.Select(who => who.Nickname.Text));
        Assert.Equal(["bob"], watched.Offline);
        Assert.Empty(_chat.Reply<Watched>(_chat.Enter("eve"), new ListWatched()).Offline);
    }
}
