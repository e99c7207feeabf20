using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace Confab.Protocols.Sasl;

/// <summary>What several mechanisms share: strict UTF-8, and names in which "," and "=" are escaped (RFC 5801, saslname).</summary>
internal static class SaslText
{
    internal static bool TryDecode(ReadOnlySpan<byte> message, [NotNullWhen(true)] out string? text)
    {
        text = Utf8.IsValid(message) ? Encoding.UTF8.GetString(message) : null;
        return text is not null;
    }

    internal static string EncodeName(string name) =>
        name.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal);

    /// <summary>False if the name is empty or holds "," or an "=" that begins no escape.</summary>
    internal static bool TryDecodeName(string saslName, out string name)
    {
        name = saslName.Replace("=2C", ",", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
        var escapes = Count(saslName, "=2C") + Count(saslName, "=3D");
        return saslName.Length > 0
            && Count(saslName, "=") == escapes
            && !saslName.Contains(',', StringComparison.Ordinal)
            && !saslName.Contains('\0', StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.AsSpan().Count(part);
}
