using System.Buffers;

namespace Confab.Protocols.Framing;

/// <summary>
/// The front of a message whose rest has not arrived. A buffer is rented only while there are bytes in it,
/// because most sessions are idle most of the time and must cost nothing then.
/// </summary>
internal struct PartialFrame
{
    /// <summary>Small, because the usual partial is a few bytes of one line; it doubles as needed.</summary>
    private const int FirstRent = 64;

    private byte[]? _buffer;
    private int _length;

    internal readonly int Length => _length;

    internal readonly bool HoldsBuffer => _buffer is not null;

    internal readonly ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        var needed = _length + bytes.Length;
        if (_buffer is null || _buffer.Length < needed)
        {
            Grow(needed);
        }

        bytes.CopyTo(_buffer.AsSpan(_length));
        _length = needed;
    }

    /// <summary>Forgets the first <paramref name="count"/> bytes; with the last byte goes the buffer.</summary>
    internal void RemoveFront(int count)
    {
        if (count == _length)
        {
            Clear();
            return;
        }

        _buffer.AsSpan(count, _length - count).CopyTo(_buffer);
        _length -= count;
    }

    /// <summary>Forgets the last <paramref name="count"/> bytes.</summary>
    internal void RemoveBack(int count) => _length -= count;

    internal void Clear()
    {
        if (_buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = null;
        }

        _length = 0;
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(FirstRent, needed), _length * 2));
        if (_buffer is not null)
        {
            Bytes.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = larger;
    }
}
