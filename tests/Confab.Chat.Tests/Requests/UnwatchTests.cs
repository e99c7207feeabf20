using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class UnwatchTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Some_or_all_are_watched_no_more()
    {
        var ann = _chat.Enter("ann");
        _chat.Reply<Watched>(ann, new Watch(["one", "two", "three"], 10));

        _chat.Reply<Done>(ann, new Unwatch(["ONE", "never", "b*d"]));
        Assert.Equal(["three", "two"], _chat.State.Monitors.Of(ann).Order(StringComparer.Ordinal));

        _chat.Reply<Done>(ann, new Unwatch());
        Assert.Empty(_chat.State.Monitors.Of(ann));
    }
}
