using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class SendCtcpTests
{
    private const string Ping = "\u0001PING 123\u0001";

    private readonly ChatUnderTest _chat = new();

    [Theory]
    [InlineData(MessageKind.Message)]
    [InlineData(MessageKind.Notice)]
    public void It_goes_to_one_person_and_into_no_log(MessageKind kind)
    {
        var tom = _chat.Enter("tom");
        var jerry = _chat.Enter("Jerry");

        var decision = _chat.Ask(tom, new SendCtcp("jerry", Ping, kind) { Tags = "+a" });

        var posted = Assert.IsType<PrivateCtcpPosted>(Assert.Single(decision.Events));
        Assert.Equal(
            (_chat.Session(tom).Participant, _chat.Session(jerry).Participant, kind, Ping, "+a"), (posted.From, posted.To, posted.Kind, posted.Text, posted.Tags));
        Assert.NotNull(posted.EventId);
        Assert.Empty(decision.Entries);
        Assert.IsType<Done>(decision.Reply);
    }

    [Fact]
    public void Nobody_of_that_name_is_a_refusal() =>
        Assert.Equal(RefusalCode.RecipientUnknown, _chat.Refusal(_chat.Enter("tom"), new SendCtcp("nobody", Ping)).Code);

    [Fact]
    public void Whoever_takes_messages_from_accounts_only_is_not_asked_by_guests()
    {
        var tom = _chat.Enter("tom");
        _chat.Session(_chat.Enter("jerry")).Modes = UserModes.RegisteredOnly;

        Assert.Equal(RefusalCode.AccountNeeded, _chat.Refusal(tom, new SendCtcp("jerry", Ping)).Code);
        _chat.Reply<Done>(_chat.LogIn(tom, "thomas"), new SendCtcp("jerry", Ping));
    }

    [Fact]
    public void What_would_end_a_line_of_somebody_else_is_refused()
    {
        _chat.Enter("jerry");

        Assert.Equal(RefusalCode.MalformedInput, _chat.Refusal(_chat.Enter("tom"), new SendCtcp("jerry", "\u0001X\nQUIT\u0001")).Code);
    }
}
