using System.Buffers.Binary;
using Confab.Chat;
using Confab.Chat.Messages;

namespace Confab.Server.Hosting;

/// <summary>
/// Version 7 UUIDs (RFC 9562 section 5.7): the milliseconds since 1970, then 74 random bits. Each is larger than the one before, also within
/// a millisecond and when the clock is set back (section 6.2, method 2: the random part goes up by a random step). Called by
/// the sequencer alone.
/// </summary>
/// <param name="fill">Fills a span with random bytes.</param>
internal sealed class RisingIds(Action<Span<byte>> fill) : IIdSource
{
    private const int RandomBits = 74;
    private const int DrawnBytes = 4096;
    private static readonly UInt128 _end = UInt128.One << RandomBits;

    private long _milliseconds = -1;
    private UInt128 _random;

    // Drawn in advance, because a draw has a price of its own, which is higher than that of the rest of an id.
    private readonly byte[] _drawn = new byte[DrawnBytes];
    private int _used = DrawnBytes;

    public MessageId Next(DateTimeOffset time)
    {
        var now = time.ToUnixTimeMilliseconds();
        if (now > _milliseconds)
        {
            Begin(now);
        }
        else
        {
            _random += 1 + (UInt128)BinaryPrimitives.ReadUInt32BigEndian(Random(sizeof(uint)));
            if (_random >= _end)
            {
                Begin(_milliseconds + 1);
            }
        }

        return new MessageId(Compose());
    }

    public void Fill(Span<byte> secret) => fill(secret);

    // The highest bit stays clear, which leaves room to go up.
    private void Begin(long milliseconds)
    {
        _milliseconds = milliseconds;
        _random = BinaryPrimitives.ReadUInt128BigEndian(Random(128 / 8)) >> (128 - RandomBits + 1);
    }

    private Guid Compose()
    {
        var highest = (ulong)(_random >> 62);
        var lowest = (ulong)_random & ((1UL << 62) - 1);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)_milliseconds << 16) | 0x7000 | highest);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (1UL << 63) | lowest);
        return new Guid(bytes, bigEndian: true);
    }

    private ReadOnlySpan<byte> Random(int bytes)
    {
        if (_used + bytes > DrawnBytes)
        {
            fill(_drawn);
            _used = 0;
        }

        _used += bytes;
        return _drawn.AsSpan(_used - bytes, bytes);
    }
}
