using Confab.Chat.Accounts;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class GroupNicknameTests
{
    private readonly ChatUnderTest _chat = new();
    private readonly SessionId _alice;

    public GroupNicknameTests()
    {
        _alice = _chat.Registered("alice");
        _chat.Reply<Renamed>(_alice, new Rename("ally"));
    }

    [Fact]
    public void A_nickname_that_was_added_is_kept_like_the_first_also_after_a_restart()
    {
        Assert.Equal("ally", Assert.Single(_chat.Reply<AccountSaved>(_alice, new GroupNickname(null, On: true)).Account.GroupedNicknames).Text);

        var after = _chat.Restart();
        Assert.Equal(RefusalCode.NicknameReserved, after.Refusal(after.Connect(), new SignOn("a11y", Presence.Announced, AcceptOther: false)).Code);
        Assert.Equal("ally", after.Reply<SignedOnAs>(after.Login("alice"), new SignOn("ally", Presence.Announced, AcceptOther: false)).Who.Nickname.Text);
    }

    [Fact]
    public void Adding_it_twice_or_the_accounts_own_name_changes_nothing()
    {
        _chat.Reply<AccountSaved>(_alice, new GroupNickname("ALLY", On: true));
        Assert.Single(_chat.Reply<AccountSaved>(_alice, new GroupNickname(null, On: true)).Account.GroupedNicknames);

        _chat.Reply<Renamed>(_alice, new Rename("alice"));
        Assert.Single(_chat.Reply<AccountSaved>(_alice, new GroupNickname(null, On: true)).Account.GroupedNicknames);
    }

    [Fact]
    public void A_nickname_that_was_taken_off_is_anybodys()
    {
        _chat.Reply<AccountSaved>(_alice, new GroupNickname(null, On: true));
        _chat.Reply<Renamed>(_alice, new Rename("alice"));

        Assert.Empty(_chat.Reply<AccountSaved>(_alice, new GroupNickname("ally", On: false)).Account.GroupedNicknames);

        _chat.Enter("ally");
        Assert.Equal(RefusalCode.NotFound, _chat.Denied(_alice, new GroupNickname("ally", On: false)));
        Assert.Equal(RefusalCode.NotFound, _chat.Denied(_alice, new GroupNickname("alice", On: false)));
    }

    [Fact]
    public void Only_the_nickname_one_bears_can_be_added()
    {
        Assert.Equal(RefusalCode.NicknameMustMatch, _chat.Denied(_alice, new GroupNickname("tom", On: true)));
        Assert.Equal(RefusalCode.NotLoggedIn, _chat.Denied(_chat.Enter("tom"), new GroupNickname(null, On: true)));
    }

    [Fact]
    public void What_belongs_to_another_account_cannot_be_added()
    {
        var bob = _chat.Registered("bob");
        _chat.Reply<AccountSaved>(bob, new SetAccountOption(AccountOption.Enforce, "off"));
        _chat.Reply<Renamed>(bob, new Rename("robert"));
        _chat.Reply<Renamed>(_alice, new Rename("bob"));

        Assert.Equal(RefusalCode.AccountExists, _chat.Denied(_alice, new GroupNickname(null, On: true)));
    }

    [Fact]
    public void An_account_has_a_bound_of_nicknames()
    {
        for (var i = 0; i < 16; i++)
        {
            _chat.Reply<Renamed>(_alice, new Rename($"alice-{i}"));
            _chat.Reply<AccountSaved>(_alice, new GroupNickname(null, On: true));
        }

        _chat.Reply<Renamed>(_alice, new Rename("onemore"));
        Assert.Equal(RefusalCode.TooManyAccounts, _chat.Denied(_alice, new GroupNickname(null, On: true)));
    }
}
