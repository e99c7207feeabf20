using Confab.Chat.Lookups;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class SetPasswordTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Who_knows_the_current_password_sets_another()
    {
        var alice = _chat.Registered("alice");

        _chat.Get<AccountSaved>(alice, new SetPassword(ChatUnderTest.Password, "new one"));

        Assert.Equal(RefusalCode.LoginFailed, _chat.Denied(_chat.Connect(), new LogIn("alice", ChatUnderTest.Password)));
        _chat.Get<LoggedIn>(_chat.Connect(), new LogIn("alice", "new one"));
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("")]
    [InlineData(null)]
    public void An_open_session_alone_does_not_give_the_account_away(string? current)
    {
        var alice = _chat.Registered("alice");

        Assert.Equal(RefusalCode.LoginFailed, _chat.Denied(alice, new SetPassword(current, "mine now")));
        _chat.Login("alice");
    }

    [Fact]
    public void The_new_password_is_checked_before_anything_is_hashed()
    {
        var alice = _chat.Registered("alice");

        Assert.Equal(RefusalCode.WeakPassword, _chat.Refusal(alice, new SetPassword(ChatUnderTest.Password, "")).Code);
        Assert.IsType<DeriveKey>(_chat.Ask(alice, new SetPassword(ChatUnderTest.Password, "x")).Lookup);
    }

    [Fact]
    public void Wrong_tries_count_as_tries_to_log_in()
    {
        var chat = new ChatUnderTest(accounts: options => options.TriesPerAccount = 2);
        var alice = chat.Registered("alice");
        chat.Denied(alice, new SetPassword("a", "new"));
        chat.Denied(alice, new SetPassword("b", "new"));

        Assert.Equal(RefusalCode.TooManyTries, chat.Denied(alice, new SetPassword(ChatUnderTest.Password, "new")));
    }

    [Fact]
    public void Who_is_not_logged_in_has_no_password_to_set() =>
        Assert.Equal(RefusalCode.NotLoggedIn, _chat.Denied(_chat.Enter("tom"), new SetPassword(null, "x")));

    [Fact]
    public void Those_who_look_after_accounts_set_it_for_owners_who_forgot_theirs()
    {
        _chat.Registered("alice");

        _chat.Get<AccountSaved>(_chat.Steward(), new SetPassword(null, "new one", "ALICE"));

        _chat.Get<LoggedIn>(_chat.Connect(), new LogIn("alice", "new one"));
        Assert.Equal(RefusalCode.AccountUnknown, _chat.Denied(_chat.Oper(), new SetPassword(null, "new one", "nobody")));
        Assert.Equal(RefusalCode.Denied, _chat.Denied(_chat.Registered("bob"), new SetPassword(ChatUnderTest.Password, "mine now", "alice")));
        Assert.Equal(RefusalCode.Denied, _chat.Denied(_chat.Login("bob"), new SetPassword(ChatUnderTest.Password, "mine now", "bob")));
    }

    [Fact]
    public void Nobody_sets_it_who_lost_the_right_while_it_was_hashed()
    {
        _chat.Registered("alice");
        var helper = _chat.Registered("bob");
        _chat.Reply<AccountSaved>(_chat.Steward(), new SetAdministrator("bob", On: true));
        var late = new SetPassword(null, "mine now", "alice");
        Assert.NotNull(_chat.Ask(helper, late).Lookup);

        _chat.Reply<AccountSaved>(_chat.Steward(), new SetAdministrator("bob", On: false));

        Assert.Equal(RefusalCode.Denied, _chat.ComesBack(helper, late));
        _chat.Login("alice");
    }

    [Fact]
    public void Nothing_shows_the_passwords() =>
        Assert.DoesNotContain("secret", new SetPassword("secret", "secret").ToString(), StringComparison.Ordinal);
}
