namespace Confab.Client.Irc.Wires;

/// <summary>TCP, or TLS over it.</summary>
internal sealed class StreamWire(Stream stream) : IIrcWire
{
    public ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken) => stream.ReadAsync(buffer, cancellationToken);

    public ValueTask SendAsync(ReadOnlyMemory<byte> lines, CancellationToken cancellationToken) => stream.WriteAsync(lines, cancellationToken);

    public void Dispose() => stream.Dispose();
}
