using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Tests.Requests;

public sealed class RejectInputTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void The_complaint_comes_back_as_it_was_also_to_somebody_without_a_nickname()
    {
        var refusal = new Refused(RefusalCode.MalformedInput, "That was no line.");

        Assert.Same(refusal, _chat.Refusal(_chat.Connect(), new RejectInput(refusal)));
        Assert.Same(refusal, _chat.Refusal(_chat.Enter("tom"), new RejectInput(refusal)));
    }
}
