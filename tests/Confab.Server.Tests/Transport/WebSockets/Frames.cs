using System.Buffers.Binary;
using System.Text;
using Confab.Testing.Memory;

namespace Confab.Server.Tests.Transport.WebSockets;

/// <summary>Short WebSocket frames, written and read by hand.</summary>
internal static class Frames
{
    internal const byte Text = 1;
    internal const byte Binary = 2;
    internal const byte Close = 8;
    internal const byte Ping = 9;
    internal const byte Pong = 10;

    /// <summary>A whole frame of a client, masked with zeros.</summary>
    internal static byte[] Of(byte opcode, string content) => Of(opcode, Encoding.UTF8.GetBytes(content));

    internal static byte[] Of(byte opcode, byte[] content)
    {
        Assert.InRange(content.Length, 0, 125);
        return [(byte)(0x80 | opcode), (byte)(0x80 | content.Length), 0, 0, 0, 0, .. content];
    }

    /// <summary>What has come since the last call, which must be whole frames of a server. The content of the last frame is its status.</summary>
    internal static List<(byte Opcode, string Content)> Take(this MemoryClient client)
    {
        var bytes = client.Wire.Take().SelectMany(write => write).ToArray();
        var frames = new List<(byte, string)>();
        for (var at = 0; at < bytes.Length;)
        {
            Assert.Equal(0x80, bytes[at] & 0xF0);
            var length = bytes[at + 1] == 126 ? (bytes[at + 2] << 8) | bytes[at + 3] : bytes[at + 1];
            Assert.InRange(length, 0, ushort.MaxValue);
            var start = at + (bytes[at + 1] == 126 ? 4 : 2);
            var opcode = (byte)(bytes[at] & 0x0F);
            var content = bytes.AsSpan(start, length);
            frames.Add((opcode, opcode == Close ? $"{BinaryPrimitives.ReadUInt16BigEndian(content)}" : Encoding.UTF8.GetString(content)));
            at = start + length;
        }

        return frames;
    }
}
