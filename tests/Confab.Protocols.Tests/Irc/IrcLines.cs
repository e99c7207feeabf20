using System.Text;
using Confab.Protocols.Irc;
using Confab.Protocols.Tests.Cutting;

namespace Confab.Protocols.Tests.Irc;

/// <summary>Feeds pieces to a decoder as a session does; and what IRC lines are, said slowly.</summary>
internal static class IrcLines
{
    internal static List<Found> Feed(this IrcLineDecoder decoder, params IEnumerable<byte[]> pieces)
    {
        var found = new List<Found>();
        foreach (var piece in pieces)
        {
            ReadOnlySpan<byte> input = piece;
            var calls = 0;
            for (ReadStatus status; (status = decoder.Read(ref input, out var line)) != ReadStatus.NeedMore;)
            {
                Assert.True(++calls <= piece.Length + 1, $"The decoder never needed more after {piece.Length} bytes.");
                Assert.True(status == ReadStatus.Complete || line.IsEmpty, "TooLong came with a line.");
                found.Add(new Found(status, Encoding.Latin1.GetString(line)));
            }

            Assert.True(input.IsEmpty, "NeedMore left input behind.");
        }

        return found;
    }

    internal static List<Found> Read(byte[] all, int maxTagBytes, int maxBodyBytes)
    {
        var found = new List<Found>();
        var line = new List<byte>();
        var told = false;
        foreach (var b in all)
        {
            line.Add(b);
            if (!told && IsTooLong(line, maxTagBytes, maxBodyBytes))
            {
                found.Add(Found.TooLong);
                told = true;
            }

            if (b == '\n')
            {
                if (!told)
                {
                    var text = Encoding.Latin1.GetString([.. line])[..^1];
                    found.Add(Found.Of(text.EndsWith('\r') ? text[..^1] : text));
                }

                line.Clear();
                told = false;
            }
        }

        return found;
    }

    /// <summary>A part that is full and has not ended cannot end within its bound any more.</summary>
    private static bool IsTooLong(List<byte> line, int maxTagBytes, int maxBodyBytes)
    {
        var space = line.IndexOf((byte)' ');
        var hasEnded = line[^1] == '\n';
        if (line[0] == '@' && space < 0)
        {
            return line.Count >= maxTagBytes && !hasEnded;
        }

        var body = line[0] == '@' ? line.Count - space - 1 : line.Count;
        return body >= maxBodyBytes && !hasEnded;
    }
}
