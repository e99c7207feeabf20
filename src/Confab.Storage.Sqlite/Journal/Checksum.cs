using System.Buffers.Binary;
using System.Numerics;

namespace Confab.Storage.Sqlite.Journal;

/// <summary>CRC-32C, as a processor has it: tells a batch that a bad disk has changed.</summary>
internal static class Checksum
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var last in bytes)
        {
            sum = BitOperations.Crc32C(sum, last);
        }

        return ~sum;
    }
}
