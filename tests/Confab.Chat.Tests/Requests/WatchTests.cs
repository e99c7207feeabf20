using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class WatchTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Who_is_here_and_who_is_not_is_told_at_once()
    {
        _chat.Enter("tom");
        var ann = _chat.Enter("ann");

        var watched = _chat.Reply<Watched>(ann, new Watch(["TOM", "bob", "b*b", "a!b@c"], 10));

        Assert.Equal(["tom"], watched.Online.Select(who => who.Nickname.Text));
        Assert.Equal(["bob"], watched.Offline);
        Assert.Empty(watched.Refused);
    }

    [Fact]
    public void Coming_and_going_are_told()
    {
        var ann = _chat.Enter("ann");
        _chat.Reply<Watched>(ann, new Watch(["tom"], 10));
        var tom = _chat.Connect();

        var came = _chat.Ask(tom, new SignOn("tom", Presence.Announced, AcceptOther: false)).Events.OfType<NicknameOnline>();
        var went = _chat.Ask(tom, new SignOff(null)).Events.OfType<NicknameOffline>();

        Assert.Equal([ann], Assert.Single(came).To);
        Assert.Equal([ann], Assert.Single(went).To);
    }

    [Fact]
    public void A_full_list_takes_no_more_and_what_is_on_it_again()
    {
        var ann = _chat.Enter("ann");
        _chat.Reply<Watched>(ann, new Watch(["one", "two"], 2));

        Assert.Equal(["three", "four"], _chat.Reply<Watched>(ann, new Watch(["three", "one", "four"], 2)).Refused);
        Assert.Equal(["one", "two"], _chat.State.Monitors.Of(ann).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_console_is_not_here() =>
        Assert.Empty(Watching("Server").Online);

    private Watched Watching(string nickname)
    {
        _chat.Operator();
        return _chat.Reply<Watched>(_chat.Enter("ann"), new Watch([nickname], 10));
    }
}
