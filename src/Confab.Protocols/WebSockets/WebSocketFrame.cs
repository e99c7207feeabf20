using System.Buffers;
using System.Buffers.Binary;

namespace Confab.Protocols.WebSockets;

/// <summary>Writes what a server sends over a WebSocket: whole, unmasked frames (RFC 6455 section 5).</summary>
public static class WebSocketFrame
{
    /// <summary>Writes one frame.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="opcode">What it is.</param>
    /// <param name="content">UTF-8 for text; at most 125 bytes for what controls the connection.</param>
    public static void Write(IBufferWriter<byte> output, WebSocketOpcode opcode, ReadOnlySpan<byte> content)
    {
        var frame = output.GetSpan(WebSocketHead.MostBytes + content.Length);
        var head = WebSocketHead.Write(frame, opcode, content.Length);
        content.CopyTo(frame[head..]);
        output.Advance(head + content.Length);
    }

    /// <summary>A whole frame that controls the connection.</summary>
    /// <param name="opcode">What it is.</param>
    /// <param name="content">At most 125 bytes.</param>
    public static byte[] Control(WebSocketOpcode opcode, ReadOnlySpan<byte> content) =>
        [(byte)(WebSocketHead.Final | (byte)opcode), (byte)content.Length, .. content];

    /// <summary>The last frame of a connection.</summary>
    /// <param name="status">The reason (section 7.4).</param>
    public static byte[] Close(ushort status)
    {
        Span<byte> content = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(content, status);
        return Control(WebSocketOpcode.Close, content);
    }
}
