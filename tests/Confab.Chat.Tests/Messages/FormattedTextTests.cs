using Confab.Chat.Messages;
using Confab.Chat.Tests.Names;

namespace Confab.Chat.Tests.Messages;

public sealed class FormattedTextTests
{
    private const int Bound = 65_536;

    [Theory]
    [InlineData("\u0002bold\u0002", "bold")]
    [InlineData("\u001Ditalic\u001D \u001Funder\u001F \u001Estruck\u001E \u0011mono\u0011 \u0016turned\u0016\u000F", "italic under struck mono turned")]
    [InlineData("\u00034red\u0003", "red")]
    [InlineData("\u000304,12red on blue", "red on blue")]
    [InlineData("\u00034,12red on blue", "red on blue")]
    [InlineData("\u0003041 of 2", "1 of 2")]
    [InlineData("\u00034, then", ", then")]
    [InlineData("\u0003,5 is no colour", ",5 is no colour")]
    [InlineData("\u0003", null)]
    [InlineData("\u0004FF0000red", "red")]
    [InlineData("\u0004ff0000,00FF00red on green", "red on green")]
    [InlineData("\u0004FF000 is too short", "FF000 is too short")]
    [InlineData("\u0004FF0000,00FF is half", ",00FF is half")]
    public void The_plain_text_has_neither_the_codes_nor_their_numbers(string formatted, string? plain)
    {
        var made = MessageText.TryCreate(formatted, Bound, out var text, out _);

        Assert.Equal(plain is not null, made);
        Assert.Equal(plain, text?.Value);
        Assert.Equal(plain is null ? null : formatted, text?.Formatted);
        Assert.Equal(plain is not null, text?.HasFormatting ?? false);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("one\ntwo")]
    public void Without_codes_both_are_the_same_text(string input)
    {
        Assert.True(MessageText.TryCreate(input, Bound, out var text, out _));
        Assert.Same(text.Value, text.Formatted);
        Assert.False(text.HasFormatting);
    }

    [Fact]
    public void Other_controls_are_dropped_from_both()
    {
        Assert.True(MessageText.TryCreate("\u0002a\u0001\u0007b\r\nc\u001B", Bound, out var text, out _));
        Assert.Equal(("ab\nc", "\u0002ab\nc"), (text.Value, text.Formatted));
    }

    [Fact]
    public void Line_breaks_at_the_ends_of_the_plain_text_are_dropped() =>
        Assert.True(MessageText.TryCreate("\u0002\nhello\n\u0002", Bound, out var text, out _) && text.Value == "hello");

    [Fact]
    public void The_bound_holds_for_all_that_is_kept()
    {
        Assert.True(MessageText.TryCreate("\u0002bold\u0002", 6, out var text, out _));
        Assert.Equal(4, text.ByteCount);
        Assert.False(MessageText.TryCreate("\u0002bold\u0002", 5, out _, out _));
    }

    [Fact]
    public void Any_text_is_formatted_once_and_for_all()
    {
        var random = new Random(25);
        for (var round = 0; round < 20_000; round++)
        {
            if (MessageText.TryCreate(RandomText.Make(random), Bound, out var text, out _))
            {
                Assert.True(MessageText.TryCreate(text.Formatted, Bound, out var again, out _));
                Assert.Equal(text, again);
            }
        }
    }
}
