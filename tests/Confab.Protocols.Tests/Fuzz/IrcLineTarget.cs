using Confab.Protocols.Irc;
using Confab.Protocols.Tests.Cutting;
using Confab.Protocols.Tests.Irc;

namespace Confab.Protocols.Tests.Fuzz;

/// <summary>The first byte chooses bounds and cuts, the rest is what arrives: the decoder must agree with the reference.</summary>
internal static class IrcLineTarget
{
    internal static void Run(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
        {
            return;
        }

        var (maxTagBytes, maxBodyBytes) = (1 + (data[0] % 8), 2 + (data[0] / 8));
        var sent = WithTags(data[1..]);
        var pieces = Cuts.Random(sent, new Random(data[0]));
        var decoder = new IrcLineDecoder(maxTagBytes, maxBodyBytes);
        Assert.Equal(IrcLines.Read(sent, maxTagBytes, maxBodyBytes), decoder.Feed(pieces));
        Assert.Equal(IrcLines.Read(sent, maxTagBytes, maxBodyBytes), new IrcLineDecoder(maxTagBytes, maxBodyBytes).Feed(sent));

        decoder.Feed("\n"u8.ToArray());
        Assert.False(decoder.HoldsBuffer);
    }

    /// <summary>Turns what telnet fears into what IRC fears: "@", ":" and spaces.</summary>
    internal static byte[] WithTags(ReadOnlySpan<byte> data)
    {
        var sent = data.ToArray();
        for (var i = 0; i < sent.Length; i++)
        {
            sent[i] = sent[i] switch { 0xFF => (byte)'@', 0xFB => (byte)';', 0xFC => (byte)'=', 0xFD => (byte)'\\', 0xF6 => (byte)' ', var b => b };
        }

        return sent;
    }
}
