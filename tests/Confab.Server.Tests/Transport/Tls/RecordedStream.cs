using Confab.Transport.Connections;

namespace Confab.Server.Tests.Transport.Tls;

/// <summary>Remembers what was read through it, so that a test sees the TLS records themselves.</summary>
internal sealed class RecordedStream(Stream inner) : AsyncStream
{
    private readonly List<byte> _read = [];

    /// <summary>The types of the records so far (RFC 5246 section 6.2.1): 21 is an alert, 23 is data.</summary>
    public IReadOnlyList<int> RecordTypes()
    {
        var types = new List<int>();
        for (var at = 0; at + 5 <= _read.Count; at += 5 + (_read[at + 3] << 8) + _read[at + 4])
        {
            types.Add(_read[at]);
        }

        return types;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        _read.AddRange(buffer.Span[..count]);
        return count;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();
}
