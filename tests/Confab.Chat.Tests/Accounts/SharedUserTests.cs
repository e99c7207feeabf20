using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Accounts;

/// <summary>Several sessions of one account are one user.</summary>
public sealed class SharedUserTests
{
    private readonly ChatUnderTest _chat = new();
    private readonly SessionId _first;

    public SharedUserTests() => _first = _chat.Registered("alice", ChatUnderTest.Lobby, ChatUnderTest.Tea);

    [Fact]
    public void A_session_that_is_logged_in_joins_the_user_that_bears_the_nickname()
    {
        var second = _chat.Login("alice");

        var decision = _chat.Ask(second, new SignOn("Alice", Presence.Announced, AcceptOther: false));

        var on = Assert.IsType<SignedOnAs>(decision.Reply);
        Assert.True(on.Attached);
        Assert.Equal([ChatUnderTest.Lobby, ChatUnderTest.Tea], on.Rooms);
        Assert.Equal((second, _chat.Session(_first).Id), (on.Who.Session, on.Who.User));
        var attached = Assert.IsType<SessionAttached>(Assert.Single(decision.Events));
        Assert.Equal([(ChatUnderTest.Lobby, 0L), (ChatUnderTest.Tea, 0L)], attached.Rooms);
        Assert.Same(_chat.Session(_first), _chat.Session(second));
        Assert.Equal([_first, second], _chat.Session(_first).Sessions);
    }

    [Fact]
    public void A_room_asked_for_while_signing_on_is_entered_by_the_user()
    {
        var second = _chat.Login("alice");

        var on = _chat.Reply<SignedOnAs>(second, new SignOn("alice", Presence.Announced, AcceptOther: false, ChatUnderTest.Lobby, WithMembers: true));

        Assert.True(on.Room!.WasMember);
        Assert.Single(on.Room.Members);
    }

    [Fact]
    public void One_of_several_sessions_leaves_without_a_word()
    {
        var second = Attach();

        var decision = _chat.Ask(_first, new SignOff("bye"));

        Assert.IsType<Goodbye>(decision.Reply);
        Assert.Equal(_first, Assert.IsType<SessionDetached>(Assert.Single(decision.Events)).Who.Session);
        Assert.Equal(["alice"], _chat.In(ChatUnderTest.Lobby));
        Assert.Null(_chat.State.FindUser(_first));
        Assert.Equal([second], _chat.Session(second).Sessions);
    }

    [Fact]
    public void The_last_session_takes_the_user_along()
    {
        var second = Attach();
        _chat.Ask(_first, new SignOff(null));

        var decision = _chat.Ask(second, new SignOff("bye"));

        Assert.IsType<SignedOff>(decision.Events[^1]);
        Assert.Empty(_chat.In(ChatUnderTest.Lobby));
    }

    [Fact]
    public void What_one_session_does_the_user_does()
    {
        var second = Attach();

        _chat.Reply<Renamed>(second, new Rename("ally"));
        _chat.Reply<RoomLeft>(second, new PartRoom(ChatUnderTest.Tea, null));

        Assert.Equal("ally", _chat.NicknameOf(_first));
        Assert.Equal(second, _chat.Commit<MessagePosted>(second, new Post(ChatUnderTest.Lobby, "hello")).Actor.Session);
        Assert.Empty(_chat.In(ChatUnderTest.Tea));
    }

    [Fact]
    public void A_guest_or_another_account_joins_nobody()
    {
        _chat.Registered("bob");
        foreach (var id in new[] { _chat.Connect(), _chat.Login("bob") })
        {
            Assert.Equal(
                RefusalCode.NicknameReserved, _chat.Refusal(id, new SignOn("alice", Presence.Announced, AcceptOther: false)).Code);
        }

        Assert.Single(_chat.Session(_first).Sessions);
    }

    private SessionId Attach()
    {
        var second = _chat.Login("alice");
        _chat.Reply<SignedOnAs>(second, new SignOn("alice", Presence.Announced, AcceptOther: false));
        return second;
    }
}
