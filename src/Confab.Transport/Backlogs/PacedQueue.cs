using Confab.Protocols.Framing;

namespace Confab.Transport.Backlogs;

/// <summary>
/// Messages for a session whose protocol has no framing: its client takes one read of at most 1024 bytes for one message. Longer messages
/// are cut between characters. Not safe for several threads; its connection's lock is held.
/// </summary>
internal sealed class PacedQueue(int maxBytes, BacklogAccount account) : IOutgoingQueue
{
    /// <summary>What the historic clients read at once.</summary>
    private const int ChunkBytes = 1024;

    /// <summary>
    /// The last piece of a message that is cut is at least this long, or somebody could make it one of the short control words that these
    /// clients obey when they read them alone.
    /// </summary>
    private const int ShortestTail = 64;

    /// <summary>What a waiting piece costs besides its text, about: many short messages must not cost more than a few long ones.</summary>
    private const int PieceCost = 80;

    private readonly Queue<Chunk> _chunks = new();

    public int Count => _chunks.Count;

    /// <summary>What it costs to hold what waits.</summary>
    public int Bytes { get; private set; }

    public bool IsEmpty => _chunks.Count == 0;

    public ReadOnlyMemory<byte> Next => _chunks.Peek().Rest;

    /// <summary>True when the next piece is a control word that must arrive alone.</summary>
    public bool NextIsAlone => _chunks.Peek().Alone;

    /// <summary>Adds a message; false where a bound was passed and its rest was not added.</summary>
    public bool TryAdd(ReadOnlySpan<byte> message, bool alone)
    {
        while (!message.IsEmpty)
        {
            var length = NextPiece(message);
            var cost = length + PieceCost;
            if (Bytes + cost > maxBytes || !account.TryTake(cost))
            {
                return false;
            }

            Bytes += cost;
            _chunks.Enqueue(new Chunk(message[..length].ToArray(), alone));
            message = message[length..];
        }

        return true;
    }

    public bool Consume(int count)
    {
        var chunk = _chunks.Peek();
        chunk.Sent += count;
        var isDone = chunk.Rest.Length == 0;
        var cost = isDone ? count + PieceCost : count;
        Bytes -= cost;
        account.Return(cost);
        if (isDone)
        {
            _chunks.Dequeue();
        }

        return isDone;
    }

    public void Clear()
    {
        account.Clear();
        Bytes = 0;
        _chunks.Clear();
    }

    private static int NextPiece(ReadOnlySpan<byte> message)
    {
        var length = Utf8Cut.Cut(message, ChunkBytes);
        var tail = message.Length - length;
        return tail is > 0 and < ShortestTail ? Utf8Cut.Cut(message, message.Length - ShortestTail) : length;
    }

    private sealed class Chunk(byte[] bytes, bool alone)
    {
        public bool Alone => alone;

        public int Sent { get; set; }

        public ReadOnlyMemory<byte> Rest => bytes.AsMemory(Sent);
    }
}
