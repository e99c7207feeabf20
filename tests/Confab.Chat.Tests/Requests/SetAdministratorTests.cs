using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class SetAdministratorTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Whoever_is_made_one_may_look_after_accounts_until_it_is_ended()
    {
        var alice = _chat.Registered("alice");
        Assert.Equal(RefusalCode.Denied, _chat.Denied(alice, new ListAccounts()));

        Assert.True(_chat.Reply<AccountSaved>(_chat.Steward(), new SetAdministrator("ALICE", On: true)).Account.IsAdministrator);
        _chat.Reply<AccountsListed>(alice, new ListAccounts());
        Assert.True(_chat.Restart().State.Accounts.HaveAdministrator);

        _chat.Reply<AccountSaved>(alice, new SetAdministrator("alice", On: false));
        Assert.Equal(RefusalCode.Denied, _chat.Denied(alice, new ListAccounts()));
        Assert.False(_chat.Restart().State.Accounts.HaveAdministrator);
    }

    [Fact]
    public void Nobody_makes_themselves_one()
    {
        Assert.Equal(RefusalCode.Denied, _chat.Denied(_chat.Registered("alice"), new SetAdministrator("alice", On: true)));
        Assert.Equal(RefusalCode.Denied, _chat.Denied(_chat.Enter("tom"), new SetAdministrator("alice", On: true)));
    }

    [Fact]
    public void An_account_that_does_not_exist_is_refused() =>
        Assert.Equal(RefusalCode.AccountUnknown, _chat.Denied(_chat.Steward(), new SetAdministrator("nobody", On: true)));

    [Fact]
    public void A_suspended_account_looks_after_nothing()
    {
        _chat.Registered("alice");
        var steward = _chat.Steward();
        _chat.Reply<AccountSaved>(steward, new SetAdministrator("alice", On: true));

        _chat.Reply<AccountSaved>(steward, new SuspendAccount("alice", Suspend: true));

        Assert.False(_chat.State.Accounts.HaveAdministrator);
    }
}
