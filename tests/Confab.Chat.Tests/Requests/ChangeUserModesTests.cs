using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class ChangeUserModesTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void What_is_different_is_told_to_ones_own_sessions()
    {
        var tom = _chat.Enter("tom");
        _chat.Reply<Done>(tom, new ChangeUserModes(UserModes.Wallops, UserModes.None));

        var changed = Told(_chat.Ask(tom, new ChangeUserModes(UserModes.Wallops | UserModes.Bot, UserModes.Invisible)));

        Assert.Equal((UserModes.Bot, UserModes.None), (changed.Added, changed.Removed));
        Assert.Equal([tom], changed.To);
        Assert.True(changed.Actor.IsBot);
        Assert.True(_chat.Session(tom).Participant.IsBot);
    }

    [Fact]
    public void What_changes_nothing_is_not_told() =>
        Assert.Empty(_chat.Ask(_chat.Enter("tom"), new ChangeUserModes(UserModes.None, UserModes.Bot)).Events);

    [Fact]
    public void Nobody_makes_oneself_an_operator_and_an_operator_may_stop_being_one()
    {
        var tom = _chat.Enter("tom");
        Assert.Empty(_chat.Ask(tom, new ChangeUserModes(UserModes.ServerOperator, UserModes.None)).Events);
        Assert.False(_chat.Session(tom).IsServerOperator);

        var oper = _chat.Oper();
        Assert.Equal(UserModes.ServerOperator, Told(_chat.Ask(oper, new ChangeUserModes(UserModes.None, UserModes.ServerOperator))).Removed);
        Assert.False(_chat.Session(oper).IsServerOperator);
    }

    private static UserModesChanged Told(Decision decision) => Assert.IsType<UserModesChanged>(Assert.Single(decision.Events));
}
