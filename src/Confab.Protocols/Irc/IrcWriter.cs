using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;
using Confab.Protocols.Framing;

namespace Confab.Protocols.Irc;

/// <summary>
/// Writes one IRC line, part by part in the order of the wire: tags, source, command, parameters, <see cref="End"/>. Nothing
/// that is put in can break the line: CR, LF and NUL become spaces, a parameter that could not stand in the middle becomes
/// "*", and what passes the bound is cut off between two characters. It allocates nothing.
/// </summary>
/// <remarks>
/// Bytes are taken to be UTF-8. Between the first part after the tags and <see cref="End"/> the output belongs to this writer.
/// </remarks>
/// <example>
/// <code>
/// var line = new IrcWriter(output);
/// line.Tag("time"u8, "2026-11-21T14:15:00.000Z"u8);
/// line.Source("ada!ada@host"u8);
/// line.Command("PRIVMSG"u8);
/// line.Parameter("#tea"u8);
/// line.Text("the kettle is on");
/// line.End();
/// </code>
/// </example>
public ref struct IrcWriter
{
    private const int LineEndBytes = 2;

    private static readonly SearchValues<byte> Breaking = SearchValues.Create("\r\n\0"u8);
    private static readonly SearchValues<byte> BreakingOrSpace = SearchValues.Create(" \r\n\0"u8);
    private static readonly SearchValues<char> BreakingOrSpaceChars = SearchValues.Create(" \r\n\0");

    private readonly IBufferWriter<byte> _output;
    private readonly int _maxTagBytes;
    private readonly int _maxBodyBytes;
    private Span<byte> _body;
    private int _tagBytes;
    private int _length;
    private bool _bodyIsCut;

    /// <summary>Begins a line.</summary>
    /// <param name="output">Where to write to.</param>
    /// <param name="maxTagBytes">The longest tag section in bytes, "@" and the space counted.</param>
    /// <param name="maxBodyBytes">The longest rest of the line in bytes, CR and LF counted; more than 2.</param>
    public IrcWriter(IBufferWriter<byte> output, int maxTagBytes = IrcLimits.TagBytesFromServer, int maxBodyBytes = IrcLimits.BodyBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(maxBodyBytes, LineEndBytes);
        _output = output;
        _maxTagBytes = maxTagBytes;
        _maxBodyBytes = maxBodyBytes;
    }

    /// <summary>True once something did not fit: a tag was left out, or the rest was cut.</summary>
    public bool WasCut { get; private set; }

    private readonly int Room => _bodyIsCut ? 0 : _body.Length - LineEndBytes - _length;

    /// <summary>Writes a whole message: <c>[@tags ][:source ]command[ parameters]</c>.</summary>
    /// <param name="output">Where to write to.</param>
    /// <param name="message">The message.</param>
    /// <param name="maxBodyBytes">The longest line after the tags, in bytes with CR and LF.</param>
    /// <returns>The bytes written.</returns>
    public static int Write(IBufferWriter<byte> output, IrcMessage message, int maxBodyBytes = IrcLimits.BodyBytes)
    {
        var line = new IrcWriter(output, maxBodyBytes: maxBodyBytes);
        for (var i = 0; i < message.Tags.Count; i++)
        {
            line.Tag(message.Tags[i].Name, message.Tags[i].Value);
        }

        if (message.Source is not null)
        {
            line.Source(message.Source);
        }

        line.Command(message.Command);
        for (var i = 0; i < message.Parameters.Count - 1; i++)
        {
            line.Parameter(message.Parameters[i]);
        }

        if (message.Parameters.Count > 0)
        {
            line.LastParameter(message.Parameters[^1]);
        }

        return line.End();
    }

    /// <summary>Adds a tag; its value is escaped. A tag that does not fit is left out whole.</summary>
    /// <param name="name">The name, as on the wire.</param>
    /// <param name="value">The value before escaping; empty for none.</param>
    public void Tag(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value = default)
    {
        var room = BeginTag(name.Length + (2 * value.Length));
        name.CopyTo(room[1..]);
        var length = 1 + name.Length;
        if (!value.IsEmpty)
        {
            room[length++] = (byte)'=';
            length += IrcTagEscape.Escape(value, room[length..]);
        }

        EndTag(length);
    }

    /// <inheritdoc cref="Tag(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    public void Tag(scoped ReadOnlySpan<char> name, scoped ReadOnlySpan<char> value = default)
    {
        var room = BeginTag(3 * (name.Length + value.Length));
        var length = 1 + Encoding.UTF8.GetBytes(name, room[1..]);
        if (!value.IsEmpty)
        {
            room[length++] = (byte)'=';
            length += IrcTagEscape.Escape(value, room[length..]);
        }

        EndTag(length);
    }

    /// <summary>Adds tags that are already in their wire form, as in <c>a=b;c</c>; left out whole if they do not fit.</summary>
    /// <param name="tagData">The tags without "@" and without the space; empty for none.</param>
    public void PreparedTags(scoped ReadOnlySpan<byte> tagData)
    {
        if (!tagData.IsEmpty)
        {
            tagData.CopyTo(BeginTag(tagData.Length)[1..]);
            EndTag(1 + tagData.Length);
        }
    }

    /// <inheritdoc cref="PreparedTags(ReadOnlySpan{byte})"/>
    public void PreparedTags(scoped ReadOnlySpan<char> tagData)
    {
        if (!tagData.IsEmpty)
        {
            EndTag(1 + Encoding.UTF8.GetBytes(tagData, BeginTag(3 * tagData.Length)[1..]));
        }
    }

    /// <summary>Writes who sends it.</summary>
    /// <param name="source">The source without ":".</param>
    public void Source(scoped ReadOnlySpan<byte> source)
    {
        Append(":"u8);
        AppendOne(source);
        Append(" "u8);
    }

    /// <inheritdoc cref="Source(ReadOnlySpan{byte})"/>
    public void Source(scoped ReadOnlySpan<char> source)
    {
        Append(":"u8);
        AppendOne(source);
        Append(" "u8);
    }

    /// <summary>Writes the command or numeric.</summary>
    /// <param name="command">As it shall stand on the wire.</param>
    public void Command(scoped ReadOnlySpan<byte> command) => AppendOne(command);

    /// <inheritdoc cref="Command(ReadOnlySpan{byte})"/>
    public void Command(scoped ReadOnlySpan<char> command) => AppendOne(command);

    /// <summary>Writes the front of the part after the tags as it is: source, command, and first parameters, prepared together.</summary>
    /// <param name="front">For example <c>:ada!ada@host PRIVMSG #tea</c>: no space at its end.</param>
    public void Prepared(scoped ReadOnlySpan<byte> front) => Append(front);

    /// <summary>Writes a parameter after which others may come.</summary>
    /// <param name="parameter">The parameter. "*" is written for one that is empty, holds a space, or begins with ":".</param>
    public void Parameter(scoped ReadOnlySpan<byte> parameter)
    {
        Append(" "u8);
        AppendOne(parameter);
    }

    /// <inheritdoc cref="Parameter(ReadOnlySpan{byte})"/>
    public void Parameter(scoped ReadOnlySpan<char> parameter)
    {
        Append(" "u8);
        AppendOne(parameter);
    }

    /// <summary>Writes a number as a parameter.</summary>
    /// <param name="number">The number, written in decimal.</param>
    public void Parameter(long number)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, digits, out var length);
        Append(" "u8);
        Append(digits[..length]);
    }

    /// <summary>Writes the last parameter, with ":" only if it needs it.</summary>
    /// <param name="parameter">Any text.</param>
    public void LastParameter(scoped ReadOnlySpan<byte> parameter)
    {
        Append(IsOne(parameter) ? " "u8 : " :"u8);
        Append(parameter);
    }

    /// <inheritdoc cref="LastParameter(ReadOnlySpan{byte})"/>
    public void LastParameter(scoped ReadOnlySpan<char> parameter)
    {
        Append(IsOne(parameter) ? " "u8 : " :"u8);
        Append(parameter);
    }

    /// <summary>Writes the last parameter, always with ":", as is usual for text that people read.</summary>
    /// <param name="text">Any text.</param>
    public void Text(scoped ReadOnlySpan<byte> text)
    {
        Append(" :"u8);
        Append(text);
    }

    /// <inheritdoc cref="Text(ReadOnlySpan{byte})"/>
    public void Text(scoped ReadOnlySpan<char> text)
    {
        Append(" :"u8);
        Append(text);
    }

    /// <summary>Ends the line with CR LF and hands it to the output.</summary>
    /// <returns>The bytes written, tags and line end counted.</returns>
    public int End()
    {
        BeginBody();

        // Once for the whole line: a search for each part costs more than the parts.
        _body[.._length].ReplaceAny(Breaking, (byte)' ');
        "\r\n"u8.CopyTo(_body[_length..]);
        _output.Advance(_length + LineEndBytes);
        return _tagBytes + _length + LineEndBytes;
    }

    private static bool IsOne(ReadOnlySpan<byte> text) => !text.IsEmpty && text[0] != ':' && !text.ContainsAny(BreakingOrSpace);

    private static bool IsOne(ReadOnlySpan<char> text) => !text.IsEmpty && text[0] != ':' && !text.ContainsAny(BreakingOrSpaceChars);

    private readonly Span<byte> BeginTag(int most)
    {
        if (!_body.IsEmpty)
        {
            throw new InvalidOperationException("A tag was added after the source or command; write all tags first.");
        }

        var room = _output.GetSpan(most + 2);
        room[0] = _tagBytes == 0 ? (byte)'@' : (byte)';';
        return room;
    }

    private void EndTag(int length)
    {
        // One byte is kept for the space that ends the tags.
        if (_tagBytes + length + 1 > _maxTagBytes)
        {
            WasCut = true;
            return;
        }

        _output.Advance(length);
        _tagBytes += length;
    }

    private void BeginBody()
    {
        if (!_body.IsEmpty)
        {
            return;
        }

        if (_tagBytes > 0)
        {
            _output.GetSpan(1)[0] = (byte)' ';
            _output.Advance(1);
            _tagBytes++;
        }

        _body = _output.GetSpan(_maxBodyBytes)[.._maxBodyBytes];
    }

    private void AppendOne(scoped ReadOnlySpan<byte> word) => Append(IsOne(word) ? word : "*"u8);

    private void AppendOne(scoped ReadOnlySpan<char> word) => Append(IsOne(word) ? word : "*");

    private void Append(scoped ReadOnlySpan<byte> bytes)
    {
        BeginBody();
        if (bytes.Length > Room)
        {
            bytes = bytes[..GraphemeCut.Cut(bytes, Room)];
            Cut();
        }

        bytes.CopyTo(_body[_length..]);
        _length += bytes.Length;
    }

    private void Append(scoped ReadOnlySpan<char> text)
    {
        BeginBody();
        var room = _body.Slice(_length, Room);
        Utf8.FromUtf16(text, room, out var read, out var length);
        if (read < text.Length)
        {
            Utf8.FromUtf16(text[..GraphemeCut.Cut(text, read)], room, out _, out length);
            Cut();
        }

        _length += length;
    }

    /// <summary>After a cut nothing may follow, even if it would fit: it would look as if it belonged to what was cut.</summary>
    private void Cut()
    {
        _bodyIsCut = true;
        WasCut = true;
    }
}
