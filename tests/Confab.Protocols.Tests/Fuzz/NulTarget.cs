using Confab.Protocols.NulText;
using Confab.Protocols.Tests.Cutting;
using Confab.Protocols.Tests.NulText;

namespace Confab.Protocols.Tests.Fuzz;

/// <summary>The first byte chooses bound and cuts, the rest is what arrives: the decoder must agree with the reference.</summary>
internal static class NulTarget
{
    internal static void Run(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
        {
            return;
        }

        var maxBytes = 1 + (data[0] % 32);
        var sent = data[1..].ToArray();
        var decoder = new NulDecoder(maxBytes);
        Assert.Equal(NulReference.Read(sent, maxBytes), decoder.Feed(Cuts.Random(sent, new Random(data[0]))));
        Assert.Equal(NulReference.Read(sent, maxBytes), new NulDecoder(maxBytes).Feed(sent));

        decoder.Feed([0]);
        Assert.False(decoder.HoldsBuffer);
    }
}
