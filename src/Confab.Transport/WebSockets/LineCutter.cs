using System.Buffers;

namespace Confab.Transport.WebSockets;

/// <summary>
/// Cuts a stream of bytes into lines, without the CR and LF at their ends, however the stream is cut itself. Holds a buffer only while
/// something is in it; that something is at most one line and what was added last. Not safe for several threads.
/// </summary>
internal sealed class LineCutter
{
    private byte[] _buffer = [];
    private int _start;
    private int _end;

    /// <summary>Adds what comes next.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_buffer.Length - _end < bytes.Length)
        {
            Move(_end - _start + bytes.Length);
        }

        bytes.CopyTo(_buffer.AsSpan(_end));
        _end += bytes.Length;
    }

    /// <summary>The next whole line that is not empty, valid until the next call to any member; false where there is none.</summary>
    public bool TryNext(out ReadOnlyMemory<byte> line)
    {
        while (_buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n') is var length and >= 0)
        {
            line = _buffer.AsMemory(_start, length);
            _start += length + 1;
            while (!line.IsEmpty && line.Span[^1] == '\r')
            {
                line = line[..^1];
            }

            if (!line.IsEmpty)
            {
                return true;
            }
        }

        line = default;
        if (_start == _end)
        {
            Release();
        }

        return false;
    }

    private void Move(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(needed);
        var count = _end - _start;
        _buffer.AsSpan(_start, count).CopyTo(larger);
        Release();
        (_buffer, _end) = (larger, count);
    }

    private void Release()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        (_buffer, _start, _end) = ([], 0, 0);
    }
}
