using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class SendTagsTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Tags_go_to_one_person()
    {
        var tom = _chat.Enter("tom");
        var jerry = _chat.Enter("Jerry");

        var decision = _chat.Ask(tom, new SendTags("jerry", "+typing=active", IsFleeting: true));

        var posted = Assert.IsType<PrivateTagMessagePosted>(Assert.Single(decision.Events));
        Assert.Equal(
            (_chat.Session(tom).Participant, _chat.Session(jerry).Participant, "+typing=active", true), (posted.From, posted.To, posted.Tags, posted.IsFleeting));
        Assert.NotNull(posted.EventId);
        Assert.Empty(decision.Entries);
        Assert.IsType<Done>(decision.Reply);
    }

    [Fact]
    public void Nobody_of_that_name_is_a_refusal() =>
        Assert.Equal(RefusalCode.RecipientUnknown, _chat.Refusal(_chat.Enter("tom"), new SendTags("nobody", "+a")).Code);

    [Fact]
    public void Whoever_takes_messages_from_accounts_only_is_sent_none_by_guests()
    {
        _chat.Session(_chat.Enter("jerry")).Modes = UserModes.RegisteredOnly;

        Assert.Equal(RefusalCode.AccountNeeded, _chat.Refusal(_chat.Enter("tom"), new SendTags("jerry", "+a")).Code);
    }

    [Fact]
    public void One_may_always_send_something_to_oneself()
    {
        var tom = _chat.Enter("tom");
        _chat.Session(tom).Modes = UserModes.RegisteredOnly;

        _chat.Reply<Done>(tom, new SendTags("tom", "+a"));
    }
}
