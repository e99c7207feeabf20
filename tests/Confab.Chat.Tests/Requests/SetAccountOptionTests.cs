using Confab.Chat.Accounts;
using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class SetAccountOptionTests
{
    private readonly ChatUnderTest _chat = new();

    [Theory]
    [InlineData("on", true)]
    [InlineData("OFF", false)]
    [InlineData("default", null)]
    [InlineData("", null)]
    public void A_choice_is_on_off_or_left_to_the_server(string word, bool? value)
    {
        var alice = _chat.Registered("alice");

        Assert.Equal(value, _chat.Reply<AccountSaved>(alice, new SetAccountOption(AccountOption.Enforce, word)).Account.Enforce);
        Assert.Equal(value, _chat.Reply<AccountSaved>(alice, new SetAccountOption(AccountOption.AlwaysOn, word)).Account.AlwaysOn);
    }

    [Fact]
    public void An_address_for_mail_can_be_set_and_taken_away()
    {
        var alice = _chat.Registered("alice");

        Assert.Equal("a@example.org", _chat.Reply<AccountSaved>(alice, new SetAccountOption(AccountOption.Email, "a@example.org")).Account.Email);
        Assert.Equal(RefusalCode.EmailInvalid, _chat.Denied(alice, new SetAccountOption(AccountOption.Email, "nonsense")));
        Assert.Null(_chat.Reply<AccountSaved>(alice, new SetAccountOption(AccountOption.Email, "")).Account.Email);
    }

    [Fact]
    public void Nonsense_and_guests_are_refused()
    {
        Assert.Equal(RefusalCode.MalformedInput, _chat.Denied(_chat.Registered("alice"), new SetAccountOption(AccountOption.Enforce, "maybe")));
        Assert.Equal(RefusalCode.NotLoggedIn, _chat.Denied(_chat.Enter("tom"), new SetAccountOption(AccountOption.Enforce, "on")));
    }

    [Theory]
    [InlineData(AlwaysOnPolicy.Off)]
    [InlineData(AlwaysOnPolicy.Mandatory)]
    public void Where_being_always_on_is_no_choice_nobody_chooses(AlwaysOnPolicy policy)
    {
        var chat = new ChatUnderTest(accounts: options => options.AlwaysOn = policy);

        Assert.Equal(RefusalCode.Denied, chat.Denied(chat.Registered("alice"), new SetAccountOption(AccountOption.AlwaysOn, "on")));
    }

    [Fact]
    public void Who_is_always_on_no_more_and_has_no_session_leaves()
    {
        var alice = _chat.Registered("alice", ChatUnderTest.Lobby);
        _chat.Reply<AccountSaved>(alice, new SetAccountOption(AccountOption.AlwaysOn, "on"));
        _chat.Ask(alice, new SignOff(null));
        var other = _chat.Login("alice");
        _chat.Reply<SignedOnAs>(other, new SignOn("elsewhere", Sessions.Presence.Announced, AcceptOther: false));

        var decision = _chat.Run(other, new SetAccountOption(AccountOption.AlwaysOn, "off"));

        Assert.Contains(decision.Events, one => one is SignedOff { Who.Nickname.Text: "alice" });
        Assert.Empty(_chat.In(ChatUnderTest.Lobby));
    }
}
