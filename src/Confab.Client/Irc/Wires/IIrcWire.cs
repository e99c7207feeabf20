namespace Confab.Client.Irc.Wires;

/// <summary>What carries the bytes of one connection. One reader, one writer.</summary>
internal interface IIrcWire : IDisposable
{
    /// <summary>Waits for bytes.</summary>
    /// <returns>How many came; 0 at the end.</returns>
    ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Sends whole lines, each with its CR and LF.</summary>
    ValueTask SendAsync(ReadOnlyMemory<byte> lines, CancellationToken cancellationToken);
}
