namespace Confab.Cli.Benching.Wires;

/// <summary>Who uses a connection. Called by the thread that owns the connections.</summary>
internal interface IWireUser
{
    /// <summary>The connection is there.</summary>
    void Opened(Wire wire);

    /// <summary>Bytes have come.</summary>
    /// <returns>How many of them were used; the others are given again, with more behind them.</returns>
    int Take(ReadOnlySpan<byte> bytes);

    /// <summary>After <see cref="Wire.TrySend"/> took less than it was given: it takes more now.</summary>
    void Writable();

    /// <summary>The connection has ended, or never came about.</summary>
    void Ended(string reason);
}
