using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class FreeNicknameTests
{
    private readonly ChatUnderTest _chat = new();
    private readonly Sessions.SessionId _forgotten;
    private readonly Sessions.SessionId _here;

    public FreeNicknameTests()
    {
        _forgotten = _chat.Registered("alice", ChatUnderTest.Lobby);
        _here = _chat.Enter("alice_");
        _chat.Get<LoggedIn>(_here, new LogIn("alice", ChatUnderTest.Password));
    }

    [Fact]
    public void The_owner_sends_a_forgotten_session_away()
    {
        var decision = _chat.Run(_here, new FreeNickname("alice", Take: false));

        Assert.IsType<Done>(decision.Reply);
        Assert.Equal(_forgotten, Assert.Single(decision.Events.OfType<SessionEnded>()).Session);
        Assert.Null(_chat.State.FindUser("alice"));
        Assert.Equal("alice_", _chat.NicknameOf(_here));
    }

    [Fact]
    public void And_takes_the_nickname_at_once()
    {
        Assert.Equal("alice", _chat.Reply<Renamed>(_here, new FreeNickname("ALICE", Take: true)).Nickname.Text);
        Assert.Equal(_here, Assert.Single(_chat.State.FindUser("alice")!.Sessions));
    }

    [Fact]
    public void A_nickname_that_nobody_bears_is_only_taken()
    {
        _chat.Ask(_forgotten, new SignOff(null));

        Assert.Equal(RefusalCode.RecipientUnknown, _chat.Denied(_here, new FreeNickname("alice", Take: false)));
        Assert.Equal("alice", _chat.Reply<Renamed>(_here, new FreeNickname("alice", Take: true)).Nickname.Text);
    }

    [Fact]
    public void Nobody_sends_others_away()
    {
        var tom = _chat.Enter("tom");

        Assert.Equal(RefusalCode.NotLoggedIn, _chat.Denied(tom, new FreeNickname("alice", Take: true)));
        Assert.Equal(RefusalCode.Denied, _chat.Denied(_here, new FreeNickname("tom", Take: true)));
        Assert.Equal(RefusalCode.Denied, _chat.Denied(_here, new FreeNickname("alice_", Take: false)));
        Assert.Equal(RefusalCode.Denied, _chat.Denied(_chat.Registered("mallory"), new FreeNickname("alice", Take: true)));
    }
}
