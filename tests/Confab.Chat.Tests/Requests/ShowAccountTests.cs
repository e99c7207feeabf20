using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class ShowAccountTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Its_owner_is_shown_more_than_others()
    {
        var alice = _chat.Registered("alice");

        Assert.True(_chat.Reply<AccountShown>(alice, new ShowAccount()).IsPrivate);
        Assert.True(_chat.Reply<AccountShown>(_chat.Oper(), new ShowAccount("alice")).IsPrivate);

        var seen = _chat.Reply<AccountShown>(_chat.Enter("tom"), new ShowAccount("ALICE"));
        Assert.False(seen.IsPrivate);
        Assert.Equal(["alice"], seen.Present);
    }

    [Fact]
    public void It_is_found_by_a_nickname_of_somebody_who_is_logged_in()
    {
        var id = _chat.Registered("alice");
        _chat.Reply<Renamed>(id, new Rename("elsewhere"));

        Assert.Equal("alice", _chat.Reply<AccountShown>(_chat.Enter("tom"), new ShowAccount("elsewhere")).Account.Name.Text);
    }

    [Fact]
    public void There_is_nothing_to_show_of_what_does_not_exist()
    {
        Assert.Equal(RefusalCode.AccountUnknown, _chat.Denied(_chat.Enter("tom"), new ShowAccount("nobody")));
        Assert.Equal(RefusalCode.AccountUnknown, _chat.Denied(_chat.Enter("jerry"), new ShowAccount()));
    }
}
