using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Confab.Client;

/// <summary>Where a door is: a host name or IP address, and a TCP port.</summary>
/// <param name="Host">A name or an address; IPv6 without its brackets.</param>
/// <param name="Port">1 to 65535.</param>
/// <example>
/// <code>
/// ServerAddress.TryParse("chat.example:4000", defaultPort: 4000, out var address, out var problem);
/// </code>
/// </example>
public sealed record ServerAddress(string Host, int Port)
{
    private const string Shapes = "write host:port, such as 127.0.0.1:4000 or [::1]:4000";

    /// <summary>Reads <c>host:port</c>, <c>host</c>, <c>:port</c> (this machine), <c>[ipv6]:port</c> or a bare IPv6 address.</summary>
    /// <param name="text">What somebody typed.</param>
    /// <param name="defaultPort">The port where the text has none.</param>
    /// <param name="address">The address, when the result is true.</param>
    /// <param name="problem">Otherwise what is wrong with the text, and what is expected.</param>
    public static bool TryParse(
        string text,
        int defaultPort,
        [NotNullWhen(true)] out ServerAddress? address,
        [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        address = null;
        var (host, portText) = Split(text.Trim());
        if (host is null || host.AsSpan().ContainsAny('[', ']') || text.Trim().Any(c => char.IsWhiteSpace(c) || c == '/'))
        {
            problem = $"\"{text}\" is not an address; {Shapes}.";
            return false;
        }

        var port = defaultPort;
        if (portText is not null
            && !(int.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65535))
        {
            problem = $"\"{text}\" has the port \"{portText}\"; a port is a number from 1 to 65535.";
            return false;
        }

        address = new ServerAddress(host.Length == 0 ? "127.0.0.1" : host, port);
        problem = null;
        return true;
    }

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}");

    private static (string? Host, string? Port) Split(string text)
    {
        if (text.Length == 0)
        {
            return (null, null);
        }

        if (text[0] == '[')
        {
            var end = text.IndexOf(']', StringComparison.Ordinal);
            return end < 0 ? (null, null)
                : end == text.Length - 1 ? (text[1..end], null)
                : text[end + 1] == ':' ? (text[1..end], text[(end + 2)..])
                : (null, null);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || text.LastIndexOf(':') != colon ? (text, null) : (text[..colon], text[(colon + 1)..]);
    }
}
