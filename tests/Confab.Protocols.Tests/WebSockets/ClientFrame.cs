using System.Buffers.Binary;

namespace Confab.Protocols.Tests.WebSockets;

/// <summary>Frames as a client sends them, written by the letter of RFC 6455 section 5.2, right and wrong ones.</summary>
internal static class ClientFrame
{
    internal const byte Continuation = 0;
    internal const byte Text = 1;
    internal const byte Binary = 2;
    internal const byte Close = 8;
    internal const byte Ping = 9;
    internal const byte Pong = 10;

    internal static byte[] Of(byte opcode, ReadOnlySpan<byte> content, bool isFinal = true, uint mask = 0x37FA213D, byte reserved = 0)
    {
        var frame = new List<byte> { (byte)((isFinal ? 0x80 : 0) | reserved | opcode) };
        frame.AddRange(Length(content.Length, masked: true));
        Span<byte> key = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(key, mask);
        frame.AddRange(key);
        for (var i = 0; i < content.Length; i++)
        {
            frame.Add((byte)(content[i] ^ key[i % 4]));
        }

        return [.. frame];
    }

    internal static byte[] Unmasked(byte opcode, ReadOnlySpan<byte> content) =>
        [(byte)(0x80 | opcode), .. Length(content.Length, masked: false), .. content];

    /// <summary>The head alone of a frame that announces so many bytes.</summary>
    internal static byte[] Head(byte opcode, ulong length)
    {
        var head = new byte[14];
        (head[0], head[1]) = ((byte)(0x80 | opcode), 0x80 | 127);
        BinaryPrimitives.WriteUInt64BigEndian(head.AsSpan(2), length);
        return head;
    }

    private static byte[] Length(int length, bool masked)
    {
        var mark = masked ? 0x80 : 0;
        return length switch
        {
            < 126 => [(byte)(mark | length)],
            < 65_536 => [(byte)(mark | 126), (byte)(length >> 8), (byte)length],
            _ => [(byte)(mark | 127), 0, 0, 0, 0, (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length],
        };
    }
}
