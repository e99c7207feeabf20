using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class LogInVerifiedTests
{
    private readonly ChatUnderTest _chat = new(accounts: options => options.TriesPerAccount = 2);

    [Fact]
    public void Who_proved_it_to_the_dialect_is_logged_in_and_the_try_does_not_count()
    {
        _chat.Registered("alice");
        for (var i = 0; i < 5; i++)
        {
            var id = _chat.Connect();
            _chat.Reply<LoginOffered>(id, new BeginLogIn("alice"));
            Assert.Equal("alice", _chat.Reply<LoggedIn>(id, new LogInVerified("Alice")).Account.Name.Text);
        }
    }

    [Fact]
    public void An_account_that_is_gone_or_suspended_is_refused()
    {
        _chat.Registered("alice");
        _chat.Reply<AccountSaved>(_chat.Oper(), new SuspendAccount("alice", Suspend: true));

        Assert.Equal(RefusalCode.AccountSuspended, _chat.Denied(_chat.Connect(), new LogInVerified("alice")));
        Assert.Equal(RefusalCode.LoginFailed, _chat.Denied(_chat.Connect(), new LogInVerified("nobody")));
    }
}
