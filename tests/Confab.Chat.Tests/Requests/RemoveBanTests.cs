using Confab.Chat.Moderation;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class RemoveBanTests
{
    private readonly ChatUnderTest _chat = new();

    [Theory]
    [InlineData(BanKind.Address, "192.0.2.7/24", "192.0.2.0/24")]
    [InlineData(BanKind.Person, "Bad@*", "bad@*")]
    public void A_ban_is_removed_however_it_is_written(BanKind kind, string added, string removed)
    {
        var oper = _chat.Oper();
        _chat.Reply<BanAdded>(oper, new AddBan(kind, added, null, null));
        _chat.State.TakeChanges();

        _chat.Reply<Done>(oper, new RemoveBan(kind, removed));

        Assert.Equal(0, _chat.State.Bans.Count);
        Assert.Equal(0, _chat.Restart().State.Bans.Count);
    }

    [Fact]
    public void What_is_not_there_and_who_is_no_operator_is_refused()
    {
        Assert.Equal(RefusalCode.NotFound, _chat.Denied(_chat.Oper(), new RemoveBan(BanKind.Address, "192.0.2.7")));
        Assert.Equal(RefusalCode.Denied, _chat.Denied(_chat.Enter("tom"), new RemoveBan(BanKind.Address, "192.0.2.7")));
    }
}
