using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Rooms;

/// <summary>Who may speak in a room.</summary>
public sealed class SpeechTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private readonly ChatUnderTest _chat = new();
    private readonly SessionId _host;
    private readonly SessionId _tom;

    public SpeechTests()
    {
        _host = _chat.Enter("host", _tea);
        _tom = _chat.Enter("tom", _tea);
    }

    [Fact]
    public void In_a_moderated_room_it_takes_a_rank()
    {
        Set(RoomFlags.Moderated);

        AssertSilent("moderated");
        Voice();
        AssertHeard(_tom);
        AssertHeard(_host);
    }

    [Theory]
    [InlineData("tom", "banned")]
    [InlineData("m:tom", "muted")]
    [InlineData("~m:a:thomas", "muted")]
    public void A_ban_and_a_mute_silence_a_member_unless_voiced(string mask, string why)
    {
        _chat.LogIn(_tom, "Thomas");
        _chat.Ban(_host, _tea, mask);

        AssertSilent(why);
        Voice();
        AssertHeard(_tom);
    }

    [Theory]
    [InlineData("tom", "t*", true)]
    [InlineData("tom", "m:t*", false)]
    [InlineData("m:tom", "t*", true)]
    [InlineData("m:tom", "m:t*", true)]
    public void An_exemption_from_everything_helps_always_and_one_from_mutes_against_mutes(string ban, string exempt, bool heard)
    {
        _chat.Ban(_host, _tea, ban);
        _chat.Set(_host, _tea, new MaskChange(MaskListKind.Exempts, ChatUnderTest.Mask(exempt), On: true));

        Assert.Equal(heard, _chat.Ask(_tom, new Post(_tea, "hello")).Reply is null);
    }

    [Fact]
    public void A_ban_follows_a_nickname_that_comes_to_fit_it()
    {
        _chat.Ban(_host, _tea, "jerry");
        AssertHeard(_tom);

        _chat.Reply<Renamed>(_tom, new Rename("Jerry"));

        AssertSilent("banned");
    }

    [Fact]
    public void Where_accounts_speak_a_guest_is_silent_unless_voiced()
    {
        Set(RoomFlags.AccountToSpeak);

        AssertSilent("logged in");
        _chat.LogIn(_tom, "thomas");
        AssertHeard(_tom);
    }

    [Fact]
    public void From_outside_one_is_heard_only_where_the_room_is_open_to_it()
    {
        var outside = _chat.Enter("outside");
        Assert.Equal(RefusalCode.NotMember, _chat.Refusal(outside, new Post(_tea, "hello")).Code);

        _chat.Set(_host, _tea, new FlagChange(RoomFlags.NoExternalMessages, On: false));
        Assert.Equal("outside", AssertHeard(outside).Actor.Nickname.Text);

        Set(RoomFlags.Moderated);
        Assert.Equal(RefusalCode.CannotSpeak, _chat.Refusal(outside, new Post(_tea, "hello")).Code);
    }

    [Fact]
    public void The_servers_console_is_heard_everywhere()
    {
        Set(RoomFlags.Moderated);
        Set(RoomFlags.AccountToSpeak);
        _chat.Ban(_host, _tea, "*");

        AssertHeard(_chat.Operator());
    }

    private void Set(RoomFlags flag) => _chat.Set(_host, _tea, new FlagChange(flag, On: true));

    private void Voice() => _chat.Set(_host, _tea, new RankChange(Rank.Voice, "tom", On: true));

    private MessagePosted AssertHeard(SessionId who) => _chat.Commit<MessagePosted>(who, new Post(_tea, "hello"));

    private void AssertSilent(string why)
    {
        var refused = _chat.Refusal(_tom, new Post(_tea, "hello"));
        Assert.Equal(RefusalCode.CannotSpeak, refused.Code);
        Assert.Contains(why, refused.Text, StringComparison.Ordinal);
        Assert.Equal(RefusalCode.CannotSpeak, _chat.Refusal(_tom, new Post(_tea, "hello") { MinimumRank = Rank.Operator }).Code);
    }
}
