using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class MarkReadTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void A_marker_rises_and_never_falls()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Lobby);
        var (early, late) = (_chat.Now.AddMinutes(-2), _chat.Now.AddMinutes(-1));

        Assert.Null(Shown(tom, null));
        Assert.Equal(early, Shown(tom, early));
        Assert.Equal(late, Shown(tom, late));
        Assert.Equal(late, Shown(tom, early));
        Assert.Equal(late, Shown(tom, null));
        Assert.Null(_chat.Reply<ReadMarkerShown>(_chat.Enter("jerry"), new MarkRead("#lobby")).Time);
    }

    [Fact]
    public void Nobody_has_read_the_future() =>
        Assert.Equal(_chat.Now, Shown(_chat.Enter("tom"), _chat.Now.AddDays(1)));

    [Fact]
    public void An_accounts_marker_is_stored_and_goes_with_the_account()
    {
        var alice = _chat.Registered("alice");
        _chat.State.TakeChanges();
        var time = _chat.Now.AddMinutes(-1);

        Assert.Equal([], Assert.IsType<ReadMarked>(Assert.Single(_chat.Ask(alice, new MarkRead("#tea", time)).Events)).To);
        var stored = Assert.Single(_chat.State.TakeChanges());
        var again = new ChatUnderTest();
        again.State.RestoreRecord(stored);

        Assert.Equal(("read", "alice #tea"), (stored.Kind, stored.Key));
        Assert.Equal(time, again.Reply<ReadMarkerShown>(again.Registered("alice"), new MarkRead("#TEA")).Time);
        again.State.Drop(again.State.Accounts.Find("alice")!);
        Assert.Contains(again.State.TakeChanges(), change => change is { Kind: "read", Value: null });
    }

    [Fact]
    public void What_is_no_target_and_one_too_many_are_refused()
    {
        var chat = new ChatUnderTest(limits => limits.ReadMarkers = 1);
        var tom = chat.Enter("tom");
        chat.Reply<ReadMarkerShown>(tom, new MarkRead("#one", chat.Now));

        Assert.Equal(RefusalCode.ListFull, chat.Reply<Refused>(tom, new MarkRead("#two", chat.Now)).Code);
        Assert.Equal(RefusalCode.RecipientUnknown, chat.Reply<Refused>(tom, new MarkRead("two words", chat.Now)).Code);
    }

    private DateTimeOffset? Shown(Sessions.SessionId who, DateTimeOffset? time) => _chat.Reply<ReadMarkerShown>(who, new MarkRead("#lobby", time)).Time;
}
