using Confab.Protocols.Lines;
using Confab.Protocols.Tests.Cutting;
using Confab.Protocols.Tests.Lines;

namespace Confab.Protocols.Tests.Fuzz;

/// <summary>The first byte chooses bound, cuts and the ends of reads, the rest is what arrives: the decoder must agree with the reference.</summary>
internal static class UnframedTarget
{
    internal static void Run(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
        {
            return;
        }

        var random = new Random(data[0]);
        var maxBytes = 4 + (data[0] % 16);
        var sent = data[1..].ToArray();
        var pieces = Cuts.Random(sent, random).Select(piece => (Bytes: piece, EndOfRead: random.Next(3) == 0)).ToList();
        var decoder = new UnframedDecoder(maxBytes);
        Assert.Equal(UnframedReference.Read(pieces, maxBytes), decoder.Feed(pieces));
        Assert.Equal(sent.Contains((byte)'\n'), decoder.HasSeenLineFeed);

        // Within one read the cuts change nothing.
        Assert.Equal(
            UnframedReference.Read([(sent, true)], maxBytes),
            new UnframedDecoder(maxBytes).Feed([.. pieces.Select(piece => (piece.Bytes, false)), ([], true)]));

        decoder.FeedReads("\n"u8.ToArray());
        Assert.False(decoder.HoldsBuffer);
    }
}
