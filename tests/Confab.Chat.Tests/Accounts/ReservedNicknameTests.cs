using Confab.Chat.Accounts;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Accounts;

public sealed class ReservedNicknameTests
{
    private readonly ChatUnderTest _chat = new();

    public ReservedNicknameTests() => _chat.Ask(_chat.Registered("alice"), new SignOff(null));

    [Theory]
    [InlineData("alice")]
    [InlineData("ALICE")]
    [InlineData("a1ice")]
    [InlineData("аlice")]       // a Cyrillic a
    public void Only_the_owner_bears_a_registered_nickname_or_one_that_looks_like_it(string wanted)
    {
        var refused = _chat.Refusal(_chat.Connect(), new SignOn(wanted, Presence.Announced, AcceptOther: false));
        Assert.Equal(RefusalCode.NicknameReserved, refused.Code);
        Assert.Contains("log in", refused.Text, StringComparison.Ordinal);
        Assert.Equal(RefusalCode.NicknameReserved, _chat.Refusal(_chat.Enter("tom"), new Rename(wanted)).Code);
    }

    [Fact]
    public void The_nickname_that_is_offered_instead_can_be_had()
    {
        var refused = _chat.Refusal(_chat.Connect(), new SignOn("alice", Presence.Announced, AcceptOther: false));

        Assert.Equal("alice2", refused.Suggestion);
        Assert.Equal("alice2", _chat.Reply<SignedOnAs>(_chat.Connect(), new SignOn("alice", Presence.Quiet, AcceptOther: true)).Who.Nickname.Text);
    }

    [Fact]
    public void A_number_that_somebody_registered_is_not_offered()
    {
        _chat.Ask(_chat.Registered("alice2"), new SignOff(null));

        Assert.Equal("alice3", _chat.Reply<SignedOnAs>(_chat.Connect(), new SignOn("alice", Presence.Quiet, AcceptOther: true)).Who.Nickname.Text);
    }

    [Fact]
    public void Its_owner_bears_it_after_logging_in()
    {
        Assert.Equal("alice", _chat.Reply<SignedOnAs>(_chat.Login("alice"), new SignOn("alice", Presence.Announced, AcceptOther: false)).Who.Account);

        var other = _chat.Enter("tom");
        _chat.Get<LoggedIn>(other, new LogIn("alice", ChatUnderTest.Password));
        Assert.Equal(RefusalCode.NicknameInUse, _chat.Refusal(other, new Rename("alice")).Code);
    }

    [Fact]
    public void The_owner_may_leave_it_to_everybody()
    {
        var alice = _chat.Login("alice");
        _chat.Reply<SignedOnAs>(alice, new SignOn("alice", Presence.Announced, AcceptOther: false));
        _chat.Reply<AccountSaved>(alice, new SetAccountOption(AccountOption.Enforce, "off"));
        _chat.Ask(alice, new SignOff(null));

        _chat.Enter("alice");
    }

    [Fact]
    public void Where_the_server_keeps_no_nicknames_an_owner_may_still_choose_so()
    {
        var chat = new ChatUnderTest(accounts: options => options.ReserveNicknames = false);
        var alice = chat.Registered("alice");
        chat.Reply<AccountSaved>(chat.Registered("bob"), new SetAccountOption(AccountOption.Enforce, "on"));
        foreach (var user in chat.State.Users.SelectMany(user => user.Sessions).ToArray())
        {
            chat.Ask(user, new SignOff(null));
        }

        chat.Enter("alice");
        Assert.Equal(RefusalCode.NicknameReserved, chat.Refusal(chat.Connect(), new SignOn("bob", Presence.Announced, AcceptOther: false)).Code);
        Assert.Null(chat.State.FindUser(alice));
    }

    [Theory]
    [InlineData("NickServ")]
    [InlineData("nickserv")]
    [InlineData("N1ckServ")]
    [InlineData("ChanServ")]
    public void Nobody_passes_for_a_service(string wanted)
    {
        Assert.Equal(RefusalCode.NicknameReserved, _chat.Refusal(_chat.Connect(), new SignOn(wanted, Presence.Announced, AcceptOther: false)).Code);
        Assert.Equal(RefusalCode.NicknameReserved, _chat.Refusal(_chat.Enter("tom"), new Rename(wanted)).Code);
    }
}
