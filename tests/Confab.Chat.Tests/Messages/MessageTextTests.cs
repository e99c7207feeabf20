using System.Text;
using Confab.Chat.Messages;
using Confab.Chat.Tests.Names;

namespace Confab.Chat.Tests.Messages;

public sealed class MessageTextTests
{
    private const int Bound = 65_536;

    [Theory]
    [InlineData("hello")]
    [InlineData("  two spaces before and after  ")]
    [InlineData(" ")]
    [InlineData("a\tb")]
    [InlineData("one\ntwo\n\nfour")]
    [InlineData("naïve café 田中 שלום 😀 👩‍👩‍👧 ❤️")]
    [InlineData("\u200Emarks of direction stay\u200F")]
    [InlineData("a balanced \u2067override\u2069 stays")]
    public void Clean_text_is_kept(string text) => Assert.Equal(text, Clean(text));

    [Theory]
    [InlineData("hello, world")]
    [InlineData("line\nline\t😀")]
    public void Clean_text_is_not_copied(string text) => Assert.Same(text, Clean(text));

    [Theory]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\rb", "a\nb")]
    [InlineData("a\r\r\nb", "a\n\nb")]
    [InlineData("a\n\rb", "a\n\nb")]
    [InlineData("a\vb\fc\u0085d\u2028e\u2029f", "a\nb\nc\nd\ne\nf")]
    public void Every_line_break_becomes_one_newline(string text, string clean) => Assert.Equal(clean, Clean(text));

    [Theory]
    [InlineData("a\0b", "ab")]
    [InlineData("\u001B[31mred\u001B[0m", "[31mred[0m")]
    [InlineData("ding\a\b", "ding")]
    [InlineData("a\u007Fb\u0080c\u009Bd", "abcd")]
    public void Other_controls_are_dropped(string text, string clean) => Assert.Equal(clean, Clean(text));

    [Fact]
    public void Half_a_character_is_replaced()
    {
        Assert.Equal("\uFFFD", Clean("\uD800"));
        Assert.Equal("a\uFFFDb", Clean("a\uDC00b"));
        Assert.Equal("a\uFFFD", Clean("a\uD83D"));
        Assert.Equal("\uFFFD😀", Clean("\uD83D\uD83D\uDE00"));
        Assert.Equal("\uFFFD\uFFFD", Clean("\uD83D\0\uDE00"));
    }

    [Theory]
    [InlineData("\n\nhello\n", "hello")]
    [InlineData("hello\r\n", "hello")]
    [InlineData("\r\n \r\n", " ")]
    [InlineData("hello  \r\n", "hello  ")]
    [InlineData("\0\nhello\n\0", "hello")]
    [InlineData("\u202C\nhello\n\u2069", "hello")]
    public void Newlines_at_the_ends_are_dropped_and_spaces_are_not(string text, string clean) => Assert.Equal(clean, Clean(text));

    [Theory]
    [InlineData("\u202Eevil", "\u202Eevil\u202C")]
    [InlineData("\u202Eevil\nnext", "\u202Eevil\u202C\nnext")]
    [InlineData("\u2066a\u202Bb", "\u2066a\u202Bb\u202C\u2069")]
    [InlineData("a\u202Cb\u2069c", "abc")]
    [InlineData("\u2067a\u202Eb\u2069c", "\u2067a\u202Eb\u2069c")]      // closing the isolate closes what is inside
    [InlineData("\u202Ba\u2066b\u202Cc\u2069\u202C", "\u202Ba\u2066bc\u2069\u202C")] // an isolate is not left by a pop from inside
    public void Direction_controls_cannot_reach_beyond_their_line(string text, string clean) => Assert.Equal(clean, Clean(text));

    [Fact]
    public void A_flood_of_overrides_is_cut_to_the_depth_that_has_an_effect() =>
        Assert.Equal(250, Clean(new string('\u202E', 10_000)).Length);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\r\n\n")]
    [InlineData("\0\u0007\u009F")]
    [InlineData("\u202C\u2069")]
    public void Nothing_left_is_a_problem(string? text)
    {
        Assert.False(MessageText.TryCreate(text, Bound, out var message, out var problem));
        Assert.Null(message);
        Assert.Contains("empty", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12345678", 8)]
    [InlineData("éééé", 8)]
    [InlineData("😀😀", 8)]
    [InlineData("\0\0\012345678\r\n", 8)]
    public void The_bound_is_in_bytes_after_cleaning(string text, int bytes)
    {
        Assert.True(MessageText.TryCreate(text, bytes, out var message, out _));
        Assert.Equal(bytes, message.ByteCount);

        Assert.False(MessageText.TryCreate(text, bytes - 1, out _, out var problem));
        Assert.Contains("it has 8 bytes in UTF-8, at most 7 are allowed", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one", new[] { "one" })]
    [InlineData("one\r\n\r\nthree ", new[] { "one", "", "three " })]
    public void Lines_are_enumerated(string text, string[] expected)
    {
        Assert.True(MessageText.TryCreate(text, Bound, out var message, out _));
        var lines = new List<string>();
        foreach (var line in message.Lines)
        {
            lines.Add(line.ToString());
        }

        Assert.Equal(expected, lines);
    }

    [Fact]
    public void Equal_text_is_equal()
    {
        MessageText.TryCreate("a\r\nb", Bound, out var one, out _);
        MessageText.TryCreate("a\nb", 100, out var other, out _);
        Assert.Equal(one, other);
    }

    [Fact]
    public void Any_text_is_cleaned_once_and_for_all()
    {
        var random = new Random(24);
        for (var round = 0; round < 20_000; round++)
        {
            if (!MessageText.TryCreate(RandomText.Make(random), Bound, out var message, out _))
            {
                continue;
            }

            var value = message.Value;
            Assert.DoesNotContain(value, one => char.IsControl(one) && one is not ('\t' or '\n'));
            Assert.DoesNotContain(value, one => one is '\u2028' or '\u2029');
            Assert.False(value.StartsWith('\n') || value.EndsWith('\n'));
            Assert.Equal(Encoding.UTF8.GetBytes(value).Length, message.ByteCount);
            Assert.Equal(value, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)));
            Assert.All(value.Split('\n'), AssertBalanced);

            Assert.True(MessageText.TryCreate(value, message.ByteCount, out var again, out _));
            Assert.Equal(value, again.Value);
        }
    }

    /// <summary>By removing innermost pairs until nothing changes: slow, and unlike the code it checks.</summary>
    private static void AssertBalanced(string line)
    {
        var controls = string.Concat(line.Where(IsControl).Select(Simplify));
        string before;
        do
        {
            before = controls;
            controls = controls.Replace("()", "", StringComparison.Ordinal).Replace("[]", "", StringComparison.Ordinal)
                .Replace("(]", "]", StringComparison.Ordinal);
        }
        while (controls != before);
        Assert.Equal("", controls);

        static bool IsControl(char one) => one is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

        static char Simplify(char one) => one switch { '\u202C' => ')', '\u2069' => ']', >= '\u2066' => '[', _ => '(' };
    }

    private static string Clean(string text)
    {
        Assert.True(MessageText.TryCreate(text, Bound, out var message, out var problem), problem);
        return message.Value;
    }
}
