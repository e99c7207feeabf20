namespace Confab.Protocols.Detection;

/// <summary>
/// Decides over the first bytes of a session, however they are cut into reads, whether an HTTP client or a TLS client has come to a
/// plain text door. A page in a browser can be made to post to any port; it must not be able to speak in a room.
/// </summary>
/// <remarks>
/// Eight bytes decide at most, usually the first one does. While the answer is <see cref="Detected.Undecided"/> the caller holds
/// the bytes back, or treats them as plain when it has waited long enough: somebody may just say "GET". A value
/// belongs to one session; it changes with each read, so keep it in a field that is not read-only.
/// </remarks>
public struct FirstBytes
{
    private static readonly byte[][] RequestStarts =
    [
        "GET "u8.ToArray(), "POST "u8.ToArray(), "PUT "u8.ToArray(), "HEAD "u8.ToArray(), "OPTIONS "u8.ToArray(),
        "DELETE "u8.ToArray(), "PATCH "u8.ToArray(), "CONNECT "u8.ToArray(), "TRACE "u8.ToArray(),
        "PRI "u8.ToArray(), // HTTP/2 (RFC 9113 section 3.4)
    ];

    /// <summary>A TLS record of type handshake, version 3.x (RFC 8446 section 5.1).</summary>
    private static readonly byte[] HandshakeStart = [0x16, 0x03];

    /// <summary>As long as the longest start: "OPTIONS " and "CONNECT ".</summary>
    private const int Longest = sizeof(ulong);

    private ulong _seen;
    private byte _count;
    private Detected _answer;

    /// <summary>Looks at the next read of the session. Once there is a decision it stays and reads are no longer looked at.</summary>
    /// <param name="read">The bytes that follow those of the calls before.</param>
    /// <returns>The decision after these bytes.</returns>
    public Detected Inspect(ReadOnlySpan<byte> read)
    {
        if (_answer != Detected.Undecided || read.IsEmpty)
        {
            return _answer;
        }

        Span<byte> first = stackalloc byte[Longest];
        BitConverter.TryWriteBytes(first, _seen);
        var added = Math.Min(read.Length, Longest - _count);
        read[..added].CopyTo(first[_count..]);
        _count += (byte)added;
        _seen = BitConverter.ToUInt64(first);
        _answer = Decide(first[.._count]);
        return _answer;
    }

    private static Detected Decide(ReadOnlySpan<byte> first)
    {
        var answer = Match(first, HandshakeStart, Detected.Tls);
        for (var i = 0; i < RequestStarts.Length && answer == Detected.Plain; i++)
        {
            answer = Match(first, RequestStarts[i], Detected.Http);
        }

        return answer;
    }

    private static Detected Match(ReadOnlySpan<byte> first, ReadOnlySpan<byte> start, Detected whole)
    {
        if (first.StartsWith(start))
        {
            return whole;
        }

        return start.StartsWith(first) ? Detected.Undecided : Detected.Plain;
    }
}
