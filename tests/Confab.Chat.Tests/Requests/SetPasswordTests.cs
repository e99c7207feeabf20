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
    public void Nothing_shows_the_passwords() =>
        Assert.DoesNotContain("secret", new SetPassword("secret", "secret").ToString(), StringComparison.Ordinal);
}
