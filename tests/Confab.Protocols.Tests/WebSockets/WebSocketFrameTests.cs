using System.Buffers;
using Confab.Protocols.WebSockets;

namespace Confab.Protocols.Tests.WebSockets;

public sealed class WebSocketFrameTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    public void A_frame_of_the_server_is_whole_and_not_masked(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);
        var output = new ArrayBufferWriter<byte>();

        WebSocketFrame.Write(output, WebSocketOpcode.Binary, content);

        Assert.Equal(ClientFrame.Unmasked(ClientFrame.Binary, content), output.WrittenSpan.ToArray());
    }

    [Fact]
    public void The_last_frame_says_why() => Assert.Equal([0x88, 2, 0x03, 0xE9], WebSocketFrame.Close(1001));

    [Fact]
    public void A_pong_has_the_content_of_the_ping() => Assert.Equal([0x8A, 2, (byte)'h', (byte)'i'], WebSocketFrame.Control(WebSocketOpcode.Pong, "hi"u8));
}
