using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class SuspendAccountTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Who_uses_the_account_is_sent_away_and_told_why()
    {
        var alice = _chat.Registered("alice", ChatUnderTest.Lobby);
        var waiting = _chat.Login("alice");

        var decision = _chat.Run(_chat.Oper(), new SuspendAccount("alice", Suspend: true, "spam"));

        Assert.Equal("spam", Assert.IsType<AccountSaved>(decision.Reply).Account.Suspended);
        Assert.Contains(decision.Events, one => one is SignedOff { Who.Nickname.Text: "alice" });
        Assert.Equal(alice, Assert.Single(decision.Events.OfType<SessionEnded>()).Session);
        Assert.Contains("spam", decision.Events.OfType<SessionEnded>().Single().Text, StringComparison.Ordinal);
        Assert.Null(_chat.State.AccountOf(waiting));
        Assert.Empty(_chat.In(ChatUnderTest.Lobby));
    }

    [Fact]
    public void Its_nickname_stays_kept_and_it_can_be_opened_again()
    {
        _chat.Registered("alice");
        var oper = _chat.Oper();
        _chat.Reply<AccountSaved>(oper, new SuspendAccount("alice", Suspend: true));

        Assert.Equal(
            RefusalCode.NicknameReserved,
            _chat.Refusal(_chat.Connect(), new SignOn("alice", Sessions.Presence.Announced, AcceptOther: false)).Code);
        Assert.Null(_chat.Reply<AccountSaved>(oper, new SuspendAccount("alice", Suspend: false)).Account.Suspended);
        _chat.Login("alice");
    }

    [Fact]
    public void Only_those_who_look_after_accounts_may()
    {
        _chat.Registered("alice");

        Assert.Equal(RefusalCode.Denied, _chat.Denied(_chat.Enter("tom"), new SuspendAccount("alice", Suspend: true)));
        Assert.Equal(RefusalCode.AccountUnknown, _chat.Denied(_chat.Oper(), new SuspendAccount("nobody", Suspend: true)));
    }
}
