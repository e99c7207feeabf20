using Confab.Chat.Moderation;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class ListBansTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Operators_see_the_bans_in_force_the_oldest_first()
    {
        var oper = _chat.Oper();
        _chat.Reply<BanAdded>(oper, new AddBan(BanKind.Address, "192.0.2.2", null, "b"));
        _chat.Now += TimeSpan.FromSeconds(1);
        _chat.Reply<BanAdded>(oper, new AddBan(BanKind.Person, "bad@example.org", null, "a"));
        _chat.Reply<BanAdded>(oper, new AddBan(BanKind.Address, "192.0.2.3", TimeSpan.FromSeconds(1), "c"));
        _chat.Now += TimeSpan.FromSeconds(1);

        var bans = _chat.Reply<BansListed>(oper, new ListBans()).Bans;

        Assert.Equal(
            [(BanKind.Address, "192.0.2.2", "b", "oper"), (BanKind.Person, "bad@example.org", "a", "oper")],
            bans.Select(ban => (ban.Kind, ban.Target, ban.Reason, ban.By)));
    }

    [Fact]
    public void Nobody_else_does() => Assert.Equal(RefusalCode.Denied, _chat.Denied(_chat.Enter("tom"), new ListBans()));
}
