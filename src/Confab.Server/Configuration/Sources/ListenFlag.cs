using Confab.Transport.Doors;

namespace Confab.Server.Configuration.Sources;

/// <summary>
/// The value of <c>--listen</c>: <c>relay</c>, <c>relay=12000</c>, <c>relay=127.0.0.1</c>, <c>relay=127.0.0.1:12000</c>,
/// <c>relay=[::1]:12000</c>; with <c>+tls</c> behind the dialect for a door that speaks TLS. Only cut into parts here; what the parts may be, the table says.
/// </summary>
internal readonly record struct ListenFlag(string Dialect, string? Address, string? Port, bool Tls = false)
{
    public const string Expected = "DIALECT, DIALECT=PORT, DIALECT=ADDRESS:PORT or DIALECT=[IPV6]:PORT, such as relay=127.0.0.1:12000 or irc+tls=6697";

    public static bool TryParse(string text, out ListenFlag flag)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            flag = Spoken(text.Trim());
            return flag.Dialect.Length > 0;
        }

        flag = Spoken(text[..equals].Trim());
        var place = text[(equals + 1)..].Trim();
        if (flag.Dialect.Length == 0 || place.Length == 0)
        {
            return false;
        }

        if (place[0] == '[')
        {
            return TryReadBracketed(place, ref flag);
        }

        var colon = place.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            flag = place.AsSpan().ContainsAnyExceptInRange('0', '9') ? flag with { Address = place } : flag with { Port = place };
            return true;
        }

        // Where does an address with several colons end, and the port begin? Only brackets can say.
        if (place.LastIndexOf(':') != colon)
        {
            return false;
        }

        flag = flag with { Address = place[..colon], Port = place[(colon + 1)..] };
        return colon > 0;
    }

    private static ListenFlag Spoken(string name)
    {
        var isTls = name.EndsWith(DoorPlan.TlsSuffix, StringComparison.OrdinalIgnoreCase);
        return new ListenFlag(isTls ? name[..^DoorPlan.TlsSuffix.Length] : name, Address: null, Port: null, isTls);
    }

    private static bool TryReadBracketed(string place, ref ListenFlag flag)
    {
        var end = place.IndexOf(']', StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var rest = place[(end + 1)..];
        flag = flag with { Address = place[1..end], Port = rest.Length == 0 ? null : rest[1..] };
        return rest.Length == 0 || rest[0] == ':';
    }
}
