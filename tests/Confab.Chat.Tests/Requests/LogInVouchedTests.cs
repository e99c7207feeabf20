using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class LogInVouchedTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Who_has_an_account_is_logged_in_to_it()
    {
        _chat.Registered("Alice");
        var id = _chat.Connect();

        Assert.Equal("Alice", _chat.Reply<LoggedIn>(id, new LogInVouched("alice")).Account.Name.Text);
        Assert.Equal("Alice", _chat.State.AccountOf(id));
    }

    [Fact]
    public void Who_comes_for_the_first_time_gets_an_account_that_no_password_opens()
    {
        _chat.Reply<LoggedIn>(_chat.Connect(), new LogInVouched("alice"));

        Assert.Null(_chat.State.Accounts.Find("alice")!.Verifier);
        Assert.Equal(RefusalCode.LoginFailed, _chat.Denied(_chat.Connect(), new LogIn("alice", ChatUnderTest.Password)));
        _chat.Reply<LoggedIn>(_chat.Connect(), new LogInVouched("ALICE"));
        Assert.Equal(1, _chat.Restart().State.Accounts.Count);
    }

    [Theory]
    [InlineData("two words", RefusalCode.AccountNameInvalid)]
    [InlineData("", RefusalCode.AccountNameInvalid)]
    [InlineData("a1ice", RefusalCode.AccountExists)]
    [InlineData("NickServ", RefusalCode.AccountExists)]
    public void A_name_that_nobody_may_have_is_refused(string name, RefusalCode code)
    {
        _chat.Registered("alice");

        Assert.Equal(code, _chat.Denied(_chat.Connect(), new LogInVouched(name)));
    }

    [Fact]
    public void A_suspended_account_stays_closed_whoever_vouches()
    {
        _chat.Registered("alice");
        _chat.Reply<AccountSaved>(_chat.Oper(), new SuspendAccount("alice", Suspend: true));

        Assert.Equal(RefusalCode.AccountSuspended, _chat.Denied(_chat.Connect(), new LogInVouched("alice")));
    }

    [Fact]
    public void The_server_has_a_bound_of_accounts()
    {
        var chat = new ChatUnderTest(limits => limits.Accounts = 1);
        chat.Registered("alice");

        Assert.Equal(RefusalCode.TooManyAccounts, chat.Denied(chat.Connect(), new LogInVouched("bob")));
    }
}
