using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class AnnounceTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void The_operator_speaks_to_everybody_and_the_words_are_remembered_in_the_default_room()
    {
        var console = _chat.Operator();
        var who = _chat.Session(console).Participant;

        var decision = _chat.Ask(console, new Announce("tea is ready"));

        Assert.Null(decision.Reply);
        var posted = Assert.IsType<MessagePosted>(Assert.Single(decision.Entries));
        Assert.Equal(
            (ChatUnderTest.Lobby, who, MessageKind.Notice, "tea is ready"), (posted.Room, posted.Actor, posted.Kind, posted.Text));
        Assert.Equal([posted, new ServerAnnounced(who, ChatUnderTest.Lobby, _chat.Now, posted.Message)], decision.Events);
    }

    [Fact]
    public void Nobody_else_does()
    {
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_chat.Enter("tom", ChatUnderTest.Lobby), new Announce("hear me")).Code);
        Assert.Equal(RefusalCode.Denied, _chat.Refusal(_chat.Enter("host", ChatUnderTest.Tea), new Announce("hear me")).Code);
    }

    [Fact]
    public void An_announcement_keeps_the_limits_of_messages()
    {
        var chat = new ChatUnderTest(limits => limits.MessageBytes = 4);
        var console = chat.Operator();

        Assert.Equal(RefusalCode.TextTooLong, chat.Refusal(console, new Announce("12345")).Code);
        Assert.Equal(RefusalCode.TextEmpty, chat.Refusal(console, new Announce(string.Empty)).Code);
    }
}
