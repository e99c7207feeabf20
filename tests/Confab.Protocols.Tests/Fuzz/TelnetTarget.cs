using Confab.Protocols.Tests.Cutting;
using Confab.Protocols.Tests.Telnet;

namespace Confab.Protocols.Tests.Fuzz;

/// <summary>The first byte chooses the cuts, the rest is what arrives: the filter must agree with the reference.</summary>
internal static class TelnetTarget
{
    internal static void Run(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
        {
            return;
        }

        var sent = data[1..].ToArray();
        var expected = TelnetReference.Filter(sent);
        var pieces = Cuts.Random(sent, new Random(data[0]));
        foreach (var usePlain in new[] { false, true })
        {
            var (text, replies) = TelnetFilterTests.Run(pieces, usePlain);
            Assert.Equal(expected.Text, text);
            Assert.Equal(expected.Replies, replies);
            Assert.DoesNotContain((byte)255, text);
            Assert.True(replies.Length <= sent.Length, "The replies are longer than what asked for them.");
        }
    }
}
