using System.Buffers;
using System.Buffers.Text;

namespace Confab.Cli.Benching;

/// <summary>A message that says who sent it, as which of theirs, and when. Written and read in place, without allocating.</summary>
/// <param name="Sender">The index of the sender.</param>
/// <param name="Sequence">1, 2, 3, … for each sender.</param>
/// <param name="Timestamp">When it was due, in ticks of the clock that measures.</param>
internal readonly record struct BenchMessage(int Sender, int Sequence, long Timestamp)
{
    /// <summary>Writes it as a line of the text dialect.</summary>
    /// <param name="output">Receives the line.</param>
    /// <param name="size">The length of the line without its LF; at least <see cref="BenchPlan.SmallestSize"/>.</param>
    public void Write(IBufferWriter<byte> output, int size)
    {
        var line = output.GetSpan(size + 1)[..(size + 1)];
        Utf8Formatter.TryFormat(Sender, line, out var first);
        line[first] = (byte)' ';
        Utf8Formatter.TryFormat(Sequence, line[(first + 1)..], out var second);
        second += first + 1;
        line[second] = (byte)' ';
        Utf8Formatter.TryFormat(Timestamp, line[(second + 1)..], out var third);
        third += second + 1;
        line[third] = (byte)' ';
        line[(third + 1)..size].Fill((byte)'x');
        line[size] = (byte)'\n';
        output.Advance(size + 1);
    }

    /// <summary>Reads what <see cref="Write"/> wrote, without its LF.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out BenchMessage message)
    {
        message = default;
        if (!Utf8Parser.TryParse(text, out int sender, out var first) || first >= text.Length
            || !Utf8Parser.TryParse(text[(first + 1)..], out int sequence, out var second) || first + 1 + second >= text.Length
            || !Utf8Parser.TryParse(text[(first + second + 2)..], out long timestamp, out _))
        {
            return false;
        }

        message = new BenchMessage(sender, sequence, timestamp);
        return true;
    }
}
