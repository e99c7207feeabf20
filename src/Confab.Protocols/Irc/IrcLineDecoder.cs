using Confab.Protocols.Framing;
using Confab.Protocols.Lines;

namespace Confab.Protocols.Irc;

/// <summary>
/// Reads IRC lines: they end at LF, with one CR before it taken off, and have one bound for the tags and another for the rest.
/// However the bytes are cut into reads, the same lines come out.
/// </summary>
/// <remarks>
/// An over-long line is told once, as soon as a bound is passed; the rest of it is skipped and reading goes on after its LF
/// (the server's answer is 417). A decoder belongs to one session and is not thread-safe. What it keeps never passes the
/// two bounds together.
/// </remarks>
/// <example>
/// <code>
/// ReadStatus status;
/// while ((status = decoder.Read(ref input, out var line)) != ReadStatus.NeedMore)
/// {
///     if (status == ReadStatus.Complete) { Handle(IrcMessage.TryParse(line, out var message), message); } else { TooLong(); }
/// }
/// </code>
/// </example>
public sealed class IrcLineDecoder
{
    private readonly int _maxTagBytes;
    private readonly int _maxBodyBytes;
    private PartialFrame _partial;
    private bool _handedOut;
    private bool _skipping;

    /// <summary>Where the tags of the partial line end; 0 while that is not known.</summary>
    private int _bodyStart;

    /// <summary>Makes a decoder with bounds.</summary>
    /// <param name="maxTagBytes">
    /// The longest tag section in bytes, "@" and one space counted; at least 1. <see cref="IrcLimits.TagBytesFromClient"/> for
    /// a server, <see cref="IrcLimits.TagBytesFromServer"/> for a client.
    /// </param>
    /// <param name="maxBodyBytes">The longest rest of a line in bytes, its CR and LF counted; at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is below its least value or above 512 MiB.</exception>
    public IrcLineDecoder(int maxTagBytes = IrcLimits.TagBytesFromClient, int maxBodyBytes = IrcLimits.BodyBytes)
    {
        _maxTagBytes = FrameBound.Check(maxTagBytes, smallest: 1);
        _maxBodyBytes = FrameBound.Check(maxBodyBytes, smallest: 2);
    }

    /// <summary>True while a line has begun and not ended.</summary>
    public bool HoldsPartial => (_partial.Length > 0 && !_handedOut) || _skipping;

    internal bool HoldsBuffer => _partial.HoldsBuffer;

    /// <summary>Reads the next line from the front of <paramref name="input"/> and moves it on past what was used.</summary>
    /// <param name="input">The bytes that arrived; call again, with what remains, until the answer is <see cref="ReadStatus.NeedMore"/>.</param>
    /// <param name="line">
    /// The line without its end, possibly empty; empty unless the answer is <see cref="ReadStatus.Complete"/>. It is valid until
    /// the next call, and no longer than the input's memory.
    /// </param>
    /// <returns>What was found.</returns>
    public ReadStatus Read(ref ReadOnlySpan<byte> input, out ReadOnlySpan<byte> line)
    {
        line = default;
        if (_handedOut)
        {
            ForgetPartial();
        }

        if (_skipping && !SkipToLineEnd(ref input))
        {
            return ReadStatus.NeedMore;
        }

        if (input.IsEmpty)
        {
            return ReadStatus.NeedMore;
        }

        // Looking past the bound would be work that an attacker chooses.
        var bound = Bound(input);
        var window = input[..Math.Min(input.Length, bound - _partial.Length)];
        var lineFeed = window.IndexOf((byte)'\n');
        if (lineFeed >= 0)
        {
            input = input[(lineFeed + 1)..];
            line = Finish(window[..lineFeed]);
            return ReadStatus.Complete;
        }

        input = input[window.Length..];
        if (_partial.Length + window.Length < bound)
        {
            _partial.Append(window);
            return ReadStatus.NeedMore;
        }

        ForgetPartial();
        _skipping = true;
        return ReadStatus.TooLong;
    }

    /// <summary>Forgets a partial line and gives its buffer back; for the end of a session.</summary>
    public void Reset()
    {
        ForgetPartial();
        _skipping = false;
    }

    /// <summary>How many bytes the line may have with its end, as far as what has come of it tells.</summary>
    private int Bound(ReadOnlySpan<byte> input)
    {
        var first = _partial.Length > 0 ? _partial.Bytes[0] : input[0];
        if (first != '@')
        {
            return _maxBodyBytes;
        }

        if (_bodyStart == 0)
        {
            var space = input[..Math.Min(input.Length, _maxTagBytes - _partial.Length)].IndexOf((byte)' ');
            if (space < 0)
            {
                return _maxTagBytes;
            }

            _bodyStart = _partial.Length + space + 1;
        }

        return _bodyStart + _maxBodyBytes;
    }

    private void ForgetPartial()
    {
        _partial.Clear();
        _handedOut = false;
        _bodyStart = 0;
    }

    private bool SkipToLineEnd(ref ReadOnlySpan<byte> input)
    {
        var lineFeed = input.IndexOf((byte)'\n');
        input = lineFeed < 0 ? default : input[(lineFeed + 1)..];
        _skipping = lineFeed < 0;
        return !_skipping;
    }

    private ReadOnlySpan<byte> Finish(ReadOnlySpan<byte> rest)
    {
        _bodyStart = 0;
        if (_partial.Length == 0)
        {
            return LineEnd.WithoutCarriageReturn(rest);
        }

        _partial.Append(rest);
        _handedOut = true;
        return LineEnd.WithoutCarriageReturn(_partial.Bytes);
    }
}
