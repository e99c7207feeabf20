using System.Buffers;
using System.Text;

namespace Confab.Engine.Delivery;

/// <summary>
/// The bytes that one tick says in one wire form, one message after the other: encoded once, sent to many. It remembers where each
/// message ends, for those who must get them apart.
/// </summary>
public sealed class TickBuffer : IBufferWriter<byte>
{
    private const int FirstSize = 512;

    // From here on the array that was large before is used again, rather than one that is merely larger than the last.
    private const int LargeSize = 16 * 1024;

    private readonly List<Mark> _marks = [];

    // A tick in which many come in says megabytes. Arrays of that size, made anew each time, are what the collector is slowest with; kept for good,
    // they are what a calm server has no use for. So it is the collector's choice how long they stay.
    private readonly WeakReference<byte[]?> _large = new(null);
    private byte[] _bytes = [];
    private int _length;
    private int _messageStart;

    /// <summary>How many whole messages it holds.</summary>
    public int Count => _marks.Count;

    /// <summary>What each message is put in when it ends; null for nothing. Changed only while the buffer is empty.</summary>
    internal Framing? Framing { get; set; }

    /// <summary>True while bytes were written that belong to no whole message yet.</summary>
    public bool HasOpenMessage => _length > _messageStart;

    /// <summary>The bytes of the messages from <paramref name="first"/> up to, not including, <paramref name="end"/>.</summary>
    public ReadOnlySpan<byte> Bytes(int first, int end)
    {
        if (end <= first)
        {
            return [];
        }

        var start = first == 0 ? 0 : _marks[first - 1].End;
        return _bytes.AsSpan(start, _marks[end - 1].End - start);
    }

    /// <summary>True when the message must reach its reader alone, because it is a control word.</summary>
    public bool IsAlone(int message) => _marks[message].Alone;

    /// <summary>Writes text as UTF-8; what cannot be encoded becomes U+FFFD.</summary>
    public TickBuffer Write(string text)
    {
        var span = GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        Advance(Encoding.UTF8.GetBytes(text, span));
        return this;
    }

    /// <inheritdoc cref="Write(string)"/>
    public TickBuffer Write(ReadOnlySpan<char> text)
    {
        var span = GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        Advance(Encoding.UTF8.GetBytes(text, span));
        return this;
    }

    public TickBuffer Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Advance(bytes.Length);
        return this;
    }

    /// <summary>Ends the message that was being written. Nothing written is no message.</summary>
    /// <param name="alone">True for a control word: see <see cref="IsAlone"/>.</param>
    public void EndMessage(bool alone = false)
    {
        if (HasOpenMessage && Framing is not null)
        {
            Enframe(Framing);
        }

        if (HasOpenMessage)
        {
            _marks.Add(new Mark(_length, alone));
            _messageStart = _length;
        }
    }

    /// <summary>Forgets the messages from <paramref name="first"/> on, and what was written after the last of them.</summary>
    internal void TakeBack(int first)
    {
        _marks.RemoveRange(first, _marks.Count - first);
        _length = first == 0 ? 0 : _marks[first - 1].End;
        _messageStart = _length;
    }

    /// <summary>Forgets everything; the memory is kept up to a bound.</summary>
    public void Clear(int keepBytes)
    {
        _marks.Clear();
        _length = 0;
        _messageStart = 0;
        if (_bytes.Length > keepBytes)
        {
            _large.SetTarget(_bytes);
            _bytes = [];
        }
    }

    public void Advance(int count) => _length += count;

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_length);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_length);
    }

    // Copied away once for all who are sent it: a frame's head comes first and tells the length of what follows.
    private void Enframe(Framing framing)
    {
        var length = _length - _messageStart;
        var plain = ArrayPool<byte>.Shared.Rent(length);
        _bytes.AsSpan(_messageStart, length).CopyTo(plain);
        _length = _messageStart;
        framing.Frame(plain.AsSpan(0, length), this);
        ArrayPool<byte>.Shared.Return(plain);
    }

    private void Reserve(int sizeHint)
    {
        var needed = _length + Math.Max(sizeHint, 1);
        if (needed <= _bytes.Length)
        {
            return;
        }

        var size = Math.Max(needed, Math.Max(FirstSize, _bytes.Length * 2));
        var larger = size >= LargeSize && _large.TryGetTarget(out var large) && large.Length >= size ? large : new byte[size];
        _bytes.AsSpan(0, _length).CopyTo(larger);
        _bytes = larger;
    }

    private readonly record struct Mark(int End, bool Alone);
}
