using Confab.Chat.Permissions;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Permissions;

public sealed class FindingTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Everybody_is_found_who_does_not_hide() =>
        Assert.True(MayFind(_chat.Enter("ann"), _chat.Enter("tom")));

    [Fact]
    public void Who_hides_is_found_by_those_in_the_same_room_only()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Tea);
        _chat.Ask(tom, new ChangeUserModes(UserModes.Invisible, UserModes.None));

        Assert.True(MayFind(_chat.Enter("ann", ChatUnderTest.Tea), tom));
        Assert.False(MayFind(_chat.Enter("bob", ChatUnderTest.Lobby), tom));
        Assert.False(MayFind(_chat.Enter("eve"), tom));
    }

    [Fact]
    public void Operators_find_everybody_and_everybody_themselves()
    {
        var tom = _chat.Enter("tom");
        _chat.Ask(tom, new ChangeUserModes(UserModes.Invisible, UserModes.None));

        Assert.True(MayFind(_chat.Oper(), tom));
        Assert.True(MayFind(tom, tom));
    }

    private bool MayFind(SessionId who, SessionId whom) => Gate.MayFind(_chat.Session(who), _chat.Session(whom));
}
