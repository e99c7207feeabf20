using System.Text;
using Confab.Protocols.Lines;
using Confab.Protocols.Tests.Cutting;

namespace Confab.Protocols.Tests.Lines;

public sealed class UnframedDecoderTests
{
    private readonly UnframedDecoder _decoder = new(16);

    [Fact]
    public void One_read_is_one_message()
    {
        Assert.Equal(["Hi!", "there  "], _decoder.FeedReads("Hi!"u8.ToArray(), "there  "u8.ToArray()));
        Assert.False(_decoder.HasSeenLineFeed);
    }

    [Fact]
    public void Lines_and_a_tail_in_one_read_are_messages_each()
    {
        Assert.Equal(["one", "two", "three"], _decoder.FeedReads("one\ntwo\r\nthree"u8.ToArray()));
        Assert.True(_decoder.HasSeenLineFeed);
    }

    [Fact]
    public void A_line_feed_alone_is_an_empty_message_and_makes_a_line_session()
    {
        Assert.Equal(["hi"], _decoder.FeedReads("hi"u8.ToArray()));
        Assert.False(_decoder.HasSeenLineFeed);
        Assert.Equal([""], _decoder.FeedReads("\n"u8.ToArray()));
        Assert.True(_decoder.HasSeenLineFeed);
    }

    [Fact]
    public void A_carriage_return_at_the_end_of_a_read_is_taken_off() =>
        Assert.Equal(["hi", "", "ho"], _decoder.FeedReads("hi\r"u8.ToArray(), "\n"u8.ToArray(), "ho\r\n"u8.ToArray()));

    [Theory]
    [InlineData("é")]
    [InlineData("€")]
    [InlineData("😀")]
    public void A_character_cut_by_the_end_of_a_read_begins_the_next_message(string character)
    {
        var bytes = Encoding.UTF8.GetBytes(character);
        for (var at = 1; at < bytes.Length; at++)
        {
            var found = _decoder.FeedReads([.. "ab"u8, .. bytes[..at]], [.. bytes[at..], .. "cd"u8]);
            Assert.Equal(["ab", character + "cd"], found);
        }
    }

    [Fact]
    public void A_cut_character_alone_is_no_message_yet()
    {
        Assert.Empty(_decoder.FeedReads([0xF0], [0x9F], [0x98]));
        Assert.Equal(["😀"], _decoder.FeedReads([0x80]));
        Assert.False(_decoder.HoldsBuffer);
    }

    [Fact]
    public void A_cut_character_whose_rest_never_comes_is_replaced() =>
        Assert.Equal(["a", "\uFFFDb"], _decoder.FeedReads([(byte)'a', 0xE2, 0x82], "b"u8.ToArray()));

    [Fact]
    public void Bytes_that_no_rest_could_make_whole_are_not_held_back() =>
        Assert.Equal(["a\uFFFD", "b\uFFFD\uFFFD"], _decoder.FeedReads([(byte)'a', 0xFF], [(byte)'b', 0xE0, 0x80]));

    [Fact]
    public void A_read_that_goes_on_keeps_its_tail()
    {
        Assert.Equal(["one"], _decoder.Feed([("one\ntw"u8.ToArray(), false)]));
        Assert.Equal(["two"], _decoder.Feed([("o"u8.ToArray(), true)]));
    }

    [Fact]
    public void The_end_of_a_read_may_be_told_later_with_no_bytes()
    {
        Assert.Empty(_decoder.FeedUnended("hello"u8.ToArray()));
        Assert.Equal(["hello"], _decoder.FeedReads(Array.Empty<byte>()));
        Assert.Empty(_decoder.FeedReads(Array.Empty<byte>()));
    }

    [Theory]
    [InlineData("0123456789abcdef", new[] { "0123456789abcdef" })]
    [InlineData("0123456789abcdef\n", new[] { "0123456789abcdef" })]
    [InlineData("0123456789abcdef\r\nnext", new[] { "0123456789abcdef", "next" })]
    [InlineData("0123456789abcde\r\nnext", new[] { "0123456789abcde", "next" })]
    [InlineData("0123456789abcdefgh\n", new[] { "0123456789abcdef", "gh" })]
    [InlineData("0123456789abcdé\n", new[] { "0123456789abcdé" })]
    [InlineData("0123456789abcdeéf\n", new[] { "0123456789abcde", "éf" })]
    [InlineData("0123456789abc😀\n", new[] { "0123456789abc", "😀" })]
    [InlineData("0123456789abcdef\n\n", new[] { "0123456789abcdef", "" })]
    public void Text_that_reaches_the_bound_is_cut_between_characters_and_nothing_is_lost(string sent, string[] messages)
    {
        foreach (var pieces in Cuts.Of(Encoding.UTF8.GetBytes(sent)))
        {
            var found = new UnframedDecoder(16).Feed([.. pieces.Select(piece => (piece, false)), ([], true)]);
            Assert.Equal(messages, found);
        }
    }

    [Fact]
    public void Text_at_the_bound_does_not_wait_for_the_end_of_the_read() =>
        Assert.Equal(["0123456789abcdef"], _decoder.FeedUnended("0123456789abcdef"u8.ToArray()));

    [Theory]
    [InlineData("one\ntwo\r\n\nthree\n")]
    [InlineData("grüße €5\n😀\r\n")]
    [InlineData("a line that is longer than the bound of the decoder\r\nshort\n")]
    public void Within_one_read_the_cuts_do_not_matter(string sent)
    {
        var bytes = Encoding.UTF8.GetBytes(sent);
        var glued = new UnframedDecoder(16).FeedUnended(bytes);
        foreach (var pieces in Cuts.Of(bytes))
        {
            Assert.Equal(glued, new UnframedDecoder(16).FeedUnended(pieces));
        }
    }

    [Fact]
    public void A_buffer_is_held_only_while_something_is_kept()
    {
        _decoder.FeedReads("whole"u8.ToArray());
        Assert.False(_decoder.HoldsBuffer);
        _decoder.FeedReads([(byte)'a', 0xC3]);
        Assert.True(_decoder.HoldsBuffer);
        _decoder.FeedReads([0xA9]);
        Assert.False(_decoder.HoldsBuffer);
    }

    [Fact]
    public void A_whole_read_costs_only_its_string() =>
        Assert.Equal(Allocation.OfString("hello"u8), Allocation.Of(() =>
        {
            ReadOnlySpan<byte> input = "hello"u8;
            _decoder.Read(ref input, endOfRead: true, out _);
        }));

    [Fact]
    public void A_reset_forgets_what_was_kept()
    {
        _decoder.FeedUnended("old"u8.ToArray());
        _decoder.Reset();
        Assert.False(_decoder.HoldsBuffer);
        Assert.Equal(["new"], _decoder.FeedReads("new"u8.ToArray()));
    }

    [Fact]
    public void A_bound_that_cannot_hold_one_character_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new UnframedDecoder(3));
}
