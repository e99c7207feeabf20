namespace Confab.Protocols.Framing;

/// <summary>The range in which a decoder's size bound must lie.</summary>
internal static class FrameBound
{
    /// <summary>Far below the largest array, so that bound + terminator and doubled buffers never overflow an <see cref="int"/>.</summary>
    internal const int Largest = 1 << 29;

    internal static int Check(int maxBytes, int smallest)
    {
        if (maxBytes < smallest || maxBytes > Largest)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxBytes),
                maxBytes,
                $"A message bound of {maxBytes} bytes cannot be used; give one from {smallest} to {Largest}.");
        }

        return maxBytes;
    }
}
