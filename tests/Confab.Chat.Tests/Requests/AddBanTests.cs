using Confab.Chat.Events;
using Confab.Chat.Moderation;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class AddBanTests
{
    private readonly ChatUnderTest _chat = new();
    private readonly SessionId _oper;

    public AddBanTests() => _oper = _chat.Oper();

    [Fact]
    public void An_address_is_kept_out_of_every_door_with_the_reason()
    {
        _chat.Reply<BanAdded>(_oper, new AddBan(BanKind.Address, "192.0.2.0/24", null, "spam"));

        var refused = _chat.Refusal(_chat.Connect("192.0.2.7", fingerprint: null), new SignOn("tom", Presence.Quiet, AcceptOther: true));

        Assert.Equal(RefusalCode.BannedFromServer, refused.Code);
        Assert.Contains("spam", refused.Text, StringComparison.Ordinal);
        Assert.Equal("spam", _chat.State.Bans.FindAddress("192.0.2.200", _chat.Now)!.Reason);
        Assert.Null(_chat.State.Bans.FindAddress("192.0.3.1", _chat.Now));
        Assert.Null(_chat.State.Bans.FindAddress("nonsense", _chat.Now));
    }

    [Theory]
    [InlineData("*@192.0.2.*", true)]
    [InlineData("bad*@*", true)]
    [InlineData("192.0.2.7", true)]
    [InlineData("good@*", false)]
    public void A_person_is_kept_out_by_username_and_host(string mask, bool kept)
    {
        _chat.Reply<BanAdded>(_oper, new AddBan(BanKind.Person, mask, null, "spam"));

        var decision = _chat.Ask(
            _chat.Connect("192.0.2.7", fingerprint: null), new SignOn("tom", Presence.Announced, AcceptOther: false) { Username = "badly" });

        Assert.Equal(kept, decision.Reply is Refused { Code: RefusalCode.BannedFromServer });
    }

    [Fact]
    public void Those_it_means_are_sent_away_and_operators_stay()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Lobby);

        var decision = _chat.Run(_oper, new AddBan(BanKind.Address, "127.0.0.1", null, "spam"));

        Assert.Equal(1, Assert.IsType<BanAdded>(decision.Reply).Ended);
        Assert.Equal(tom, Assert.Single(decision.Events.OfType<SessionEnded>()).Session);
        Assert.NotNull(_chat.State.FindUser(_oper));
    }

    [Fact]
    public void A_ban_ends_when_its_time_is_over()
    {
        _chat.Reply<BanAdded>(_oper, new AddBan(BanKind.Address, "192.0.2.7", TimeSpan.FromHours(1), null));
        _chat.Now += TimeSpan.FromHours(1);

        _chat.Reply<SignedOnAs>(_chat.Connect("192.0.2.7", fingerprint: null), new SignOn("tom", Presence.Announced, AcceptOther: false));
    }

    [Fact]
    public void Bans_outlive_a_restart()
    {
        _chat.Reply<BanAdded>(_oper, new AddBan(BanKind.Address, "2001:db8::/32", null, "spam"));
        _chat.Reply<BanAdded>(_oper, new AddBan(BanKind.Person, "Bad*@*", null, "spam"));

        var after = _chat.Restart();

        Assert.Equal(2, after.State.Bans.Count);
        Assert.NotNull(after.State.Bans.FindAddress("2001:db8::7", after.Now));
    }

    [Theory]
    [InlineData(BanKind.Address, "nonsense")]
    [InlineData(BanKind.Address, "0.0.0.0/0")]
    [InlineData(BanKind.Address, "::/0")]
    [InlineData(BanKind.Person, "*@*")]
    [InlineData(BanKind.Person, "a b@c")]
    public void Nonsense_and_everybody_are_refused(BanKind kind, string target) =>
        Assert.Equal(RefusalCode.BanInvalid, _chat.Denied(_oper, new AddBan(kind, target, null, null)));

    [Fact]
    public void There_is_a_bound_of_bans_and_those_that_are_over_make_room()
    {
        var chat = new ChatUnderTest(limits => limits.Bans = 1);
        var oper = chat.Oper();
        chat.Reply<BanAdded>(oper, new AddBan(BanKind.Address, "192.0.2.1", TimeSpan.FromHours(1), null));
        chat.Reply<BanAdded>(oper, new AddBan(BanKind.Address, "192.0.2.1", TimeSpan.FromHours(1), "again"));

        Assert.Equal(RefusalCode.BanInvalid, chat.Denied(oper, new AddBan(BanKind.Address, "192.0.2.2", null, null)));
        chat.Now += TimeSpan.FromHours(1);
        chat.Reply<BanAdded>(oper, new AddBan(BanKind.Address, "192.0.2.2", null, null));
    }

    [Fact]
    public void Only_operators_of_the_server_ban() =>
        Assert.Equal(RefusalCode.Denied, _chat.Denied(_chat.Enter("tom"), new AddBan(BanKind.Address, "192.0.2.1", null, null)));

    [Fact]
    public void The_console_is_never_kept_out()
    {
        _chat.Reply<BanAdded>(_oper, new AddBan(BanKind.Address, "127.0.0.0/8", null, null));

        _chat.Operator();
    }
}
