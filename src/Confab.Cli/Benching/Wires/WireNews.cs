namespace Confab.Cli.Benching.Wires;

/// <summary>What a stream has done.</summary>
internal enum WireNews
{
    /// <summary>A read has ended, with bytes or with the connection.</summary>
    Read,

    /// <summary>A write has ended for which something waits.</summary>
    Written,
}
