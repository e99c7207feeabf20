using System.Text;
using Confab.Protocols.Framing;

namespace Confab.Protocols.Lines;

/// <summary>
/// Reads lines: UTF-8 text that ends at LF, with one CR before it taken off. However the bytes are cut into reads,
/// the same messages come out.
/// </summary>
/// <remarks>
/// An over-long line is reported once, as soon as it passes the bound; the rest of it is skipped and reading goes on
/// after its LF. Bytes that are not UTF-8 become U+FFFD. A decoder belongs to one session and is not thread-safe.
/// </remarks>
/// <example>
/// <code>
/// ReadStatus status;
/// while ((status = decoder.Read(ref input, out var line)) != ReadStatus.NeedMore)
/// {
///     if (status == ReadStatus.Complete) { Say(line); } else { Complain(); }
/// }
/// </code>
/// </example>
public sealed class LineDecoder
{
    private readonly int _maxBytes;
    private PartialFrame _partial;
    private bool _skipping;

    /// <summary>Makes a decoder with a bound.</summary>
    /// <param name="maxBytes">The longest line in bytes, its CR and LF not counted; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 1 or above 512 MiB.</exception>
    public LineDecoder(int maxBytes) => _maxBytes = FrameBound.Check(maxBytes, smallest: 1);

    /// <summary>True while a message has begun and not ended.</summary>
    public bool HoldsPartial => _partial.Length > 0 || _skipping;

    internal bool HoldsBuffer => _partial.HoldsBuffer;

    /// <summary>Reads the next line from the front of <paramref name="input"/> and moves it on past what was used.</summary>
    /// <param name="input">The bytes that arrived; call again, with what remains, until the answer is <see cref="ReadStatus.NeedMore"/>.</param>
    /// <param name="message">The line without its end; empty unless the answer is <see cref="ReadStatus.Complete"/>.</param>
    /// <returns>What was found.</returns>
    public ReadStatus Read(ref ReadOnlySpan<byte> input, out string message)
    {
        message = "";
        if (_skipping && !SkipToLineEnd(ref input))
        {
            return ReadStatus.NeedMore;
        }

        // The longest good line is the bound, a CR and the LF: looking further would be work an attacker chooses.
        var window = input[..Math.Min(input.Length, _maxBytes + 2 - _partial.Length)];
        var lineFeed = window.IndexOf((byte)'\n');
        if (lineFeed >= 0)
        {
            input = input[(lineFeed + 1)..];
            return Finish(window[..lineFeed], out message);
        }

        input = input[window.Length..];
        if (MayStillFit(window))
        {
            _partial.Append(window);
            return ReadStatus.NeedMore;
        }

        _partial.Clear();
        _skipping = true;
        return ReadStatus.TooLong;
    }

    /// <summary>Forgets a partial line and gives its buffer back; for the end of a session.</summary>
    public void Reset()
    {
        _partial.Clear();
        _skipping = false;
    }

    /// <summary>One byte more than the bound is no fault yet if it is a CR: the LF may follow.</summary>
    private bool MayStillFit(ReadOnlySpan<byte> window)
    {
        var length = _partial.Length + window.Length;
        return length <= _maxBytes || (length == _maxBytes + 1 && (window.IsEmpty || window[^1] == '\r'));
    }

    private bool SkipToLineEnd(ref ReadOnlySpan<byte> input)
    {
        var lineFeed = input.IndexOf((byte)'\n');
        input = lineFeed < 0 ? default : input[(lineFeed + 1)..];
        _skipping = lineFeed < 0;
        return !_skipping;
    }

    private ReadStatus Finish(ReadOnlySpan<byte> rest, out string message)
    {
        var line = rest;
        if (_partial.Length > 0)
        {
            _partial.Append(rest);
            line = _partial.Bytes;
        }

        line = LineEnd.WithoutCarriageReturn(line);
        var fits = line.Length <= _maxBytes;
        message = fits ? Encoding.UTF8.GetString(line) : "";
        _partial.Clear();
        return fits ? ReadStatus.Complete : ReadStatus.TooLong;
    }
}
