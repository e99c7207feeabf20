using System.Text;
using Confab.Protocols.Framing;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Showing;

/// <summary>Goes through a text in parts that one line each has room for. Nothing is cut within a character, and rather between words.</summary>
/// <param name="text">The text; lines end with LF.</param>
/// <param name="room">How many bytes of UTF-8 a part may have; enough for one character at least.</param>
/// <param name="oneEach">True: of each line of the text there is only the first part.</param>
internal ref struct SpeechParts(ReadOnlySpan<char> text, int room, bool oneEach)
{
    // So near to the end of a line it is better to break between words.
    private const int WordBytes = 40;

    // What a cut must see behind itself, to know whether a character ends there.
    private const int LookAhead = GraphemeCut.LongestKept + 8;

    private ReadOnlySpan<char> _text = text;
    private ReadOnlySpan<char> _line;
    private bool _isLastLine;

    /// <summary>The part.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    public readonly SpeechParts GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_line.IsEmpty && !TryNextLine())
        {
            return false;
        }

        var length = Cut(_line, room);
        Current = _line[..length];
        _line = oneEach ? default : _line[length..];
        return true;
    }

    private bool TryNextLine()
    {
        if (_isLastLine)
        {
            return false;
        }

        var end = _text.IndexOf('\n');
        _isLastLine = end < 0;
        _line = _isLastLine ? _text : _text[..end];
        _text = _isLastLine ? default : _text[(end + 1)..];

        // An empty line would be no message.
        _line = _line.IsEmpty ? " " : _line;
        return true;
    }

    private static int Cut(ReadOnlySpan<char> line, int maxBytes)
    {
        if (line.Length * 3 <= maxBytes || (line.Length <= maxBytes && Encoding.UTF8.GetByteCount(line) <= maxBytes))
        {
            return line.Length;
        }

        Span<byte> encoded = stackalloc byte[3 * (IrcLimits.BodyBytes + LookAhead)];
        var utf8 = encoded[..Encoding.UTF8.GetBytes(line[..Math.Min(line.Length, maxBytes + LookAhead)], encoded)];
        var bytes = GraphemeCut.Cut(utf8, maxBytes) is > 0 and var whole ? whole : Utf8Cut.Cut(utf8, maxBytes);
        var space = utf8[..bytes].LastIndexOf((byte)' ');
        if (space >= bytes - WordBytes && space > 0)
        {
            bytes = space + 1;
        }

        return Encoding.UTF8.GetCharCount(utf8[..bytes]);
    }
}
