namespace Confab.Cli.Benching.Wires;

/// <summary>One connection.</summary>
internal abstract class Wire
{
    /// <summary>The longest line, in bytes.</summary>
    public const int LongestLine = 256 * 1024;

    /// <summary>Sends what can be sent without waiting.</summary>
    /// <returns>How many bytes that was. Where it was not all, <see cref="IWireUser.Writable"/> is called in time.</returns>
    public abstract int TrySend(ReadOnlySpan<byte> bytes);

    /// <summary>Reads no more.</summary>
    public abstract void StopReading();

    /// <summary>Ends the connection. Its user is not told.</summary>
    public abstract void Close();
}
