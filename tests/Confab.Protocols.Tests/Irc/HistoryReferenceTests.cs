using Confab.Protocols.Irc;

namespace Confab.Protocols.Tests.Irc;

public sealed class HistoryReferenceTests
{
    [Theory]
    [InlineData("*", HistoryReferenceKind.None)]
    [InlineData("timestamp=2019-01-04T14:33:26.123Z", HistoryReferenceKind.Timestamp)]
    [InlineData("msgid=1234", HistoryReferenceKind.MessageId)]
    [InlineData("msgid=A=b/C", HistoryReferenceKind.MessageId)]
    public void A_reference_is_read_and_written(string text, HistoryReferenceKind kind)
    {
        Assert.True(HistoryReference.TryParse(text, out var reference));
        Assert.Equal(kind, reference.Kind);
        Assert.Equal(text, reference.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("**")]
    [InlineData("msgid=")]
    [InlineData("msgid")]
    [InlineData("1234")]
    [InlineData("timestamp=")]
    [InlineData("timestamp=yesterday")]
    [InlineData("timestamp=2019-01-04T14:33:26Z")]
    [InlineData("draft/msgid=1")]
    public void Anything_else_is_refused(string text)
    {
        Assert.False(HistoryReference.TryParse(text, out var reference));
        Assert.Equal(HistoryReference.None, reference);
    }
}
