using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;

namespace Confab.Chat.Tests.Requests;

public sealed class DropRoomTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void The_founder_goes_on_running_it_until_it_is_empty()
    {
        var host = _chat.LogIn(_chat.Enter("host", _tea), "host");
        _chat.Reply<Done>(host, new RegisterRoom(_tea));
        _chat.Set(host, _tea, new RankChange(Rank.Operator, "host", On: false));

        var decision = _chat.Ask(host, new DropRoom(_tea));

        Assert.Equal(
            [(Rank.Founder, false), (Rank.Operator, true)],
            Assert.IsType<ModesChanged>(Assert.Single(decision.Events)).Changes.Cast<RankChange>().Select(change => (change.Rank, change.On)));
        Assert.Null(_chat.State.FindRoom(_tea)!.Registration);
        _chat.Reply<RoomLeft>(host, new PartRoom(_tea, null));
        Assert.Null(_chat.State.FindRoom(_tea));
    }

    [Fact]
    public void An_empty_room_is_gone_with_its_registration()
    {
        var host = _chat.LogIn(_chat.Enter("host", _tea), "host");
        _chat.Reply<Done>(host, new RegisterRoom(_tea));
        _chat.Reply<RoomLeft>(host, new PartRoom(_tea, null));
        Assert.NotNull(_chat.State.FindRoom(_tea));

        _chat.Reply<Done>(host, new DropRoom(_tea));

        Assert.Null(_chat.State.FindRoom(_tea));
        Assert.Null(Assert.Single(_chat.State.TakeChanges()).Value);
    }

    [Fact]
    public void Only_the_founder_and_the_servers_operators_may()
    {
        var host = _chat.LogIn(_chat.Enter("host", _tea), "host");
        Assert.Equal(RefusalCode.RoomNotRegistered, _chat.Refusal(host, new DropRoom(_tea)).Code);
        _chat.Reply<Done>(host, new RegisterRoom(_tea));

        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_chat.LogIn(_chat.Enter("tom", _tea), "tom"), new DropRoom(_tea)).Code);
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_chat.Enter("jerry"), new DropRoom(_tea)).Code);
        _chat.Reply<Done>(_chat.ServerOperator("oper"), new DropRoom(_tea));
    }
}
