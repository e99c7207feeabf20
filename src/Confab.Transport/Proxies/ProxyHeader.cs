using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Confab.Transport.Proxies;

/// <summary>
/// The header that a proxy puts before everything else, so that the server knows whom it speaks for: the PROXY protocol of HAProxy,
/// versions 1 (section 2.1 of its document, a line of text) and 2 (section 2.2, binary). A pure parser.
/// </summary>
public static class ProxyHeader
{
    /// <summary>Most bytes of a header; the addresses need 232 of them, and the rest is for what else version 2 may say.</summary>
    public const int MostBytes = FixedBytes + MostVariableBytes;

    private const int FixedBytes = 16;
    private const int MostVariableBytes = 4096;

    // PROXY UNKNOWN, two addresses and two ports of the greatest length, CRLF.
    private const int LongestLine = 107;

    private static ReadOnlySpan<byte> Signature => [0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A];

    private static ReadOnlySpan<byte> LineStart => "PROXY "u8;

    /// <summary>Reads a header from the first bytes of a connection.</summary>
    /// <param name="first">All bytes so far.</param>
    /// <param name="length">How long the header is, where it is complete; what follows belongs to the client.</param>
    /// <param name="announced">Whom the proxy speaks for; null where it speaks for itself or does not know.</param>
    public static ProxyHeaderStatus Read(ReadOnlySpan<byte> first, out int length, out IPEndPoint? announced)
    {
        (length, announced) = (0, null);
        if (first.StartsWith(Signature))
        {
            return ReadBinary(first, out length, out announced);
        }

        if (first.StartsWith(LineStart))
        {
            return ReadLine(first, out length, out announced);
        }

        return Signature.StartsWith(first) || LineStart.StartsWith(first) ? ProxyHeaderStatus.NeedMore : ProxyHeaderStatus.Malformed;
    }

    // PROXY TCP4 source destination source-port destination-port CRLF
    private static ProxyHeaderStatus ReadLine(ReadOnlySpan<byte> first, out int length, out IPEndPoint? announced)
    {
        (length, announced) = (0, null);
        var line = first[..Math.Min(first.Length, LongestLine)];
        var end = line.IndexOf("\r\n"u8);
        if (end < 0)
        {
            return first.Length < LongestLine ? ProxyHeaderStatus.NeedMore : ProxyHeaderStatus.Malformed;
        }

        length = end + 2;
        var words = Encoding.Latin1.GetString(line[LineStart.Length..end]).Split(' ');
        if (words[0] == "UNKNOWN")
        {
            return ProxyHeaderStatus.Complete;
        }

        AddressFamily? family = words[0] switch
        {
            "TCP4" => AddressFamily.InterNetwork,
            "TCP6" => AddressFamily.InterNetworkV6,
            _ => null,
        };
        if (family is null
            || words.Length != 5
            || !TryReadAddress(words[1], family.Value, out var source)
            || !TryReadAddress(words[2], family.Value, out _)
            || !TryReadPort(words[3], out var port)
            || !TryReadPort(words[4], out _))
        {
            return ProxyHeaderStatus.Malformed;
        }

        announced = new IPEndPoint(source, port);
        return ProxyHeaderStatus.Complete;
    }

    private static ProxyHeaderStatus ReadBinary(ReadOnlySpan<byte> first, out int length, out IPEndPoint? announced)
    {
        (length, announced) = (0, null);
        if (first.Length < FixedBytes)
        {
            return ProxyHeaderStatus.NeedMore;
        }

        const int Local = 0x20;
        const int Proxy = 0x21;
        var (command, kind) = (first[12], first[13]);
        var variable = BinaryPrimitives.ReadUInt16BigEndian(first[14..]);
        if (command is not (Local or Proxy) || variable > MostVariableBytes)
        {
            return ProxyHeaderStatus.Malformed;
        }

        // The family first, then the kind of socket. A local connection may say anything here.
        var addressBytes = (kind >> 4) switch { 0 => 0, 1 => 4, 2 => 16, 3 => 108, _ => -1 };
        if (command == Proxy && (addressBytes < 0 || (kind & 0xF) > 2))
        {
            return ProxyHeaderStatus.Malformed;
        }

        length = FixedBytes + variable;
        if (first.Length < length)
        {
            return ProxyHeaderStatus.NeedMore;
        }

        var isInternet = addressBytes is 4 or 16;
        if (command == Local || !isInternet || (kind & 0xF) == 0)
        {
            return ProxyHeaderStatus.Complete;
        }

        if (variable < (2 * addressBytes) + 4)
        {
            return ProxyHeaderStatus.Malformed;
        }

        var addresses = first[FixedBytes..];
        announced = new IPEndPoint(
            new IPAddress(addresses[..addressBytes]), BinaryPrimitives.ReadUInt16BigEndian(addresses[(2 * addressBytes)..]));
        return ProxyHeaderStatus.Complete;
    }

    private static bool TryReadAddress(string text, AddressFamily family, out IPAddress address)
    {
        // The framework's parser also knows octal, hexadecimal and short forms, scopes and brackets; the header knows none of them.
        var allowed = family == AddressFamily.InterNetwork ? "0123456789." : "0123456789abcdefABCDEF:.";
        address = IPAddress.None;
        return !text.AsSpan().ContainsAnyExcept(allowed)
            && (family == AddressFamily.InterNetworkV6 || IsDottedQuad(text))
            && IPAddress.TryParse(text, out address!)
            && address.AddressFamily == family;
    }

    private static bool IsDottedQuad(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 4 && parts.All(part => part.Length is > 0 and <= 3 && (part.Length == 1 || part[0] != '0'));
    }

    private static bool TryReadPort(string text, out int port)
    {
        port = 0;
        return text.Length is > 0 and <= 5
            && (text.Length == 1 || text[0] != '0')
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port)
            && port <= ushort.MaxValue;
    }
}
