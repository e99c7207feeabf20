using Confab.Chat.Accounts;
using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Accounts;

public sealed class AlwaysOnTests
{
    private readonly ChatUnderTest _chat = new();
    private readonly SessionId _alice;

    public AlwaysOnTests()
    {
        _alice = _chat.Registered("alice", ChatUnderTest.Lobby, ChatUnderTest.Tea);
        _chat.Reply<AccountSaved>(_alice, new SetAccountOption(AccountOption.AlwaysOn, "on"));
    }

    [Fact]
    public void The_user_stays_when_its_last_session_ends_and_others_see_nothing()
    {
        var decision = _chat.Ask(_alice, new SignOff("bye"));

        Assert.IsType<SessionDetached>(Assert.Single(decision.Events));
        Assert.Equal(["alice"], _chat.In(ChatUnderTest.Tea));
        Assert.Empty(_chat.State.FindUser("alice")!.Sessions);
    }

    [Fact]
    public void It_is_found_again_where_it_was()
    {
        _chat.Ask(_alice, new SignOff(null));
        var back = _chat.Login("alice");

        var on = _chat.Reply<SignedOnAs>(back, new SignOn("alice", Presence.Announced, AcceptOther: false));

        Assert.Equal((true, 2), (on.Attached, on.Rooms.Count));
        Assert.Equal(back, _chat.State.FindUser("alice")!.Participant.Session);
    }

    [Fact]
    public void It_is_reached_by_private_messages_and_they_are_remembered()
    {
        _chat.Ask(_alice, new SignOff(null));

        var bob = _chat.Registered("bob");
        var message = _chat.Tell(bob, "alice", "psst");

        Assert.Equal(1, _chat.State.Conversation("Alice", "bob")!.LastNumber);
        Assert.Equal(message.Room, _chat.State.Conversation("bob", "alice")!.Name);
    }

    [Fact]
    public void It_is_there_again_after_a_restart_with_its_rooms_and_ranks()
    {
        var after = _chat.Restart();

        var user = after.State.FindUser("alice")!;
        Assert.Equal(("alice", 2), (user.Account, user.Rooms.Count));
        Assert.Empty(user.Sessions);
        Assert.Equal(Rank.Operator, after.State.FindRoom(ChatUnderTest.Tea)!.RankOf(user.Id));
        var back = after.Login("alice");
        Assert.True(after.Reply<SignedOnAs>(back, new SignOn("alice", Presence.Announced, AcceptOther: false)).Attached);
    }

    [Fact]
    public void What_changed_before_the_restart_is_kept()
    {
        _chat.State.TakeChanges();
        _chat.Reply<RoomLeft>(_alice, new PartRoom(ChatUnderTest.Tea, null));

        Assert.Equal([ChatUnderTest.Lobby], _chat.Restart().State.FindUser("alice")!.Rooms.Select(room => room.Name));
    }

    [Fact]
    public void Nothing_is_written_where_nothing_changed()
    {
        Assert.NotEmpty(_chat.State.TakeChanges());

        _chat.Commit<MessagePosted>(_alice, new Post(ChatUnderTest.Lobby, "hello"));
        Assert.Empty(_chat.State.TakeChanges());

        _chat.Reply<RoomLeft>(_alice, new PartRoom(ChatUnderTest.Tea, null));
        Assert.Equal("presence", Assert.Single(_chat.State.TakeChanges()).Kind);
    }

    [Fact]
    public void Under_another_nickname_nobody_is_always_on()
    {
        _chat.Reply<Renamed>(_alice, new Rename("elsewhere"));

        Assert.IsType<SignedOff>(_chat.Ask(_alice, new SignOff(null)).Events[^1]);
        Assert.Null(_chat.Restart().State.FindUser("alice"));
    }

    [Fact]
    public void Where_the_server_says_so_everybody_with_an_account_is()
    {
        var chat = new ChatUnderTest(accounts: options => options.AlwaysOn = AlwaysOnPolicy.Mandatory);
        var bob = chat.Registered("bob", ChatUnderTest.Lobby);
        chat.Ask(bob, new SignOff(null));
        chat.Ask(chat.Enter("guest"), new SignOff(null));

        Assert.NotNull(chat.State.FindUser("bob"));
        Assert.Null(chat.State.FindUser("guest"));
    }

    [Fact]
    public void Where_the_server_forbids_it_nobody_is()
    {
        var chat = new ChatUnderTest(accounts: options => options.AlwaysOn = AlwaysOnPolicy.Off);
        var bob = chat.Registered("bob", ChatUnderTest.Lobby);
        chat.Ask(bob, new SignOff(null));

        Assert.Null(chat.State.FindUser("bob"));
    }

    [Fact]
    public void Who_drops_the_account_leaves_nothing_behind()
    {
        _chat.State.TakeChanges();
        _chat.Reply<AccountDropped>(_alice, new DropAccount(null, _chat.Reply<ConfirmationNeeded>(_alice, new DropAccount()).Code));

        Assert.Null(_chat.Restart().State.FindUser("alice"));
    }
}
