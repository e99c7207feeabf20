using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class PingTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Anybody_gets_an_answer_and_nothing_happens()
    {
        foreach (var id in new[] { _chat.Connect(), _chat.Enter("tom"), _chat.Operator() })
        {
            var decision = _chat.Ask(id, new Ping());
            Assert.IsType<Done>(decision.Reply);
            Assert.Empty(decision.Events);
        }
    }
}
