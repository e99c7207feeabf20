namespace Confab.Dialects.Unframed;

/// <summary>The first reads of a session, as they came, while they could still become a request of a browser: a handful of bytes at most.</summary>
internal sealed class HeldReads
{
    private readonly Queue<(byte[] Bytes, bool EndOfRead)> _reads = new();

    public bool IsEmpty => _reads.Count == 0;

    public void Add(ReadOnlySpan<byte> read, bool endOfRead) => _reads.Enqueue((read.ToArray(), endOfRead));

    public bool TryTake(out ReadOnlySpan<byte> read, out bool endOfRead)
    {
        var found = _reads.TryDequeue(out var held);
        read = held.Bytes;
        endOfRead = held.EndOfRead;
        return found;
    }

    public void Forget() => _reads.Clear();
}
