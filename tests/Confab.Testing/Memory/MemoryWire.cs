using Confab.Transport.Connections;

namespace Confab.Testing.Memory;

/// <summary>
/// A pipe whose far end is the test: takes bytes up to the room that the test leaves, so that a reader may be as slow as it likes. What was sent
/// is kept as the separate writes it was.
/// </summary>
public sealed class MemoryWire : IWire
{
    private readonly Lock _sync = new();
    private readonly List<byte[]> _writes = [];
    private ReadOnlyMemory<byte> _waiting;

    /// <summary>How many bytes it takes before it would block; the test raises it to read on.</summary>
    public long Room { get; private set; } = long.MaxValue;

    public bool IsEnded { get; private set; }

    public bool IsClosed { get; private set; }

    public bool WasReset { get; private set; }

    public Action<bool>? Sent { get; set; }

    /// <summary>Called before bytes are sent; may throw, for a server that crashes in the middle of a delivery.</summary>
    public Action? Sending { get; set; }

    /// <summary>Takes the writes that have come since the last call.</summary>
    public IReadOnlyList<byte[]> Take()
    {
        lock (_sync)
        {
            var taken = _writes.ToArray();
            _writes.Clear();
            return taken;
        }
    }

    /// <summary>Sets how many more bytes the peer takes, and lets go what waits.</summary>
    public void SetRoom(long bytes)
    {
        Action<bool>? sent = null;
        lock (_sync)
        {
            Room = bytes;
            if (_waiting.Length > 0)
            {
                var count = (int)Math.Min(Room, _waiting.Length);
                Put(_waiting[..count].Span);
                _waiting = _waiting[count..];
                sent = _waiting.IsEmpty ? Sent : null;
            }
        }

        sent?.Invoke(false);
    }

    public int TrySend(ReadOnlySpan<byte> bytes)
    {
        Sending?.Invoke();
        lock (_sync)
        {
            if (IsClosed)
            {
                return -1;
            }

            var count = (int)Math.Min(Room, bytes.Length);
            Put(bytes[..count]);
            return count;
        }
    }

    public void SendWhenWritable(ReadOnlyMemory<byte> bytes)
    {
        lock (_sync)
        {
            _waiting = bytes;
        }
    }

    public void ShutdownSend() => IsEnded = true;

    public void Close(bool reset)
    {
        lock (_sync)
        {
            IsEnded = true;
            IsClosed = true;
            WasReset |= reset;
        }
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 0)
        {
            _writes.Add(bytes.ToArray());
            Room -= Room == long.MaxValue ? 0 : bytes.Length;
        }
    }
}
