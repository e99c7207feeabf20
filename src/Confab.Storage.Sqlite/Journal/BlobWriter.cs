using System.Buffers.Binary;
using System.Text;

namespace Confab.Storage.Sqlite.Journal;

/// <summary>Bytes that grow and are used again. Numbers are written in groups of seven bits, lowest first; texts as their length and UTF-8.</summary>
internal sealed class BlobWriter
{
    private const int LongestNumber = 10;

    // A batch larger than this is rare; what it needed is given back, so that one flood does not hold memory for ever.
    private const int KeptBytes = 1024 * 1024;

    private byte[] _bytes = new byte[16 * 1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > KeptBytes)
        {
            _bytes = new byte[KeptBytes];
        }
    }

    public void Byte(byte value)
    {
        Reserve(1);
        _bytes[Length++] = value;
    }

    /// <summary>A number that is not negative.</summary>
    public void Number(long value)
    {
        Reserve(LongestNumber);
        var rest = (ulong)value;
        for (; rest >= 0x80; rest >>= 7)
        {
            _bytes[Length++] = (byte)(rest | 0x80);
        }

        _bytes[Length++] = (byte)rest;
    }

    /// <summary>A number of either sign: the sign goes to the lowest bit, so that small ones stay short.</summary>
    public void Signed(long value) => Number((value << 1) ^ (value >> 63));

    public void Text(string text)
    {
        Number(Encoding.UTF8.GetByteCount(text));
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length));
    }

    public void TextOrNothing(string? text)
    {
        if (text is not null)
        {
            Text(text);
        }
    }

    /// <summary>16 bytes in network order.</summary>
    public void Id(Guid id)
    {
        Reserve(16);
        id.TryWriteBytes(_bytes.AsSpan(Length), bigEndian: true, out var written);
        Length += written;
    }

    public void Fixed(uint value)
    {
        Reserve(sizeof(uint));
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(Length), value);
        Length += sizeof(uint);
    }

    /// <summary>Leaves room for the length of what follows, which <see cref="EndStretch"/> fills in.</summary>
    public int BeginStretch()
    {
        Fixed(0);
        return Length;
    }

    public void EndStretch(int begin) =>
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(begin - sizeof(uint)), (uint)(Length - begin));

    private void Reserve(int more)
    {
        if (_bytes.Length - Length < more)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + more));
        }
    }
}
