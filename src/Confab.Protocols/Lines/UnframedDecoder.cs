using System.Text;
using Confab.Protocols.Framing;

namespace Confab.Protocols.Lines;

/// <summary>
/// Reads the messages of clients that send no terminator, "one read is one message", and of line clients on the same port:
/// a message ends at LF (with one CR before it taken off) or with the read.
/// </summary>
/// <remarks>
/// <para>A character cut in two by the end of a read is held back and begins the next message. Bytes that are not UTF-8
/// become U+FFFD. Empty messages are reported (an LF that arrives alone is one); callers ignore them.</para>
/// <para>Nothing is ever too long: text that reaches the bound is a message, cut between code points, and the rest is the next
/// one. When the line ends exactly there, no empty message follows. A decoder belongs to one session and is not thread-safe.</para>
/// </remarks>
public sealed class UnframedDecoder
{
    private readonly int _maxBytes;
    private PartialFrame _partial;

    /// <summary>The front of the line being read was already given out because it reached the bound.</summary>
    private bool _continues;

    /// <summary>Makes a decoder with a bound.</summary>
    /// <param name="maxBytes">The bytes at which a message is given out without waiting for its end; at least 4, one code point.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 4 or above 512 MiB.</exception>
    public UnframedDecoder(int maxBytes) => _maxBytes = FrameBound.Check(maxBytes, smallest: 4);

    /// <summary>Whether an LF was read: from then on the session is a line session.</summary>
    public bool HasSeenLineFeed { get; private set; }

    internal bool HoldsBuffer => _partial.HoldsBuffer;

    /// <summary>Reads the next message from the front of <paramref name="input"/> and moves it on past what was used.</summary>
    /// <param name="input">The bytes that arrived; call again, with what remains, until the answer is <see cref="ReadStatus.NeedMore"/>.</param>
    /// <param name="endOfRead">Whether the end of the input is the end of a read, so that a tail without LF is a message too.</param>
    /// <param name="message">The text without its line end; empty unless the answer is <see cref="ReadStatus.Complete"/>.</param>
    /// <returns><see cref="ReadStatus.Complete"/> or <see cref="ReadStatus.NeedMore"/>.</returns>
    public ReadStatus Read(ref ReadOnlySpan<byte> input, bool endOfRead, out string message)
    {
        while (true)
        {
            var window = input[..Math.Min(input.Length, _maxBytes - _partial.Length)];
            var lineFeed = window.IndexOf((byte)'\n');
            var chunk = lineFeed < 0 ? window : window[..lineFeed];
            input = input[(lineFeed < 0 ? window.Length : lineFeed + 1)..];
            if (lineFeed >= 0)
            {
                HasSeenLineFeed = true;
                if (TakeLine(chunk, out message))
                {
                    return ReadStatus.Complete;
                }

                continue;
            }

            return TakeTail(chunk, endOfRead, out message);
        }
    }

    /// <summary>Forgets what was held back and gives its buffer back; for the end of a session.</summary>
    public void Reset()
    {
        _partial.Clear();
        _continues = false;
    }

    /// <summary>Gives the line that ends here, unless it is only the end of a line whose text was given out before.</summary>
    private bool TakeLine(ReadOnlySpan<byte> chunk, out string message)
    {
        var line = LineEnd.WithoutCarriageReturn(Joined(chunk));
        var isMessage = !line.IsEmpty || !_continues;
        message = Encoding.UTF8.GetString(line);
        _partial.Clear();
        _continues = false;
        return isMessage;
    }

    private ReadStatus TakeTail(ReadOnlySpan<byte> chunk, bool endOfRead, out string message)
    {
        message = "";
        var reachesBound = _partial.Length + chunk.Length >= _maxBytes;
        if (!reachesBound && !endOfRead)
        {
            _partial.Append(chunk);
            return ReadStatus.NeedMore;
        }

        var tail = Joined(chunk);
        var heldBack = Utf8Cut.IncompleteTail(tail);
        var text = heldBack > 0 ? tail[..^heldBack] : LineEnd.WithoutCarriageReturn(tail);

        // At the bound a CR may still turn out to be the front of a line end; at the end of a read nobody waits for that.
        var used = reachesBound ? text.Length : tail.Length - heldBack;
        var isMessage = used > 0 && !(text.IsEmpty && _continues);
        message = Encoding.UTF8.GetString(text);
        Keep(chunk, tail.Length - used);
        _continues = reachesBound || (_continues && !isMessage);
        return isMessage ? ReadStatus.Complete : ReadStatus.NeedMore;
    }

    /// <summary>The partial message and <paramref name="chunk"/> as one span; copies nothing if there is no partial.</summary>
    private ReadOnlySpan<byte> Joined(ReadOnlySpan<byte> chunk)
    {
        if (_partial.Length == 0)
        {
            return chunk;
        }

        _partial.Append(chunk);
        return _partial.Bytes;
    }

    /// <summary>Keeps the last <paramref name="count"/> bytes of what <see cref="Joined"/> made.</summary>
    private void Keep(ReadOnlySpan<byte> chunk, int count)
    {
        if (_partial.Length == 0)
        {
            _partial.Append(chunk[^count..]);
        }
        else
        {
            _partial.RemoveFront(_partial.Length - count);
        }
    }
}
