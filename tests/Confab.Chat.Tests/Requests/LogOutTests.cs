using Confab.Chat.Accounts;
using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class LogOutTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Who_logs_out_gives_up_the_nickname_that_is_kept_for_the_account()
    {
        var alice = _chat.Registered("alice", ChatUnderTest.Lobby);

        var decision = _chat.Run(alice, new LogOut());

        Assert.Equal(new LoggedOut("alice"), decision.Reply);
        Assert.Null(Assert.IsType<AccountChanged>(decision.Events[0]).Actor.Account);
        var renamed = Assert.IsType<NicknameChanged>(decision.Events[1]);
        Assert.Equal(("alice", "guest"), (renamed.Before.Nickname.Text, renamed.Actor.Nickname.Text));
        Assert.Equal("guest", _chat.NicknameOf(alice));
        Assert.Null(_chat.Session(alice).Account);
    }

    [Fact]
    public void A_nickname_that_is_not_kept_stays()
    {
        var alice = _chat.Registered("alice");
        _chat.Reply<AccountSaved>(alice, new SetAccountOption(AccountOption.Enforce, "off"));

        _chat.Reply<LoggedOut>(alice, new LogOut());

        Assert.Equal("alice", _chat.NicknameOf(alice));
    }

    [Fact]
    public void Before_there_is_a_nickname_it_only_forgets_the_account()
    {
        _chat.Registered("alice");
        var id = _chat.Login("alice");

        Assert.Empty(_chat.Run(id, new LogOut()).Events);
        Assert.Null(_chat.State.AccountOf(id));
    }

    [Fact]
    public void While_other_sessions_share_the_user_nobody_logs_it_out()
    {
        var first = _chat.Registered("alice");
        var second = _chat.Login("alice");
        _chat.Reply<SignedOnAs>(second, new SignOn("alice", Presence.Announced, AcceptOther: false));

        Assert.Equal(RefusalCode.Denied, _chat.Denied(first, new LogOut()));
        Assert.Equal(RefusalCode.Denied, _chat.Denied(second, new LogOut()));
        _chat.Ask(second, new SignOff(null));
        _chat.Reply<LoggedOut>(first, new LogOut());
    }

    [Fact]
    public void Who_is_not_logged_in_cannot_log_out() =>
        Assert.Equal(RefusalCode.NotLoggedIn, _chat.Denied(_chat.Enter("tom"), new LogOut()));
}
