using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class SendPrivateMessageTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void A_private_message_goes_to_one_person_and_into_no_log()
    {
        var tom = _chat.Enter("tom");
        var jerry = _chat.Enter("Jerry");

        var decision = _chat.Ask(tom, new SendPrivateMessage("jerry", "psst\r\n", MessageKind.Action));

        var sent = Assert.IsType<PrivateMessagePosted>(Assert.Single(decision.Events));
        Assert.Equal(
            (_chat.Session(tom).Participant, _chat.Session(jerry).Participant, _chat.Now, MessageKind.Action, "psst"),
            (sent.From, sent.To, sent.Time, sent.Kind, sent.Message.Value));
        Assert.Equal(new PrivateMessageSent(sent), decision.Reply);
        Assert.Empty(decision.Entries);
    }

    [Fact]
    public void The_recipient_need_not_share_a_room()
    {
        _chat.Enter("jerry", ChatUnderTest.Tea);

        _chat.Reply<PrivateMessageSent>(_chat.Enter("tom", ChatUnderTest.Lobby), new SendPrivateMessage("jerry", "psst"));
    }

    [Fact]
    public void The_servers_operator_is_reached_by_the_servers_name_and_answers()
    {
        var tom = _chat.Enter("tom");
        var console = _chat.Operator();

        Assert.Equal(console, _chat.Reply<PrivateMessageSent>(tom, new SendPrivateMessage("server", "help")).Message.To.Session);
        Assert.True(_chat.Reply<PrivateMessageSent>(console, new SendPrivateMessage("tom", "yes?")).Message.From.IsServer);
    }

    [Fact]
    public void Without_an_operator_nobody_is_called_like_the_server()
    {
        var tom = _chat.Enter("tom");
        Assert.Equal(RefusalCode.RecipientUnknown, _chat.Refusal(tom, new SendPrivateMessage("Server", "help")).Code);

        _chat.Ask(_chat.Operator(), new SignOff(null));
        Assert.Equal(RefusalCode.RecipientUnknown, _chat.Refusal(tom, new SendPrivateMessage("Server", "help")).Code);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("j3rry")]        // looks like jerry, and is not
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("\u001b[2J\u202E")]
    public void An_unknown_recipient_is_refused_in_words_that_are_safe_to_show(string to)
    {
        _chat.Enter("jerry");

        var refused = _chat.Refusal(_chat.Enter("tom"), new SendPrivateMessage(to, "psst"));

        Assert.Equal(RefusalCode.RecipientUnknown, refused.Code);
        Assert.DoesNotContain(refused.Text, char.IsControl);
    }

    [Fact]
    public void A_long_unknown_name_is_not_repeated_whole()
    {
        var refused = _chat.Refusal(_chat.Enter("tom"), new SendPrivateMessage(new string('x', 10_000), "psst"));

        Assert.InRange(refused.Text.Length, 1, 200);
    }

    [Fact]
    public void Private_messages_keep_the_limits_of_messages()
    {
        var chat = new ChatUnderTest(limits => limits.MessageBytes = 4);
        var tom = chat.Enter("tom");
        chat.Enter("jerry");

        Assert.Equal(RefusalCode.TextTooLong, chat.Refusal(tom, new SendPrivateMessage("jerry", "12345")).Code);
        Assert.Equal(RefusalCode.TextEmpty, chat.Refusal(tom, new SendPrivateMessage("jerry", "\n")).Code);
    }
}
