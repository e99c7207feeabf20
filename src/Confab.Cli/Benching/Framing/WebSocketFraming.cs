using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Confab.Cli.Benching.Running;
using Confab.Client;

namespace Confab.Cli.Benching.Framing;

/// <summary>Each line is a WebSocket message without its end (RFC 6455, IRCv3 websocket). One for each connection.</summary>
/// <param name="address">The server, for the request.</param>
/// <param name="path">Where the WebSocket begins.</param>
internal sealed class WebSocketFraming(ServerAddress address, string path) : BenchFraming
{
    private const byte Final = 0x80;
    private const byte TextOpcode = 1;
    private const byte CloseOpcode = 8;
    private const byte PingOpcode = 9;
    private const byte PongOpcode = 10;
    private const byte Masked = 0x80;
    private const int ShortLength = 126;
    private const int LongLength = 127;
    private const int MaskLength = 4;
    private const int LongestHead = 2 + sizeof(ulong) + MaskLength;

    private bool _isOpen;

    public override void Opened(BenchMember member) => member.Send(Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: {address}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        + $"Sec-WebSocket-Key: {Convert.ToBase64String(RandomNumberGenerator.GetBytes(16))}\r\nSec-WebSocket-Protocol: text.ircv3.net\r\n\r\n"));

    public override int Cut(ReadOnlySpan<byte> bytes, BenchMember member)
    {
        var used = _isOpen ? 0 : Upgraded(bytes, member);
        while (_isOpen && TryReadFrame(bytes[used..], out var opcode, out var start, out var length))
        {
            Take(opcode, bytes.Slice(used + start, length), member);
            used += start + length;
        }

        return used;
    }

    public override byte[] Wrap(ReadOnlySpan<byte> lines)
    {
        var output = new ArrayBufferWriter<byte>();
        foreach (var end in lines.Split((byte)'\n'))
        {
            if (lines[end].TrimEnd((byte)'\r') is { IsEmpty: false } line)
            {
                Write(output, TextOpcode, line);
            }
        }

        return output.WrittenSpan.ToArray();
    }

    // How many bytes the answer to the request has; 0 while it is not complete.
    private int Upgraded(ReadOnlySpan<byte> bytes, BenchMember member)
    {
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return 0;
        }

        if (!bytes.StartsWith("HTTP/1.1 101 "u8))
        {
            throw member.Failed($"no WebSocket at {path}: {Encoding.UTF8.GetString(bytes[..bytes.IndexOf((byte)'\r')])}");
        }

        _isOpen = true;
        member.Begin();
        return end + "\r\n\r\n".Length;
    }

    private void Take(byte opcode, ReadOnlySpan<byte> payload, BenchMember member)
    {
        switch (opcode)
        {
            case Final | TextOpcode or Final | (TextOpcode + 1):
                member.Hear(payload);
                break;
            case Final | PingOpcode:
                var pong = new ArrayBufferWriter<byte>();
                Write(pong, PongOpcode, payload);
                member.Send(pong.WrittenSpan);
                break;
            case Final | PongOpcode:
                break;
            case Final | CloseOpcode:
                _isOpen = false;
                member.Leave("the server closed the WebSocket");
                break;
            default:
                _isOpen = false;
                member.Leave("the server sent a message in parts, which chat lines are too short for");
                break;
        }
    }

    // Frames of a server are not masked.
    private static bool TryReadFrame(ReadOnlySpan<byte> bytes, out byte opcode, out int start, out int length)
    {
        (opcode, start, length) = (0, 2, 0);
        if (bytes.Length < start)
        {
            return false;
        }

        (opcode, length) = (bytes[0], bytes[1] & ~Masked);
        start += length switch { ShortLength => sizeof(ushort), LongLength => sizeof(ulong), _ => 0 };
        if (bytes.Length < start)
        {
            return false;
        }

        length = length switch
        {
            ShortLength => BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            LongLength => (int)Math.Min(int.MaxValue / 2, BinaryPrimitives.ReadUInt64BigEndian(bytes[2..])),
            _ => length,
        };
        return bytes.Length - start >= length;
    }

    // The mask is zero, so that a message can be stamped where it stands in its frame. Masks protect proxies, and there are none on this way.
    private static void Write(ArrayBufferWriter<byte> output, byte opcode, ReadOnlySpan<byte> payload)
    {
        var head = output.GetSpan(LongestHead);
        head[..LongestHead].Clear();
        head[0] = (byte)(Final | opcode);
        int length;
        if (payload.Length < ShortLength)
        {
            (head[1], length) = ((byte)(Masked | payload.Length), 0);
        }
        else if (payload.Length <= ushort.MaxValue)
        {
            (head[1], length) = (Masked | ShortLength, sizeof(ushort));
            BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)payload.Length);
        }
        else
        {
            (head[1], length) = (Masked | LongLength, sizeof(ulong));
            BinaryPrimitives.WriteUInt64BigEndian(head[2..], (ulong)payload.Length);
        }

        output.Advance(2 + length + MaskLength);
        output.Write(payload);
    }
}
