using Confab.Cli.Benching.Running;

namespace Confab.Cli.Benching.Framing;

/// <summary>Lines as they are, each with its last byte. Keeps nothing, so one is enough for all connections.</summary>
internal sealed class LineFraming(byte end) : BenchFraming
{
    public override void Opened(BenchMember member) => member.Begin();

    public override int Cut(ReadOnlySpan<byte> bytes, BenchMember member)
    {
        // Who is in need not look, line by line, at how a crowd comes in: there are as many such lines as pairs of members.
        if (member.HearsNothingIn(bytes))
        {
            return bytes.LastIndexOf(end) + 1;
        }

        var rest = bytes;
        for (int length; (length = rest.IndexOf(end)) >= 0; rest = rest[(length + 1)..])
        {
            member.Hear(rest[..length]);
        }

        return bytes.Length - rest.Length;
    }

    public override byte[] Wrap(ReadOnlySpan<byte> lines) => lines.ToArray();
}
