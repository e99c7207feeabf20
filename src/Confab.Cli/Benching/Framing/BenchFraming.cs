using Confab.Cli.Benching.Running;

namespace Confab.Cli.Benching.Framing;

/// <summary>How lines stand in the bytes of one connection.</summary>
internal abstract class BenchFraming
{
    /// <summary>The connection is there: what has to be said before the first line is said, and the member begins when it may.</summary>
    public abstract void Opened(BenchMember member);

    /// <summary>Gives the member the lines that came, each without its last byte.</summary>
    /// <returns>How many bytes were used up; the others come again, with more behind them.</returns>
    public abstract int Cut(ReadOnlySpan<byte> bytes, BenchMember member);

    /// <summary>What is sent for these lines, each of which has its end.</summary>
    public abstract byte[] Wrap(ReadOnlySpan<byte> lines);
}
