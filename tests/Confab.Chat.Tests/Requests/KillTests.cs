using Confab.Chat.Accounts;
using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class KillTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Whoever_is_killed_is_gone_and_is_told_why()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Lobby);

        var decision = _chat.Run(_chat.Oper(), new Kill("TOM", "flooding"));

        Assert.IsType<Done>(decision.Reply);
        Assert.Equal("Killed (oper (flooding))", Assert.Single(decision.Events.OfType<MemberLeft>()).Reason);
        Assert.Equal((tom, "Killed (oper (flooding))"), Told(decision));
        Assert.Null(_chat.State.FindUser("tom"));
        var killed = Assert.IsType<Killed>(decision.Events[0]);
        Assert.Equal("flooding", killed.Reason);
        Assert.Equal([tom], killed.To);
    }

    [Fact]
    public void All_sessions_of_a_user_are_ended_also_of_one_that_is_always_on()
    {
        var first = _chat.Registered("alice");
        _chat.Reply<AccountSaved>(first, new SetAccountOption(AccountOption.AlwaysOn, "on"));
        var second = _chat.Login("alice");
        _chat.Reply<SignedOnAs>(second, new SignOn("alice", Sessions.Presence.Announced, AcceptOther: false));

        var decision = _chat.Run(_chat.Oper(), new Kill("alice", null));

        Assert.Equal([first, second], decision.Events.OfType<SessionEnded>().Select(ended => ended.Session));
        Assert.Null(_chat.State.FindUser("alice"));
        Assert.Null(_chat.Restart().State.FindUser("alice"));
    }

    [Fact]
    public void Only_operators_of_the_server_kill_and_never_the_console()
    {
        _chat.Operator();

        Assert.Equal(RefusalCode.Denied, _chat.Denied(_chat.Enter("tom"), new Kill("tom", null)));
        Assert.Equal(RefusalCode.RecipientUnknown, _chat.Denied(_chat.Oper(), new Kill("Server", null)));
        Assert.Equal(RefusalCode.RecipientUnknown, _chat.Denied(_chat.Oper("oper2"), new Kill("nobody", null)));
    }

    private static (Sessions.SessionId, string) Told(Decision decision)
    {
        var ended = Assert.Single(decision.Events.OfType<SessionEnded>());
        return (ended.Session, ended.Text);
    }
}
