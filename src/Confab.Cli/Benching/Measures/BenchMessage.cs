using System.Buffers.Binary;

namespace Confab.Cli.Benching.Measures;

/// <summary>
/// A message that says who sent it, as which of theirs, and when: eight bytes that tell this run, then three words of eight hexadecimal digits, then filling.
/// All fields have a fixed place, so that a message is made once and stamped each time it is sent.
/// </summary>
/// <param name="Sender">The index of the sender; at most 65,535.</param>
/// <param name="Sequence">1, 2, 3, … for each sender.</param>
/// <param name="Time">When it was due, in nanoseconds since the run began; at most 2^48, three days.</param>
internal readonly record struct BenchMessage(int Sender, int Sequence, long Time)
{
    /// <summary>The run's key and the three words.</summary>
    public const int SmallestSize = 32;

    public const int MostSenders = 1 << 16;

    private const int First = 8;
    private const int Second = First + HexWord.Length;
    private const int Third = Second + HexWord.Length;

    /// <summary>Writes what every message of one sender has in common.</summary>
    public static void Prepare(Span<byte> text, ulong key)
    {
        text.Fill((byte)'x');
        BinaryPrimitives.WriteUInt64BigEndian(text, key);
    }

    /// <summary>Writes the fields into a message that was prepared.</summary>
    public void Stamp(Span<byte> text)
    {
        HexWord.Write(text[First..], ((uint)Sender << 16) | (uint)(Time >> 32));
        HexWord.Write(text[Second..], (uint)Time);
        HexWord.Write(text[Third..], (uint)Sequence);
    }

    /// <summary>Reads a message of the run that has this key.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, ulong key, out BenchMessage message)
    {
        if (text.Length < SmallestSize || BinaryPrimitives.ReadUInt64BigEndian(text) != key)
        {
            message = default;
            return false;
        }

        var first = HexWord.Read(text[First..]);
        message = new BenchMessage(
            (int)(first >> 16), (int)HexWord.Read(text[Third..]), ((long)(first & 0xFFFF) << 32) | HexWord.Read(text[Second..]));
        return true;
    }
}
