using System.Buffers.Binary;

namespace Confab.Storage.Sqlite.Journal;

/// <summary>Reads what <see cref="BlobWriter"/> wrote. Bytes that are no such thing are an <see cref="InvalidDataException"/>.</summary>
internal ref struct BlobReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public readonly bool IsAtEnd => _at == _bytes.Length;

    public byte Byte() => Take(1)[0];

    public long Number()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)value;
            }
        }

        throw Broken();
    }

    public long Signed()
    {
        var value = Number();
        return (long)((ulong)value >> 1) ^ -(value & 1);
    }

    public int Count()
    {
        var count = Number();
        return count >= 0 && count <= _bytes.Length ? (int)count : throw Broken();
    }

    public ReadOnlySpan<byte> Text() => Take(Count());

    public ReadOnlySpan<byte> Id() => Take(16);

    public uint Fixed() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    public ReadOnlySpan<byte> Stretch()
    {
        var length = Fixed();
        return length <= (uint)_bytes.Length ? Take((int)length) : throw Broken();
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_bytes.Length - _at < count)
        {
            throw Broken();
        }

        _at += count;
        return _bytes.Slice(_at - count, count);
    }

    private static InvalidDataException Broken() => new("A batch of its journal ends too early or holds a length that cannot be.");
}
