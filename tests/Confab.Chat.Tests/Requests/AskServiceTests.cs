using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class AskServiceTests
{
    private readonly ChatUnderTest _chat = new();

    [Theory]
    [InlineData("NS")]
    [InlineData("nickserv")]
    [InlineData("NickServ")]
    public void A_service_is_asked_by_its_name_or_a_command_that_stands_for_it(string service)
    {
        var tom = _chat.Enter("tom");

        var decision = _chat.Run(tom, new AskService(service, "info"));

        Assert.IsType<Done>(decision.Reply);
        var notice = Assert.IsType<PrivateMessagePosted>(Assert.Single(decision.Events));
        Assert.Equal(("NickServ", tom, MessageKind.Notice), (notice.From.Nickname.Text, notice.To.Session, notice.Kind));
        Assert.Empty(decision.Entries);
    }

    [Fact]
    public void An_answer_that_takes_a_while_comes_when_it_is_ready()
    {
        var alice = _chat.Enter("alice");

        var decision = _chat.Run(alice, new AskService("NS", $"REGISTER {ChatUnderTest.Password.Replace(' ', '-')}"));

        Assert.IsType<Done>(decision.Reply);
        Assert.IsType<AccountChanged>(decision.Events[0]);
        Assert.Contains("registered", Assert.IsType<PrivateMessagePosted>(decision.Events[1]).Message.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_does_not_exist_is_refused() =>
        Assert.Equal(RefusalCode.RecipientUnknown, _chat.Denied(_chat.Enter("tom"), new AskService("MemoServ", "help")));

    [Fact]
    public void Nothing_shows_what_it_is_asked() =>
        Assert.DoesNotContain("secret", new AskService("NS", "IDENTIFY secret").ToString(), StringComparison.Ordinal);
}
