using FsCheck;
using FsCheck.Fluent;

namespace Confab.Protocols.Tests.Cutting;

/// <summary>Bytes that are rarely harmless: frame ends, telnet commands, and the fronts and backs of UTF-8 sequences.</summary>
internal static class HostileBytes
{
    private static readonly byte[] Interesting =
    [
        .. "\n\n\n\r\r\0\0abc €é😀{}\":,["u8,
        0xC0, 0xC3, 0xE0, 0xE2, 0xED, 0xA0, 0xF0, 0xF4, 0xF5, 0x80, 0xBF,
        0xFF, 0xFF, 0xFF, 0xFA, 0xF0, 0xFB, 0xFC, 0xFD, 0xFE, 0xF6, 0x01, 0x16, 0x03,
    ];

    /// <summary>Arrays of such bytes mixed with any bytes; shrinks to the shortest that still fails.</summary>
    internal static Arbitrary<byte[]> Arrays { get; } =
        Arb.From(
            Gen.ArrayOf(Gen.Frequency((4, Gen.Elements(Interesting)), (1, Gen.Choose(0, 255).Select(value => (byte)value)))),
            bytes => Enumerable.Range(0, bytes.Length).Select(leftOut => bytes.Where((_, index) => index != leftOut).ToArray()));

    internal static byte[] Next(Random random, int maxLength)
    {
        var bytes = new byte[random.Next(maxLength + 1)];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = random.Next(5) == 0 ? (byte)random.Next(256) : Interesting[random.Next(Interesting.Length)];
        }

        return bytes;
    }
}
