using Confab.Chat.Events;
using Confab.Chat.Lookups;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class RegisterAccountTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Who_registers_is_logged_in_and_those_around_them_hear_it_once()
    {
        var alice = _chat.Enter("Alice", ChatUnderTest.Lobby, ChatUnderTest.Tea);

        var decision = _chat.Run(alice, new RegisterAccount("Alice", ChatUnderTest.Password, "alice@example.org"));

        var reply = Assert.IsType<LoggedIn>(decision.Reply);
        Assert.True(reply.IsNew);
        Assert.Equal(("Alice", "alice@example.org", _chat.Now), (reply.Account.Name.Text, reply.Account.Email, reply.Account.Created));
        Assert.Equal("Alice", _chat.Session(alice).Account);
        var changed = Assert.IsType<AccountChanged>(Assert.Single(decision.Events));
        Assert.Equal(("Alice", 2), (changed.Actor.Account, changed.Rooms.Count));
    }

    [Fact]
    public void The_password_is_hashed_beside_the_sequencer_with_a_salt_of_its_own()
    {
        var one = Assert.IsType<DeriveKey>(_chat.Ask(_chat.Enter("alice"), new RegisterAccount("alice", ChatUnderTest.Password)).Lookup);
        var two = Assert.IsType<DeriveKey>(_chat.Ask(_chat.Enter("bob"), new RegisterAccount("bob", ChatUnderTest.Password)).Lookup);

        Assert.Equal(_chat.State.Options.Accounts.HashRounds, one.Rounds);
        Assert.NotEqual(one.Salt, two.Salt);
        Assert.True(one.Salt.Length >= 16);
    }

    [Fact]
    public void An_account_can_be_registered_before_there_is_a_nickname()
    {
        var id = _chat.Connect();

        _chat.Get<LoggedIn>(id, new RegisterAccount("alice", ChatUnderTest.Password));

        Assert.Equal("alice", _chat.State.AccountOf(id));
        Assert.Equal("alice", _chat.Reply<SignedOnAs>(id, new SignOn("alice", Sessions.Presence.Announced, AcceptOther: false)).Who.Account);
    }

    [Theory]
    [InlineData("alice")]
    [InlineData("ALICE")]
    [InlineData("аlice")]       // a Cyrillic a
    [InlineData("a1ice")]
    public void A_name_that_is_taken_or_looks_so_is_refused(string name)
    {
        _chat.Ask(_chat.Registered("alice"), new SignOff(null));

        Assert.Equal(RefusalCode.AccountExists, _chat.Denied(_chat.Connect(), new RegisterAccount(name, ChatUnderTest.Password)));
    }

    [Fact]
    public void A_nickname_that_somebody_else_bears_cannot_be_registered()
    {
        _chat.Enter("alice");

        Assert.Equal(RefusalCode.AccountNameInvalid, _chat.Denied(_chat.Connect(), new RegisterAccount("alice", ChatUnderTest.Password)));
        Assert.Equal(RefusalCode.AccountNameInvalid, _chat.Denied(_chat.Connect(), new RegisterAccount("a1ice", ChatUnderTest.Password)));
        Assert.Equal(RefusalCode.NicknameMustMatch, _chat.Denied(_chat.Enter("mallory"), new RegisterAccount("alice", ChatUnderTest.Password)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("Server")]
    [InlineData("NickServ")]
    public void A_name_that_nobody_may_bear_is_no_account(string name) =>
        Assert.Equal(RefusalCode.AccountNameInvalid, _chat.Denied(_chat.Connect(), new RegisterAccount(name, ChatUnderTest.Password)));

    [Fact]
    public void A_password_may_have_a_thousand_bytes_and_not_none()
    {
        var id = _chat.Connect();

        Assert.Equal(RefusalCode.WeakPassword, _chat.Denied(id, new RegisterAccount("alice", "")));
        Assert.Equal(RefusalCode.WeakPassword, _chat.Denied(id, new RegisterAccount("alice", new string('x', 1025))));
        _chat.Get<LoggedIn>(id, new RegisterAccount("alice", new string('x', 1024)));
    }

    [Theory]
    [InlineData("alice")]
    [InlineData("@example.org")]
    [InlineData("alice@")]
    [InlineData("a@b@c")]
    [InlineData("a b@example.org")]
    public void What_is_no_address_for_mail_is_refused(string email) =>
        Assert.Equal(RefusalCode.EmailInvalid, _chat.Denied(_chat.Connect(), new RegisterAccount("alice", ChatUnderTest.Password, email)));

    [Fact]
    public void Where_registration_is_off_nobody_registers()
    {
        var chat = new ChatUnderTest(accounts: options => options.Registration = false);

        Assert.Equal(RefusalCode.RegistrationOff, chat.Denied(chat.Connect(), new RegisterAccount("alice", ChatUnderTest.Password)));
    }

    [Fact]
    public void Who_is_logged_in_registers_no_second_account() =>
        Assert.Equal(RefusalCode.LoggedInAlready, _chat.Denied(_chat.Registered("alice"), new RegisterAccount("alice2", ChatUnderTest.Password)));

    [Fact]
    public void The_server_has_a_bound_of_accounts()
    {
        var chat = new ChatUnderTest(limits => limits.Accounts = 1);
        chat.Registered("alice");

        Assert.Equal(RefusalCode.TooManyAccounts, chat.Denied(chat.Connect(), new RegisterAccount("bob", ChatUnderTest.Password)));
    }

    [Fact]
    public void One_address_registers_a_few_accounts_an_hour()
    {
        var chat = new ChatUnderTest(accounts: options => options.RegistrationsPerAddress = 2);
        chat.Registered("alice");
        chat.Registered("bob");

        var third = chat.Enter("carol");
        Assert.Equal(RefusalCode.TooManyTries, chat.Denied(third, new RegisterAccount("carol", ChatUnderTest.Password)));
        chat.Get<LoggedIn>(chat.Connect("192.0.2.1", fingerprint: null), new RegisterAccount("dave", ChatUnderTest.Password));

        chat.Now += TimeSpan.FromHours(1);
        chat.Get<LoggedIn>(third, new RegisterAccount("carol", ChatUnderTest.Password));
    }

    [Fact]
    public void Two_who_register_the_same_name_at_once_do_not_both_get_it()
    {
        var (one, two) = (_chat.Connect(), _chat.Connect());
        var late = new RegisterAccount("alice", ChatUnderTest.Password);
        Assert.NotNull(_chat.Ask(two, late).Lookup);
        _chat.Get<LoggedIn>(one, new RegisterAccount("alice", "other"));

        Assert.Equal(RefusalCode.AccountExists, _chat.Denied(two, late));
        Assert.Equal(1, _chat.State.Accounts.Count);
    }

    [Fact]
    public void Nothing_shows_the_password()
    {
        Assert.DoesNotContain("secret", new RegisterAccount("alice", "secret").ToString(), StringComparison.Ordinal);
        var alice = _chat.Registered("alice");
        Assert.DoesNotContain("SCRAM", _chat.Get<AccountShown>(alice, new ShowAccount()).ToString(), StringComparison.Ordinal);
    }
}
