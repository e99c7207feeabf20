using Confab.Chat.Events;
using Confab.Chat.Lookups;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class LogInTests
{
    private readonly ChatUnderTest _chat = new();

    public LogInTests() => _chat.Ask(_chat.Registered("Alice"), new SignOff(null));

    [Fact]
    public void The_right_password_logs_in_before_there_is_a_nickname()
    {
        var id = _chat.Connect();

        var decision = _chat.Run(id, new LogIn("alice", ChatUnderTest.Password));

        Assert.Equal("Alice", Assert.IsType<LoggedIn>(decision.Reply).Account.Name.Text);
        Assert.Empty(decision.Events);
        Assert.Equal("Alice", _chat.State.AccountOf(id));
    }

    [Fact]
    public void Who_is_present_already_is_shown_as_logged_in()
    {
        var id = _chat.Enter("guest", ChatUnderTest.Lobby);

        var decision = _chat.Run(id, new LogIn("alice", ChatUnderTest.Password));

        Assert.Equal("Alice", Assert.IsType<AccountChanged>(Assert.Single(decision.Events)).Actor.Account);
        Assert.Equal("Alice", _chat.Session(id).Account);
    }

    [Fact]
    public void A_wrong_password_and_an_unknown_account_cannot_be_told_apart()
    {
        var id = _chat.Connect();
        var wrong = _chat.Ask(id, new LogIn("alice", "wrong"));
        var unknown = _chat.Ask(id, new LogIn("nobody", "wrong"));

        Assert.Equal(Assert.IsType<DeriveKey>(wrong.Lookup).Rounds, Assert.IsType<DeriveKey>(unknown.Lookup).Rounds);
        Assert.Equal(
            Assert.IsType<Refused>(_chat.Run(id, new LogIn("alice", "wrong")).Reply),
            Assert.IsType<Refused>(_chat.Run(id, new LogIn("nobody", "wrong")).Reply));
        Assert.Equal(RefusalCode.LoginFailed, _chat.Denied(id, new LogIn("alice", "")));
    }

    [Fact]
    public void An_unknown_account_has_always_the_same_salt_and_each_another()
    {
        byte[] Salt(string name) => Assert.IsType<DeriveKey>(_chat.Ask(_chat.Connect(), new LogIn(name, "x")).Lookup).Salt;

        Assert.Equal(Salt("nobody"), Salt("Nobody"));
        Assert.NotEqual(Salt("nobody"), Salt("noone"));
    }

    [Fact]
    public void After_too_many_wrong_passwords_an_account_takes_none_until_the_window_is_over()
    {
        var chat = new ChatUnderTest(accounts: options => options.TriesPerAccount = 3);
        chat.Registered("alice");
        var id = chat.Connect("192.0.2.1", fingerprint: null);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(RefusalCode.LoginFailed, chat.Denied(chat.Connect($"192.0.2.{i}", fingerprint: null), new LogIn("alice", "wrong")));
        }

        // Refused before anything is hashed.
        Assert.Null(chat.Ask(id, new LogIn("ALICE", ChatUnderTest.Password)).Lookup);
        Assert.Equal(RefusalCode.TooManyTries, chat.Denied(id, new LogIn("alice", ChatUnderTest.Password)));

        chat.Now += chat.State.Options.Accounts.TriesWindow;
        chat.Get<LoggedIn>(id, new LogIn("alice", ChatUnderTest.Password));
    }

    [Fact]
    public void Tries_that_succeed_do_not_lock_an_account()
    {
        var chat = new ChatUnderTest(accounts: options => options.TriesPerAccount = 3);
        chat.Registered("alice");
        for (var i = 0; i < 10; i++)
        {
            chat.Login("alice");
        }
    }

    [Fact]
    public void Many_tries_at_once_count_before_the_first_has_failed()
    {
        var chat = new ChatUnderTest(accounts: options => options.TriesPerAccount = 3);
        var answers = Enumerable.Range(0, 5).Select(_ => chat.Ask(chat.Connect(), new LogIn("alice", "wrong"))).ToArray();

        Assert.Equal([true, true, true, false, false], answers.Select(answer => answer.Lookup is not null));
    }

    [Fact]
    public void An_address_has_a_bound_of_tries_and_one_household_is_one_address()
    {
        var chat = new ChatUnderTest(accounts: options => options.TriesPerAddress = 2);
        Assert.Equal(RefusalCode.LoginFailed, chat.Denied(chat.Connect("2001:db8::1", fingerprint: null), new LogIn("a", "x")));
        Assert.Equal(RefusalCode.LoginFailed, chat.Denied(chat.Connect("2001:db8::2", fingerprint: null), new LogIn("b", "x")));

        Assert.Equal(RefusalCode.TooManyTries, chat.Denied(chat.Connect("2001:db8::3", fingerprint: null), new LogIn("c", "x")));
        Assert.Equal(RefusalCode.LoginFailed, chat.Denied(chat.Connect("2001:db8:0:1::3", fingerprint: null), new LogIn("d", "x")));
    }

    [Fact]
    public void A_user_who_is_logged_in_changes_to_no_other_account()
    {
        var bob = _chat.Registered("bob");

        Assert.Equal(RefusalCode.LoggedInAlready, _chat.Denied(bob, new LogIn("alice", ChatUnderTest.Password)));
        _chat.Get<LoggedIn>(bob, new LogIn("BOB", ChatUnderTest.Password));
    }

    [Fact]
    public void A_suspended_account_says_so_to_its_owner_only()
    {
        _chat.Reply<AccountSaved>(_chat.Oper(), new SuspendAccount("alice", Suspend: true, "spam"));

        Assert.Equal(RefusalCode.AccountSuspended, _chat.Denied(_chat.Connect(), new LogIn("alice", ChatUnderTest.Password)));
        Assert.Equal(RefusalCode.LoginFailed, _chat.Denied(_chat.Connect(), new LogIn("alice", "wrong")));
    }

    [Fact]
    public void The_password_is_the_same_however_it_is_typed()
    {
        var id = _chat.Enter("rene");
        _chat.Get<LoggedIn>(id, new RegisterAccount("rene", "Ren\u00e9"));

        _chat.Get<LoggedIn>(_chat.Connect(), new LogIn("rene", "Rene\u0301"));
    }

    [Fact]
    public void An_account_outlives_a_restart()
    {
        var after = _chat.Restart();

        Assert.Equal(RefusalCode.LoginFailed, after.Denied(after.Connect(), new LogIn("alice", "wrong")));
        after.Login("alice");
    }

    [Fact]
    public void Nothing_shows_the_password() =>
        Assert.DoesNotContain("secret", new LogIn("alice", "secret").ToString(), StringComparison.Ordinal);

    [Fact]
    public void The_console_logs_in_nowhere() =>
        Assert.Equal(RefusalCode.Denied, _chat.Denied(_chat.Operator(), new LogIn("alice", ChatUnderTest.Password)));
}
