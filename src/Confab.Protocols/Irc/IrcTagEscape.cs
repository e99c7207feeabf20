using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Confab.Protocols.Irc;

/// <summary>
/// The escapes of tag values (IRCv3 message-tags "Escaping values"): <c>\:</c> for ";", <c>\s</c> for a space, <c>\\</c>,
/// <c>\r</c>, <c>\n</c>. NUL cannot be written and is left out.
/// </summary>
public static class IrcTagEscape
{
    private const int OnStack = 512;

    private static readonly SearchValues<char> SpecialChars = SearchValues.Create("; \\\r\n\0");
    private static readonly SearchValues<byte> SpecialBytes = SearchValues.Create("; \\\r\n\0"u8);

    /// <summary>Escapes a value.</summary>
    /// <param name="value">Any text.</param>
    /// <returns>What stands on the wire after "=".</returns>
    public static string Escape(string value)
    {
        if (!value.AsSpan().ContainsAny(SpecialChars))
        {
            return value;
        }

        var written = new StringBuilder(value.Length + 8);
        foreach (var c in value)
        {
            if (c < 0x80 && Letter((byte)c) is { } letter)
            {
                written.Append('\\').Append((char)letter);
            }
            else if (c != '\0')
            {
                written.Append(c);
            }
        }

        return written.ToString();
    }

    /// <summary>Takes the escapes out of a value: an unknown escape stands for its character, a lone backslash at the end for nothing.</summary>
    /// <param name="escaped">What stands on the wire after "=".</param>
    /// <returns>The value.</returns>
    public static string Unescape(string escaped)
    {
        if (!escaped.Contains('\\', StringComparison.Ordinal))
        {
            return escaped;
        }

        var read = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                read.Append(escaped[i]);
            }
            else if (++i < escaped.Length)
            {
                read.Append(Meaning(escaped[i]));
            }
        }

        return read.ToString();
    }

    /// <summary>Reads a value from the wire.</summary>
    /// <param name="escaped">The bytes after "=".</param>
    /// <returns>The value; empty if the bytes are not UTF-8, because replaced bytes could make two values equal.</returns>
    public static string Unescape(ReadOnlySpan<byte> escaped)
    {
        if (!Utf8.IsValid(escaped))
        {
            return "";
        }

        return escaped.Contains((byte)'\\') ? Unescape(Encoding.UTF8.GetString(escaped)) : Encoding.UTF8.GetString(escaped);
    }

    /// <summary>Writes a value in its escaped form.</summary>
    /// <param name="value">UTF-8.</param>
    /// <param name="escaped">Where to write to; at least twice as long as the value.</param>
    /// <returns>The bytes written.</returns>
    internal static int Escape(ReadOnlySpan<byte> value, Span<byte> escaped)
    {
        var written = 0;
        while (!value.IsEmpty)
        {
            var plain = value.IndexOfAny(SpecialBytes);
            plain = plain < 0 ? value.Length : plain;
            value[..plain].CopyTo(escaped[written..]);
            written += plain;
            value = value[plain..];
            if (!value.IsEmpty)
            {
                if (Letter(value[0]) is { } letter)
                {
                    escaped[written++] = (byte)'\\';
                    escaped[written++] = letter;
                }

                value = value[1..];
            }
        }

        return written;
    }

    /// <summary>Writes a value in its escaped form as UTF-8.</summary>
    /// <param name="value">Any text; halves of surrogate pairs become U+FFFD.</param>
    /// <param name="escaped">Where to write to; at least three times as long as the value.</param>
    /// <returns>The bytes written.</returns>
    internal static int Escape(ReadOnlySpan<char> value, Span<byte> escaped)
    {
        if (!value.ContainsAny(SpecialChars))
        {
            return Encoding.UTF8.GetBytes(value, escaped);
        }

        var length = Encoding.UTF8.GetByteCount(value);
        byte[]? rented = null;
        var utf8 = length <= OnStack ? stackalloc byte[OnStack] : rented = ArrayPool<byte>.Shared.Rent(length);
        length = Encoding.UTF8.GetBytes(value, utf8);
        var written = Escape(utf8[..length], escaped);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return written;
    }

    private static byte? Letter(byte special) => special switch
    {
        (byte)';' => (byte)':',
        (byte)' ' => (byte)'s',
        (byte)'\\' => (byte)'\\',
        (byte)'\r' => (byte)'r',
        (byte)'\n' => (byte)'n',
        _ => null,
    };

    private static char Meaning(char letter) => letter switch
    {
        ':' => ';',
        's' => ' ',
        'r' => '\r',
        'n' => '\n',
        _ => letter,
    };
}
