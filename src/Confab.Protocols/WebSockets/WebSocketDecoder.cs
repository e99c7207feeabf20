using System.Buffers.Binary;
using System.Text.Unicode;
using Confab.Protocols.Framing;

namespace Confab.Protocols.WebSockets;

/// <summary>
/// Reads what a client sends over a WebSocket (RFC 6455 section 5), where each message is a line: it is given with CR and LF at its end, whether
/// it came with any of them or not. However the bytes are cut into reads, the same messages come out.
/// </summary>
/// <remarks>
/// A message that came whole in one read is uncovered where it lies, and nothing is copied. A decoder belongs to one session and is not
/// thread-safe; between messages it holds no buffer, and otherwise never more than the longest message.
/// </remarks>
/// <param name="maxMessageBytes">The longest message, in bytes.</param>
public sealed class WebSocketDecoder(int maxMessageBytes)
{
    private const int LineEndBytes = 2;
    private const int CodeBytes = sizeof(ushort);

    // What has come of a head, then of the content of a frame that controls, that did not come whole.
    private PartialFrame _partial;

    // What has come of a message that did not come whole.
    private PartialFrame _message;
    private WebSocketHead _head;
    private uint _mask;
    private ulong _left;
    private WebSocketFound _kind;
    private bool _inFrame;
    private bool _partialIsOut;
    private bool _messageIsOut;
    private bool _isSkipping;
    private bool _isOver;

    /// <summary>True while a frame or a message has begun and not ended.</summary>
    public bool HoldsPartial => !_isOver && !_isSkipping && (_inFrame || InMessage || _partial.Length > 0);

    internal bool HoldsBuffer => _partial.HoldsBuffer || _message.HoldsBuffer;

    private int HeadBytes => _partial.Length < WebSocketHead.LeastBytes ? WebSocketHead.LeastBytes : WebSocketHead.BytesOf(_partial.Bytes[1]);

    private bool InMessage => _kind is not WebSocketFound.NeedMore;

    /// <summary>Reads the next thing from the front of <paramref name="input"/> and moves it on past what was used.</summary>
    /// <param name="input">The bytes that arrived; call again, with what remains, until the answer is <see cref="WebSocketFound.NeedMore"/>.</param>
    /// <param name="content">
    /// Of a message its line, of a ping what is to be sent back; valid until the next call, and no longer than the input's memory.
    /// </param>
    /// <returns>What was found.</returns>
    public WebSocketFound Read(ref Span<byte> input, out ReadOnlySpan<byte> content)
    {
        content = default;
        TakeBack();
        while (!_isOver)
        {
            if (!_inFrame)
            {
                if (TryReadWhole(ref input, out content) is { } whole)
                {
                    return whole;
                }

                if (!TryReadHead(ref input))
                {
                    return WebSocketFound.NeedMore;
                }

                if (CheckHead() is { } fault)
                {
                    return fault;
                }
            }

            var part = input[..(int)Math.Min(_left, (ulong)input.Length)];
            input = input[part.Length..];
            WebSocketMask.TakeOff(part, part, _mask);
            _mask = WebSocketMask.After(_mask, part.Length);
            _left -= (ulong)part.Length;
            _inFrame = _left > 0;
            if (Take(part, out content) is { } found)
            {
                return found;
            }

            if (_inFrame)
            {
                return WebSocketFound.NeedMore;
            }
        }

        input = default;
        return WebSocketFound.NeedMore;
    }

    // The usual case: a whole message in one frame, all of which is there. It moves forward a little, over its mask, which leaves room for the line's end.
    private WebSocketFound? TryReadWhole(ref Span<byte> input, out ReadOnlySpan<byte> content)
    {
        content = default;
        if (_partial.Length > 0 || InMessage || _isSkipping || input.Length < WebSocketHead.LeastBytes || WebSocketHead.BytesOf(input[1]) is var start && input.Length < start)
        {
            return null;
        }

        var head = WebSocketHead.Read(input);
        if (!head.IsValid || !head.IsFinal || head.Opcode is not (WebSocketOpcode.Text or WebSocketOpcode.Binary)
            || head.Length > (ulong)Math.Min(maxMessageBytes, input.Length - start))
        {
            return null;
        }

        var length = (int)head.Length;
        var line = input.Slice(start - LineEndBytes, length + LineEndBytes);
        WebSocketMask.TakeOff(input.Slice(start, length), line, head.Mask);
        input = input[(start + length)..];
        if (head.Opcode == WebSocketOpcode.Text && !Utf8.IsValid(line[..length]))
        {
            return Break(WebSocketFound.InvalidText);
        }

        length = WithoutEnd(line[..length]);
        "\r\n"u8.CopyTo(line[length..]);
        content = line[..(length + LineEndBytes)];
        return KindOf(head.Opcode);
    }

