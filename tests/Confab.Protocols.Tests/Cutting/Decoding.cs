using Confab.Protocols.Lines;
using Confab.Protocols.NulText;

namespace Confab.Protocols.Tests.Cutting;

/// <summary>Feeds pieces to the decoders as a session does, and checks what every call promises.</summary>
internal static class Decoding
{
    private delegate ReadStatus Reader(ref ReadOnlySpan<byte> input, out string message);

    internal static List<Found> Feed(this LineDecoder decoder, params IEnumerable<byte[]> pieces)
    {
        var found = new List<Found>();
        foreach (var piece in pieces)
        {
            FeedPiece(decoder.Read, piece, found);
        }

        return found;
    }

    internal static List<Found> Feed(this NulDecoder decoder, params IEnumerable<byte[]> pieces)
    {
        var found = new List<Found>();
        foreach (var piece in pieces)
        {
            FeedPiece(decoder.Read, piece, found);
        }

        return found;
    }

    /// <summary>Each piece is a whole read.</summary>
    internal static List<string> FeedReads(this UnframedDecoder decoder, params IEnumerable<byte[]> reads) =>
        decoder.Feed(reads.Select(read => (read, true)));

    /// <summary>All pieces belong to a read that has not ended.</summary>
    internal static List<string> FeedUnended(this UnframedDecoder decoder, params IEnumerable<byte[]> pieces) =>
        decoder.Feed(pieces.Select(piece => (piece, false)));

    internal static List<string> Feed(this UnframedDecoder decoder, IEnumerable<(byte[] Bytes, bool EndOfRead)> pieces)
    {
        var found = new List<Found>();
        foreach (var (bytes, endOfRead) in pieces)
        {
            FeedPiece((ref ReadOnlySpan<byte> input, out string message) => decoder.Read(ref input, endOfRead, out message), bytes, found);
        }

        Assert.All(found, one => Assert.Equal(ReadStatus.Complete, one.Status));
        return [.. found.Select(one => one.Message)];
    }

    private static void FeedPiece(Reader read, byte[] piece, List<Found> found)
    {
        ReadOnlySpan<byte> input = piece;

        // One answer for each byte, the partial from before, and what is held back: more would be a loop without end.
        for (var calls = 0; calls <= piece.Length + 4; calls++)
        {
            var status = read(ref input, out var message);
            if (status == ReadStatus.NeedMore)
            {
                Assert.Equal("", message);
                Assert.True(input.IsEmpty, "NeedMore left input behind.");
                return;
            }

            Assert.True(status == ReadStatus.Complete || message.Length == 0, "TooLong came with a message.");
            found.Add(new Found(status, message));
        }

        Assert.Fail($"The decoder never needed more after {piece.Length} bytes.");
    }
}
