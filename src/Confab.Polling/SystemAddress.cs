using System.Buffers.Binary;
using System.Net;
using System.Runtime.InteropServices;

namespace Confab.Polling;

/// <summary>Addresses as the system writes them (<c>struct sockaddr_in</c> and <c>sockaddr_in6</c>).</summary>
internal static class SystemAddress
{
    private const int V4 = 2;
    private const int V6 = 10;

    /// <summary>Reads an address; null where it is of another family than IP.</summary>
    public static IPEndPoint? Read(ReadOnlySpan<byte> bytes) => bytes.Length < 2 ? null : MemoryMarshal.Read<ushort>(bytes) switch
    {
        V4 when bytes.Length >= 8 => new IPEndPoint(new IPAddress(bytes.Slice(4, 4)), BinaryPrimitives.ReadUInt16BigEndian(bytes[2..])),
        V6 when bytes.Length >= 28 => new IPEndPoint(
            new IPAddress(bytes.Slice(8, 16), MemoryMarshal.Read<uint>(bytes[24..])), BinaryPrimitives.ReadUInt16BigEndian(bytes[2..])),
        _ => null,
    };
}
