using Confab.Engine.Delivery;
using Confab.Transport.WebSockets;

namespace Confab.Server.Tests.Transport.WebSockets;

public sealed class WebSocketFramingTests
{
    private static readonly byte[] _latin = [(byte)'c', (byte)'a', (byte)'f', 0xE9];

    [Fact]
    public void Each_line_is_a_frame_without_its_end_and_nothing_is_none()
    {
        Assert.Equal([0x81, 1, (byte)'a', 0x81, 2, (byte)'b', (byte)'c'], Framed(WebSocketFraming.Text, "a\r\n\r\n\nbc\n"u8));
        Assert.Equal([0x82, 1, (byte)'a'], Framed(WebSocketFraming.Binary, "a"u8));
        Assert.Empty(Framed(WebSocketFraming.Text, "\r\n"u8));
    }

    [Fact]
    public void Who_agreed_on_text_gets_what_can_be_shown_of_other_bytes()
    {
        Assert.Equal([0x81, 6, (byte)'c', (byte)'a', (byte)'f', 0xEF, 0xBF, 0xBD], Framed(WebSocketFraming.Text, _latin));
    }

    [Fact]
    public void Who_agreed_on_nothing_gets_them_in_a_binary_message()
    {
        Assert.Equal([0x82, 4, .. _latin], Framed(WebSocketFraming.TextWherePossible, _latin));
        Assert.Equal([0x81, 1, (byte)'a'], Framed(WebSocketFraming.TextWherePossible, "a\n"u8));
    }

    [Fact]
    public void A_buffer_frames_each_message_when_it_ends_and_takes_back_whole_ones()
    {
        var buffer = new TickBuffer { Framing = WebSocketFraming.Text };
        buffer.Write("one\n").EndMessage();
        buffer.Write("two\nthree\n").EndMessage();
        buffer.Write("\n").EndMessage();
        buffer.Write("half");

        Assert.Equal(2, buffer.Count);
        Assert.Equal([0x81, 3, .. "two"u8, 0x81, 5, .. "three"u8], buffer.Bytes(1, 2).ToArray());
        buffer.TakeBack(1);
        buffer.Write("four\n").EndMessage();
        Assert.Equal([0x81, 3, .. "one"u8, 0x81, 4, .. "four"u8], buffer.Bytes(0, 2).ToArray());
    }

    private static byte[] Framed(Framing framing, ReadOnlySpan<byte> message)
    {
        var buffer = new TickBuffer();
        framing.Frame(message, buffer);
        buffer.EndMessage();
        return buffer.Bytes(0, buffer.Count).ToArray();
    }
}
