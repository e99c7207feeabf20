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
    public void Many_come_in_pages_and_none_is_missing_or_doubled()
    {
        var chat = new ChatUnderTest();
        foreach (var number in Enumerable.Range(1000, 250))
        {
            chat.Account($"user{number}");
        }

        var steward = chat.Steward();
        var names = new List<string>();
        AccountsListed page;
        do
        {
            page = chat.Reply<AccountsListed>(steward, new ListAccounts("USER*", names.LastOrDefault()));
            Assert.Equal(250, page.Total);
            names.AddRange(page.Accounts.Select(account => account.Name.Text));
        }
        while (page.Accounts.Count > 0);

        Assert.Equal(Enumerable.Range(1000, 250).Select(number => $"user{number}"), names);
    }

    [Fact]
    public void Nobody_else_does() => Assert.Equal(RefusalCode.Denied, _chat.Denied(_chat.Registered("alice"), new ListAccounts()));
}
