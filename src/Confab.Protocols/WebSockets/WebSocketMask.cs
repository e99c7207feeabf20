using System.Buffers.Binary;
using System.Numerics;

namespace Confab.Protocols.WebSockets;

/// <summary>Takes the mask off what a client sends (RFC 6455 section 5.3).</summary>
internal static class WebSocketMask
{
    /// <summary>Takes it off, on the way from one place to another.</summary>
    /// <param name="from">What came.</param>
    /// <param name="to">Takes as many bytes. May be the same memory or begin before it; not behind it.</param>
    /// <param name="mask">Its lowest byte belongs to the first byte.</param>
    public static void TakeOff(ReadOnlySpan<byte> from, Span<byte> to, uint mask)
    {
        var wide = ((ulong)mask << 32) | mask;
        var at = 0;
        for (; from.Length - at >= sizeof(ulong); at += sizeof(ulong))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(to[at..], BinaryPrimitives.ReadUInt64LittleEndian(from[at..]) ^ wide);
        }

        for (; at < from.Length; at++)
        {
            to[at] = (byte)(from[at] ^ (byte)mask);
            mask = BitOperations.RotateRight(mask, 8);
        }
    }

    /// <summary>The mask for what follows after so many bytes.</summary>
    public static uint After(uint mask, int count) => BitOperations.RotateRight(mask, 8 * (count & 3));
}
