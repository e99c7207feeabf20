using Confab.Protocols.Lines;
using Confab.Protocols.Tests.Cutting;
using Confab.Protocols.Tests.Lines;

namespace Confab.Protocols.Tests.Fuzz;

/// <summary>The first byte chooses bound and cuts, the rest is what arrives: the decoder must agree with the reference.</summary>
internal static class LineTarget
{
    internal static void Run(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
        {
            return;
        }

        var maxBytes = 1 + (data[0] % 32);
        var sent = data[1..].ToArray();
        var pieces = Cuts.Random(sent, new Random(data[0]));
        var decoder = new LineDecoder(maxBytes);
        Assert.Equal(LineReference.Read(sent, maxBytes), decoder.Feed(pieces));
        Assert.Equal(LineReference.Read(sent, maxBytes), new LineDecoder(maxBytes).Feed(sent));

        decoder.Feed("\n"u8.ToArray());
        Assert.False(decoder.HoldsBuffer);
    }
}
