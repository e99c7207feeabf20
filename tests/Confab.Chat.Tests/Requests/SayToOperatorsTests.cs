using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class SayToOperatorsTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Operators_and_those_who_want_it_hear_it()
    {
        var oper = _chat.Oper();
        var other = _chat.Oper("other");
        var ann = _chat.Enter("ann");
        _chat.Enter("tom");
        _chat.Reply<Done>(ann, new ChangeUserModes(UserModes.Wallops, UserModes.None));

        var told = Assert.IsType<OperatorsTold>(Assert.Single(_chat.Ask(oper, new SayToOperators("tea\nis ready")).Events));

        Assert.Equal("tea is ready", told.Text);
        Assert.Equal([oper, other, ann], told.To.OrderBy(session => session.Value));
    }

    [Fact]
    public void Only_operators_of_the_server_say_it_and_only_something()
    {
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_chat.Enter("tom"), new SayToOperators("hi")).Code);
        Assert.Equal(RefusalCode.TextEmpty, _chat.Refusal(_chat.Oper(), new SayToOperators(" ")).Code);
    }
}
