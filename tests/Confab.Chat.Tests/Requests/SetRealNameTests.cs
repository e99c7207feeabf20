using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class SetRealNameTests
{
    private readonly ChatUnderTest _chat = new(limits => limits.RealNameBytes = 8);

    [Fact]
    public void A_new_name_is_shown_and_told()
    {
        var (tom, ann) = (_chat.Enter("tom", ChatUnderTest.Lobby), _chat.Enter("ann"));
        _chat.Reply<Watched>(ann, new Watch(["tom"], 10));

        var changed = Assert.IsType<RealNameChanged>(Assert.Single(_chat.Ask(tom, new SetRealName("Thomas")).Events));

        Assert.Equal("Thomas", changed.Actor.RealName);
        Assert.Equal("Thomas", _chat.Session(tom).Participant.RealName);
        Assert.Equal([ann], changed.Watchers);
        Assert.Empty(_chat.Ask(tom, new SetRealName("Thomas")).Events);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("123456789")]
    [InlineData("ääääé")]
    [InlineData("a\nb")]
    public void What_is_no_name_is_refused(string name)
    {
        var tom = _chat.Enter("tom");

        Assert.Equal(RefusalCode.RealNameInvalid, _chat.Refusal(tom, new SetRealName(name)).Code);
        Assert.Equal("tom", _chat.Session(tom).Participant.RealName);
    }

    [Fact]
    public void A_name_of_the_greatest_length_is_taken_and_a_longer_one_is_cut_on_coming()
    {
        var tom = _chat.Enter("tom");
        _chat.Reply<Done>(tom, new SetRealName("12345678"));

        var ann = _chat.Connect();
        _chat.Reply<SignedOnAs>(ann, new SignOn("ann", Presence.Announced, AcceptOther: false) { RealName = "123456789" });

        Assert.Equal("12345678", _chat.Session(ann).Participant.RealName);
    }
}
