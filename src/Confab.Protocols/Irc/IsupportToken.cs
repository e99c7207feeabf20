using System.Text;

namespace Confab.Protocols.Irc;

/// <summary>One token of RPL_ISUPPORT: <c>PARAMETER</c>, <c>PARAMETER=VALUE</c> or <c>-PARAMETER</c> (Modern IRC, numeric 005).</summary>
/// <param name="Name">The parameter, in upper case; with "-" in front it is taken back and has no value.</param>
/// <param name="Value">The value before escaping; null for none. An empty value is written as <c>PARAMETER=</c>.</param>
public readonly record struct IsupportToken(string Name, string? Value = null)
{
    /// <summary>Reads a token.</summary>
    /// <param name="token">The token, as on the wire.</param>
    /// <returns>The name, and the value with its escapes (<c>\x20</c> and the like) taken out.</returns>
    public static IsupportToken Parse(string token)
    {
        var equals = token.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new IsupportToken(token) : new IsupportToken(token[..equals], Unescape(token[(equals + 1)..]));
    }

    /// <summary>The token as it stands on the wire; a space, "\", "=" and control characters of the value are escaped.</summary>
    /// <returns>The token.</returns>
    public override string ToString()
    {
        if (Value is null)
        {
            return Name;
        }

        var token = new StringBuilder(Name).Append('=');
        foreach (var c in Value)
        {
            _ = c is ' ' or '\\' or '=' or < ' ' ? token.Append("\\x").Append(((int)c).ToString("X2", null)) : token.Append(c);
        }

        return token.ToString();
    }

    private static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
        {
            return value;
        }

        var read = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var isEscape = i + 3 < value.Length && value[i] == '\\' && value[i + 1] == 'x'
                && char.IsAsciiHexDigit(value[i + 2]) && char.IsAsciiHexDigit(value[i + 3]);
            read.Append(isEscape ? (char)Convert.ToByte(value.Substring(i + 2, 2), 16) : value[i]);
            i += isEscape ? 3 : 0;
        }

        return read.ToString();
    }
}
