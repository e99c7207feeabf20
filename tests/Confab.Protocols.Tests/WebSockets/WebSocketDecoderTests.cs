using System.Text;
using Confab.Protocols.Tests.Cutting;
using Confab.Protocols.WebSockets;

namespace Confab.Protocols.Tests.WebSockets;

public sealed class WebSocketDecoderTests
{
    private const int Longest = 100_000;

    // The masked "Hello" of RFC 6455 section 5.7.
    private static readonly byte[] _hello = [0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58];

    [Fact]
    public void The_example_of_the_RFC_is_read_however_it_is_cut()
    {
        foreach (var pieces in Cuts.Of([.. _hello, .. _hello]))
        {
            Assert.Equal([(WebSocketFound.Text, "Hello\r\n"), (WebSocketFound.Text, "Hello\r\n")], new WebSocketDecoder(Longest).Feed(pieces));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(127)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    public void Messages_of_every_kind_of_length_are_read_whole_and_in_halves(int length)
    {
        var content = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26))));
        var frame = ClientFrame.Of(ClientFrame.Binary, Encoding.ASCII.GetBytes(content));
        byte[] both = [.. frame, .. _hello];

        foreach (var at in new[] { both.Length, 1, 2, 5, frame.Length / 2, frame.Length - 1, frame.Length, frame.Length + 3 })
        {
            Assert.Equal(
                [(WebSocketFound.Binary, content + "\r\n"), (WebSocketFound.Text, "Hello\r\n")],
                new WebSocketDecoder(Longest).Feed(both[..at], both[at..]));
        }
    }

    [Theory]
    [InlineData("hello\r\n")]
    [InlineData("hello\n")]
    [InlineData("hello\r")]
    [InlineData("hello\r\n\r\n")]
    public void A_line_has_one_end_whatever_the_client_has_sent(string sent)
    {
        foreach (var pieces in Cuts.Of(ClientFrame.Of(ClientFrame.Text, Encoding.UTF8.GetBytes(sent))))
        {
            Assert.Equal([(WebSocketFound.Text, "hello\r\n")], new WebSocketDecoder(Longest).Feed(pieces));
        }
    }

    [Fact]
    public void A_message_in_parts_is_one_message_and_the_connections_own_frames_may_stand_between()
    {
        byte[] sent =
        [
            .. ClientFrame.Of(ClientFrame.Text, "the "u8, isFinal: false),
            .. ClientFrame.Of(ClientFrame.Ping, "there?"u8),
            .. ClientFrame.Of(ClientFrame.Continuation, ""u8, isFinal: false),
            .. ClientFrame.Of(ClientFrame.Continuation, "ket"u8, isFinal: false, mask: 1),
            .. ClientFrame.Of(ClientFrame.Pong, ""u8),
            .. ClientFrame.Of(ClientFrame.Continuation, "tle"u8, mask: 0),
            .. _hello,
        ];

        foreach (var pieces in Cuts.Of(sent))
        {
            Assert.Equal(
                [
                    (WebSocketFound.Ping, "there?"), (WebSocketFound.Pong, ""), (WebSocketFound.Text, "the kettle\r\n"), (WebSocketFound.Text, "Hello\r\n"),
                ],
                new WebSocketDecoder(Longest).Feed(pieces));
        }
    }

    [Fact]
    public void A_character_may_be_cut_between_parts_but_not_be_missing()
    {
        var cup = "☕"u8;
        byte[] whole = [.. ClientFrame.Of(ClientFrame.Text, cup[..1], isFinal: false), .. ClientFrame.Of(ClientFrame.Continuation, cup[1..])];
        byte[] half = [.. ClientFrame.Of(ClientFrame.Text, cup[..1], isFinal: false), .. ClientFrame.Of(ClientFrame.Continuation, cup[1..2])];

        foreach (var pieces in Cuts.Of(whole))
        {
            Assert.Equal([(WebSocketFound.Text, Encoding.Latin1.GetString(cup) + "\r\n")], new WebSocketDecoder(Longest).Feed(pieces));
        }

        foreach (var pieces in Cuts.Of([.. half, .. _hello]))
        {
            Assert.Equal([(WebSocketFound.InvalidText, "")], new WebSocketDecoder(Longest).Feed(pieces));
        }
    }

    [Fact]
    public void Text_that_is_not_UTF_8_ends_it_and_bytes_may_be_anything()
    {
        foreach (var pieces in Cuts.Of([.. ClientFrame.Of(ClientFrame.Binary, [0xE9]), .. ClientFrame.Of(ClientFrame.Text, [0xE9]), .. _hello]))
        {
            Assert.Equal([(WebSocketFound.Binary, "\u00E9\r\n"), (WebSocketFound.InvalidText, "")], new WebSocketDecoder(Longest).Feed(pieces));
        }
    }

    public static TheoryData<string, byte[]> Violations => new()
    {
        { "not masked", ClientFrame.Unmasked(ClientFrame.Text, "hello"u8) },
        { "a reserved bit", ClientFrame.Of(ClientFrame.Text, "hello"u8, reserved: 0x40) },
        { "a reserved opcode", ClientFrame.Of(3, "hello"u8) },
        { "a reserved opcode that controls", ClientFrame.Of(11, "hello"u8) },
        { "a ping in parts", ClientFrame.Of(ClientFrame.Ping, "hello"u8, isFinal: false) },
        { "a long ping", ClientFrame.Of(ClientFrame.Ping, new byte[126]) },
        { "a part of nothing", ClientFrame.Of(ClientFrame.Continuation, "hello"u8) },
        { "a length below zero", ClientFrame.Head(ClientFrame.Text, ulong.MaxValue) },
        { "half a status", ClientFrame.Of(ClientFrame.Close, [3]) },
        { "a status that nobody sends", ClientFrame.Of(ClientFrame.Close, [0x03, 0xED]) },
        { "a reason that is not text", ClientFrame.Of(ClientFrame.Close, [0x03, 0xE8, 0xFF]) },
    };

    [Theory]
    [MemberData(nameof(Violations))]
    public void What_is_against_the_rules_ends_it(string what, byte[] frame)
    {
        foreach (var pieces in Cuts.Of([.. _hello, .. frame, .. _hello]))
        {
            Assert.Equal([(WebSocketFound.Text, "Hello\r\n"), (WebSocketFound.Violation, "")], new WebSocketDecoder(Longest).Feed(pieces));
        }

        Assert.NotEmpty(what);
    }

    [Fact]
    public void A_message_must_end_before_the_next_one_begins()
    {
        Assert.Equal(
            [(WebSocketFound.Violation, "")],
            new WebSocketDecoder(Longest).Feed(ClientFrame.Of(ClientFrame.Text, "one"u8, isFinal: false), ClientFrame.Of(ClientFrame.Text, "two"u8)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1011)]
    [InlineData(3000)]
    [InlineData(4999)]
    public void After_the_end_nothing_is_read(int status)
    {
        byte[] content = status == 0 ? [] : [(byte)(status >> 8), (byte)status, .. "bye"u8];

        foreach (var pieces in Cuts.Of([.. ClientFrame.Of(ClientFrame.Close, content), .. _hello]))
        {
            Assert.Equal([(WebSocketFound.Close, "")], new WebSocketDecoder(Longest).Feed(pieces));
        }
    }

    [Fact]
    public void A_long_message_is_told_at_its_head_and_only_the_connections_own_frames_are_read_after_it()
    {
        byte[] sent =
        [
            .. ClientFrame.Of(ClientFrame.Text, "12345"u8),
            .. ClientFrame.Of(ClientFrame.Text, "123456"u8),
            .. ClientFrame.Of(ClientFrame.Text, "7"u8),
            .. ClientFrame.Of(ClientFrame.Ping, "x"u8),
            .. ClientFrame.Of(ClientFrame.Close, ""u8),
        ];

        foreach (var pieces in Cuts.Of(sent))
        {
            Assert.Equal(
                [(WebSocketFound.Text, "12345\r\n"), (WebSocketFound.TooLong, ""), (WebSocketFound.Ping, "x"), (WebSocketFound.Close, "")],
                new WebSocketDecoder(5).Feed(pieces));
        }

        Assert.Equal([(WebSocketFound.TooLong, "")], new WebSocketDecoder(5).Feed(ClientFrame.Head(ClientFrame.Text, long.MaxValue)));
    }

    [Fact]
    public void The_parts_of_a_message_count_together()
    {
        byte[] first = ClientFrame.Of(ClientFrame.Text, "123"u8, isFinal: false);

        Assert.Equal([(WebSocketFound.Text, "12345\r\n")], new WebSocketDecoder(5).Feed(first, ClientFrame.Of(ClientFrame.Continuation, "45"u8)));
        Assert.Equal([(WebSocketFound.TooLong, "")], new WebSocketDecoder(5).Feed(first, ClientFrame.Of(ClientFrame.Continuation, "456"u8)));
    }

    [Fact]
    public void It_knows_whether_something_was_begun_and_holds_a_buffer_only_then()
    {
        var decoder = new WebSocketDecoder(Longest);
        byte[] sent = [.. ClientFrame.Of(ClientFrame.Text, "one"u8, isFinal: false), .. ClientFrame.Of(ClientFrame.Continuation, "two"u8)];

        Assert.False(decoder.HoldsPartial);
        foreach (var (index, one) in sent.Index())
        {
            decoder.Feed([one]);
            Assert.Equal(index < sent.Length - 1, decoder.HoldsPartial);
        }

        Assert.False(decoder.HoldsBuffer);
        decoder.Feed(_hello);
        Assert.False(decoder.HoldsPartial || decoder.HoldsBuffer);
    }

    [Fact]
    public void A_message_that_comes_whole_allocates_nothing()
    {
        var decoder = new WebSocketDecoder(Longest);
        var bytes = new byte[_hello.Length];

        Assert.Equal(0, Allocation.Of(() =>
        {
            _hello.CopyTo(bytes, 0);
            Span<byte> input = bytes;
            decoder.Read(ref input, out _);
            decoder.Read(ref input, out _);
        }));
    }
}
