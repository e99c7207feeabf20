using System.Buffers.Binary;

namespace Confab.Protocols.WebSockets;

/// <summary>The head of a frame (RFC 6455 section 5.2), as a client sends it.</summary>
internal readonly struct WebSocketHead
{
    /// <summary>The longest head: two bytes, a length of eight, and the mask.</summary>
    public const int MostBytes = LeastBytes + sizeof(ulong) + MaskBytes;

    /// <summary>The shortest head; its second byte tells how long the whole is.</summary>
    public const int LeastBytes = 2;

    /// <summary>The longest content of a frame that controls the connection (section 5.5).</summary>
    public const int MostControlBytes = 125;

    private const int MaskBytes = sizeof(uint);
    internal const byte Final = 0x80;
    private const byte Reserved = 0x70;
    private const byte Masked = 0x80;
    private const int TwoByteLength = 126;
    private const int EightByteLength = 127;

    private readonly byte _first;
    private readonly bool _isMasked;

    private WebSocketHead(byte first, ulong length, uint? mask)
    {
        _first = first;
        _isMasked = mask is not null;
        Length = length;
        Mask = mask ?? 0;
    }

    public WebSocketOpcode Opcode => (WebSocketOpcode)(_first & 0x0F);

    /// <summary>True for the last frame of a message.</summary>
    public bool IsFinal => (_first & Final) != 0;

    /// <summary>True for a frame that is no part of a message.</summary>
    public bool IsControl => Opcode >= WebSocketOpcode.Close;

    /// <summary>How many bytes of content follow.</summary>
    public ulong Length { get; }

    /// <summary>What they are masked with; its lowest byte belongs to the first of them.</summary>
    public uint Mask { get; }

    /// <summary>
    /// True where the frame by itself is as section 5 wants a client's: it is masked, nothing reserved is used, and what controls is short and whole.
    /// </summary>
    public bool IsValid => _isMasked
        && (_first & Reserved) == 0
        && Opcode is <= WebSocketOpcode.Binary or (>= WebSocketOpcode.Close and <= WebSocketOpcode.Pong)
        && Length <= long.MaxValue
        && (!IsControl || (IsFinal && Length <= MostControlBytes));

    /// <summary>How many bytes a head has, by its second byte.</summary>
    public static int BytesOf(byte second) => LeastBytes + LengthBytes(second) + (IsMasked(second) ? MaskBytes : 0);

    /// <summary>Reads a whole head.</summary>
    public static WebSocketHead Read(ReadOnlySpan<byte> head)
    {
        var extra = LengthBytes(head[1]);
        var length = extra switch
        {
            0 => (ulong)(head[1] & ~Masked),
            sizeof(ushort) => BinaryPrimitives.ReadUInt16BigEndian(head[2..]),
            _ => BinaryPrimitives.ReadUInt64BigEndian(head[2..]),
        };
        return new WebSocketHead(head[0], length, IsMasked(head[1]) ? BinaryPrimitives.ReadUInt32LittleEndian(head[(LeastBytes + extra)..]) : null);
    }

    /// <summary>Writes the head of a whole, unmasked frame, as a server sends it.</summary>
    /// <param name="to">At least <see cref="MostBytes"/>.</param>
    /// <param name="opcode">What the frame is.</param>
    /// <param name="length">How many bytes of content follow.</param>
    /// <returns>How many bytes the head has.</returns>
    public static int Write(Span<byte> to, WebSocketOpcode opcode, int length)
    {
        to[0] = (byte)(Final | (byte)opcode);
        switch (length)
        {
            case < TwoByteLength:
                to[1] = (byte)length;
                return LeastBytes;
            case <= ushort.MaxValue:
                to[1] = TwoByteLength;
                BinaryPrimitives.WriteUInt16BigEndian(to[2..], (ushort)length);
                return LeastBytes + sizeof(ushort);
            default:
                to[1] = EightByteLength;
                BinaryPrimitives.WriteUInt64BigEndian(to[2..], (ulong)length);
                return LeastBytes + sizeof(ulong);
        }
    }

    private static bool IsMasked(byte second) => (second & Masked) != 0;

    private static int LengthBytes(byte second) => (second & ~Masked) switch
    {
        TwoByteLength => sizeof(ushort),
        EightByteLength => sizeof(ulong),
        _ => 0,
    };
}