    private bool TryReadHead(ref Span<byte> input)
    {
        while (_partial.Length < HeadBytes)
        {
            var part = input[..Math.Min(HeadBytes - _partial.Length, input.Length)];
            if (part.IsEmpty)
            {
                return false;
            }

            _partial.Append(part);
            input = input[part.Length..];
        }

        _head = WebSocketHead.Read(_partial.Bytes);
        _partial.Clear();
        return true;
    }

    // What is wrong with the frame that has begun; null for nothing.
    private WebSocketFound? CheckHead()
    {
        var continues = _head.Opcode == WebSocketOpcode.Continuation;
        if (!_head.IsValid || (!_head.IsControl && !_isSkipping && continues != InMessage))
        {
            return Break(WebSocketFound.Violation);
        }

        (_mask, _left, _inFrame) = (_head.Mask, _head.Length, true);
        if (_head.IsControl || _isSkipping)
        {
            return null;
        }

        if (_head.Length > (ulong)(maxMessageBytes - _message.Length))
        {
            _message.Clear();
            (_isSkipping, _kind) = (true, WebSocketFound.NeedMore);
            return WebSocketFound.TooLong;
        }

        _kind = continues ? _kind : KindOf(_head.Opcode);
        return null;
    }

    // What the part of a frame has completed; null for nothing.
    private WebSocketFound? Take(ReadOnlySpan<byte> part, out ReadOnlySpan<byte> content)
    {
        content = default;
        if (_head.IsControl)
        {
            _partial.Append(part);
            return _inFrame ? null : EndControl(out content);
        }

        if (_isSkipping)
        {
            return null;
        }

        _message.Append(part);
        return _inFrame || !_head.IsFinal ? null : EndMessage(out content);
    }

    private WebSocketFound EndControl(out ReadOnlySpan<byte> content)
    {
        content = _partial.Bytes;
        _partialIsOut = true;
        switch (_head.Opcode)
        {
            case WebSocketOpcode.Ping:
                return WebSocketFound.Ping;
            case WebSocketOpcode.Pong:
                return WebSocketFound.Pong;
            default:
                var isValid = IsValidEnd(content);
                content = default;
                return Break(isValid ? WebSocketFound.Close : WebSocketFound.Violation);
        }
    }

    private WebSocketFound EndMessage(out ReadOnlySpan<byte> content)
    {
        content = default;
        var kind = _kind;
        _kind = WebSocketFound.NeedMore;
        if (kind == WebSocketFound.Text && !Utf8.IsValid(_message.Bytes))
        {
            return Break(WebSocketFound.InvalidText);
        }

        var length = WithoutEnd(_message.Bytes);
        _message.RemoveBack(_message.Length - length);
        _message.Append("\r\n"u8);
        content = _message.Bytes;
        _messageIsOut = true;
        return kind;
    }

    // What was handed out has been dealt with.
    private void TakeBack()
    {
        if (_partialIsOut)
        {
            _partial.Clear();
        }

        if (_messageIsOut)
        {
            _message.Clear();
        }

        (_partialIsOut, _messageIsOut) = (false, false);
    }

    private WebSocketFound Break(WebSocketFound why)
    {
        _isOver = true;
        _message.Clear();
        _partial.Clear();
        return why;
    }

    private static WebSocketFound KindOf(WebSocketOpcode opcode) => opcode == WebSocketOpcode.Text ? WebSocketFound.Text : WebSocketFound.Binary;

    // Clients must not send the end of the line, and some do.
    private static int WithoutEnd(ReadOnlySpan<byte> line) => line.TrimEnd("\r\n"u8).Length;

    // Section 7.4: nothing, or a code that may be sent, and perhaps a reason.
    private static bool IsValidEnd(ReadOnlySpan<byte> content) =>
        content.IsEmpty
        || (content.Length >= CodeBytes
            && BinaryPrimitives.ReadUInt16BigEndian(content) is (>= 1000 and <= 1003) or (>= 1007 and <= 1014) or (>= 3000 and <= 4999)
            && Utf8.IsValid(content[CodeBytes..]));
}
