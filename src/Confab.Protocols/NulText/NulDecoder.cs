using System.Text;
using Confab.Protocols.Framing;

namespace Confab.Protocols.NulText;

/// <summary>
/// Reads UTF-8 messages that each end at one NUL byte; newlines inside are kept. However the bytes are cut into reads,
/// the same messages come out.
/// </summary>
/// <remarks>
/// A message that passes the bound ends the conversation: it is reported once, at that byte, and everything after it is
/// thrown away; the caller closes the session. A tail without NUL is never a message. Bytes that are not UTF-8 become U+FFFD.
/// A decoder belongs to one session and is not thread-safe.
/// </remarks>
public sealed class NulDecoder
{
    private readonly int _maxBytes;
    private PartialFrame _partial;
    private bool _ended;

    /// <summary>Makes a decoder with a bound.</summary>
    /// <param name="maxBytes">The longest message in bytes, its NUL not counted; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 1 or above 512 MiB.</exception>
    public NulDecoder(int maxBytes) => _maxBytes = FrameBound.Check(maxBytes, smallest: 1);

    /// <summary>True while a message has begun and not ended.</summary>
    public bool HoldsPartial => _partial.Length > 0;

    internal bool HoldsBuffer => _partial.HoldsBuffer;

    /// <summary>Reads the next message from the front of <paramref name="input"/> and moves it on past what was used.</summary>
    /// <param name="input">The bytes that arrived; call again, with what remains, until the answer is <see cref="ReadStatus.NeedMore"/>.</param>
    /// <param name="message">The text without its NUL; empty unless the answer is <see cref="ReadStatus.Complete"/>.</param>
    /// <returns>What was found. After <see cref="ReadStatus.TooLong"/> only <see cref="ReadStatus.NeedMore"/>.</returns>
    public ReadStatus Read(ref ReadOnlySpan<byte> input, out string message)
    {
        message = "";
        if (_ended)
        {
            input = default;
            return ReadStatus.NeedMore;
        }

        var window = input[..Math.Min(input.Length, _maxBytes + 1 - _partial.Length)];
        var end = window.IndexOf((byte)0);
        if (end >= 0)
        {
            input = input[(end + 1)..];
            message = Finish(window[..end]);
            return ReadStatus.Complete;
        }

        input = input[window.Length..];
        if (_partial.Length + window.Length <= _maxBytes)
        {
            _partial.Append(window);
            return ReadStatus.NeedMore;
        }

        _partial.Clear();
        _ended = true;
        return ReadStatus.TooLong;
    }

    /// <summary>Forgets a partial message and gives its buffer back; for the end of a session.</summary>
    public void Reset()
    {
        _partial.Clear();
        _ended = false;
    }

    private string Finish(ReadOnlySpan<byte> rest)
    {
        if (_partial.Length == 0)
        {
            return Encoding.UTF8.GetString(rest);
        }

        _partial.Append(rest);
        var message = Encoding.UTF8.GetString(_partial.Bytes);
        _partial.Clear();
        return message;
    }
}
