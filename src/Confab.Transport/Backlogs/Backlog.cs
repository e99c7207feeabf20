using System.Buffers;

namespace Confab.Transport.Backlogs;

/// <summary>
/// Bytes that a peer has not taken yet, in order and bounded, in rented blocks: a session that keeps up has none. Not safe for
/// several threads; its connection's lock is held.
/// </summary>
internal sealed class Backlog(int maxBytes, BacklogAccount account) : IOutgoingQueue
{
    private const int BlockSize = 16 * 1024;

    private readonly Queue<Block> _blocks = new();
    private Block? _last;

    public int Bytes { get; private set; }

    public bool IsEmpty => Bytes == 0;

    public ReadOnlyMemory<byte> Next => _blocks.TryPeek(out var block) ? block.Bytes.AsMemory(block.Start, block.End - block.Start) : default;

    /// <summary>Adds bytes; false, and nothing added, where a bound would be passed.</summary>
    public bool TryAdd(ReadOnlySpan<byte> bytes)
    {
        if (Bytes + bytes.Length > maxBytes || !account.TryTake(bytes.Length))
        {
            return false;
        }

        Add(bytes);
        return true;
    }

    /// <summary>Adds last words, for which nobody else is given up; false, and nothing added, where there is no room for them.</summary>
    public bool TryAddLast(ReadOnlySpan<byte> bytes)
    {
        if (!account.TryTakeFree(bytes.Length))
        {
            return false;
        }

        Add(bytes);
        return true;
    }

    public bool Consume(int count)
    {
        var block = _blocks.Peek();
        block.Start += count;
        Bytes -= count;
        account.Return(count);
        if (block.Start < block.End)
        {
            return false;
        }

        Release(_blocks.Dequeue());
        return true;
    }

    /// <summary>Gives everything up. The blocks are left to the collector, because the pipe may still be reading the first one.</summary>
    public void Clear()
    {
        account.Clear();
        Bytes = 0;
        _blocks.Clear();
        _last = null;
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        Bytes += bytes.Length;
        while (!bytes.IsEmpty)
        {
            if (_last is null || _last.End == _last.Bytes.Length)
            {
                _last = new Block(ArrayPool<byte>.Shared.Rent(BlockSize));
                _blocks.Enqueue(_last);
            }

            var count = Math.Min(bytes.Length, _last.Bytes.Length - _last.End);
            bytes[..count].CopyTo(_last.Bytes.AsSpan(_last.End));
            _last.End += count;
            bytes = bytes[count..];
        }
    }

    private void Release(Block block)
    {
        if (block == _last)
        {
            _last = null;
        }

        ArrayPool<byte>.Shared.Return(block.Bytes);
    }

    private sealed class Block(byte[] bytes)
    {
        public byte[] Bytes { get; } = bytes;

        public int Start { get; set; }

        public int End { get; set; }
    }
}
