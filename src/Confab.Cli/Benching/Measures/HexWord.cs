using System.Buffers.Binary;

namespace Confab.Cli.Benching.Measures;

/// <summary>32 bits as eight lower-case hexadecimal digits, all eight at once: a digit for each byte of a word.</summary>
internal static class HexWord
{
    public const int Length = 8;

    private const ulong EachByte = 0x0101_0101_0101_0101;

    public static void Write(Span<byte> output, uint value)
    {
        ulong digits = value;
        digits = (digits | (digits << 16)) & 0x0000_FFFF_0000_FFFF;
        digits = (digits | (digits << 8)) & 0x00FF_00FF_00FF_00FF;
        digits = (digits | (digits << 4)) & 0x0F0F_0F0F_0F0F_0F0F;

        // Ten and above carry into the upper half when six is added.
        var letters = ((digits + (6 * EachByte)) >> 4) & EachByte;
        BinaryPrimitives.WriteUInt64BigEndian(output, digits + ('0' * EachByte) + (letters * ('a' - '0' - 10)));
    }

    /// <summary>Reads what <see cref="Write"/> wrote; anything else is some number.</summary>
    public static uint Read(ReadOnlySpan<byte> input)
    {
        var text = BinaryPrimitives.ReadUInt64BigEndian(input);
        var digits = (text & (0x0F * EachByte)) + (((text >> 6) & EachByte) * 9);
        digits = (digits | (digits >> 4)) & 0x00FF_00FF_00FF_00FF;
        digits = (digits | (digits >> 8)) & 0x0000_FFFF_0000_FFFF;
        return (uint)(digits | (digits >> 16));
    }
}
