using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class DropAccountTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void An_account_ends_only_when_its_owner_repeats_the_code()
    {
        var alice = _chat.Registered("alice", ChatUnderTest.Lobby);
        var code = _chat.Reply<ConfirmationNeeded>(alice, new DropAccount()).Code;
        Assert.Equal(code, _chat.Reply<ConfirmationNeeded>(alice, new DropAccount(null, "wrong")).Code);
        Assert.NotNull(_chat.State.Accounts.Find("alice"));

        var decision = _chat.Run(alice, new DropAccount(null, code));

        Assert.Equal(new AccountDropped("alice"), decision.Reply);
        Assert.Null(Assert.IsType<AccountChanged>(decision.Events[0]).Actor.Account);
        Assert.Equal("alice", _chat.NicknameOf(alice));
        Assert.Null(_chat.Session(alice).Account);
        Assert.Equal(RefusalCode.LoginFailed, _chat.Denied(_chat.Connect(), new LogIn("alice", ChatUnderTest.Password)));
    }

    [Fact]
    public void What_is_dropped_stays_dropped_after_a_restart()
    {
        var alice = _chat.Registered("alice");
        _chat.State.TakeChanges();
        _chat.Reply<AccountDropped>(alice, new DropAccount(null, _chat.Reply<ConfirmationNeeded>(alice, new DropAccount()).Code));

        Assert.Equal(0, _chat.Restart().State.Accounts.Count);
    }

    [Fact]
    public void Its_rooms_are_nobodys_any_more()
    {
        var alice = _chat.Registered("alice", ChatUnderTest.Tea);
        _chat.Reply<Done>(alice, new RegisterRoom(ChatUnderTest.Tea));

        _chat.Reply<AccountDropped>(alice, new DropAccount(null, _chat.Reply<ConfirmationNeeded>(alice, new DropAccount()).Code));

        Assert.Null(_chat.State.FindRoom(ChatUnderTest.Tea)!.Registration);
    }

    [Fact]
    public void Sessions_that_logged_in_and_have_no_nickname_yet_are_guests_again()
    {
        var alice = _chat.Registered("alice");
        var waiting = _chat.Login("alice");

        _chat.Reply<AccountDropped>(alice, new DropAccount(null, _chat.Reply<ConfirmationNeeded>(alice, new DropAccount()).Code));

        Assert.Null(_chat.State.AccountOf(waiting));
    }

    [Fact]
    public void Others_cannot_drop_it_and_those_who_look_after_accounts_can()
    {
        var alice = _chat.Registered("alice");
        var oper = _chat.Oper();

        Assert.Equal(RefusalCode.Denied, _chat.Denied(_chat.Registered("bob"), new DropAccount("alice")));
        Assert.Equal(RefusalCode.Denied, _chat.Denied(_chat.Enter("tom"), new DropAccount("alice")));
        Assert.Equal(RefusalCode.NotLoggedIn, _chat.Denied(_chat.Enter("jerry"), new DropAccount()));
        Assert.Equal(RefusalCode.AccountUnknown, _chat.Denied(oper, new DropAccount("nobody")));
        _chat.Reply<AccountDropped>(oper, new DropAccount("alice", _chat.Reply<ConfirmationNeeded>(oper, new DropAccount("alice")).Code));
        Assert.Null(_chat.Session(alice).Account);
    }
}
