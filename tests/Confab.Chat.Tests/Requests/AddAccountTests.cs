using Confab.Chat.Lookups;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class AddAccountTests
{
    private readonly ChatUnderTest _chat = new(accounts: options => options.Registration = false);
    private readonly SessionId _steward;

    public AddAccountTests() => _steward = _chat.Steward();

    [Fact]
    public void Those_who_look_after_accounts_make_them_also_where_nobody_else_can()
    {
        var decision = _chat.Run(_steward, new AddAccount("Alice", ChatUnderTest.Password, "alice@example.org", IsAdministrator: true));

        var account = Assert.IsType<AccountSaved>(decision.Reply).Account;
        Assert.Equal(("Alice", "alice@example.org", true, _chat.Now), (account.Name.Text, account.Email, account.IsAdministrator, account.Created));
        Assert.Empty(decision.Events);
        Assert.Null(_chat.State.AccountOf(_steward));
        _chat.Login("alice");
        Assert.True(_chat.Restart().State.Accounts.HaveAdministrator);
    }

    [Fact]
    public void Nobody_else_does()
    {
        Assert.Equal(RefusalCode.Denied, _chat.Denied(_chat.Enter("tom"), new AddAccount("alice", ChatUnderTest.Password)));
        _chat.Get<AccountSaved>(_chat.Oper(), new AddAccount("alice", ChatUnderTest.Password));
    }

    [Fact]
    public void No_bound_of_registrations_counts_for_them()
    {
        var chat = new ChatUnderTest(accounts: options => options.RegistrationsPerAddress = 1);
        var steward = chat.Steward();

        foreach (var name in new[] { "alice", "bob", "carol" })
        {
            chat.Get<AccountSaved>(steward, new AddAccount(name, ChatUnderTest.Password));
        }
    }

    [Theory]
    [InlineData("alice", RefusalCode.AccountExists)]
    [InlineData("a1ice", RefusalCode.AccountExists)]
    [InlineData("Server", RefusalCode.AccountNameInvalid)]
    [InlineData("NickServ", RefusalCode.AccountNameInvalid)]
    [InlineData("two words", RefusalCode.AccountNameInvalid)]
    public void A_name_that_is_taken_or_nobodys_is_refused(string name, RefusalCode code)
    {
        _chat.Get<AccountSaved>(_steward, new AddAccount("alice", ChatUnderTest.Password));

        Assert.Equal(code, _chat.Denied(_steward, new AddAccount(name, ChatUnderTest.Password)));
    }

    [Fact]
    public void Password_address_and_number_have_their_bounds()
    {
        var chat = new ChatUnderTest(limits => limits.Accounts = 1);
        var steward = chat.Steward();

        Assert.Equal(RefusalCode.WeakPassword, chat.Refusal(steward, new AddAccount("alice", "")).Code);
        Assert.Equal(RefusalCode.EmailInvalid, chat.Refusal(steward, new AddAccount("alice", "x", "nowhere")).Code);
        chat.Get<AccountSaved>(steward, new AddAccount("alice", "x"));
        Assert.Equal(RefusalCode.TooManyAccounts, chat.Refusal(steward, new AddAccount("bob", "x")).Code);
    }

    [Fact]
    public void A_guest_of_that_name_stays_and_is_still_a_guest()
    {
        var alice = _chat.Enter("alice", ChatUnderTest.Lobby);

        _chat.Get<AccountSaved>(_steward, new AddAccount("alice", ChatUnderTest.Password));

        Assert.Null(_chat.Session(alice).Account);
        Assert.Equal(["alice"], _chat.In(ChatUnderTest.Lobby));
    }

    [Fact]
    public void Nothing_shows_the_password()
    {
        Assert.DoesNotContain("secret", new AddAccount("alice", "secret").ToString(), StringComparison.Ordinal);
        Assert.IsType<DeriveKey>(_chat.Ask(_steward, new AddAccount("alice", "secret")).Lookup);
    }
}
