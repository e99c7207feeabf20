using System.Buffers;
using System.Buffers.Text;

namespace Confab.Protocols.Sasl;

/// <summary>Base64 as tokens write it: "-" and "_", no padding, no spaces (RFC 7515 section 2).</summary>
internal static class Base64UrlText
{
    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    internal static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        if (text.ContainsAnyExcept(Alphabet))
        {
            return false;
        }

        var decoded = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (Base64Url.DecodeFromChars(text, decoded, out _, out var length) != OperationStatus.Done)
        {
            return false;
        }

        bytes = decoded[..length];
        return true;
    }
}
