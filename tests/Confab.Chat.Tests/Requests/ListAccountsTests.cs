using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class ListAccountsTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Those_who_look_after_accounts_see_them_in_order()
    {
        _chat.Registered("tom");
        _chat.Registered("Alice");
        var oper = _chat.Oper();

        var all = _chat.Reply<AccountsListed>(oper, new ListAccounts());
        Assert.Equal((2, "Alice tom"), (all.Total, string.Join(' ', all.Accounts)));
        Assert.Equal("Alice", Assert.Single(_chat.Reply<AccountsListed>(oper, new ListAccounts("AL*")).Accounts).Name.Text);
    }

    [Fact]
    public void Nobody_else_does() => Assert.Equal(RefusalCode.Denied, _chat.Denied(_chat.Registered("alice"), new ListAccounts()));
}
