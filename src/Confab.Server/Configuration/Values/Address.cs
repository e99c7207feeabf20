using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json.Nodes;

namespace Confab.Server.Configuration.Values;

/// <summary>An IP address of this machine. No names but <c>localhost</c>: a start must not wait for a name server.</summary>
internal sealed class Address : ValueKind<IPAddress>
{
    public override string Expected => "an IP address such as 127.0.0.1, 0.0.0.0 (all of IPv4), ::1 or :: (all of IPv6)";

    public override bool TryRead(string text, [MaybeNullWhen(false)] out IPAddress value)
    {
        if (text.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            value = IPAddress.Loopback;
            return true;
        }

        // The parser takes a lone number for an address, too: 4000 would be 0.0.15.160.
        value = null;
        return text.AsSpan().ContainsAny('.', ':') && IPAddress.TryParse(text, out value);
    }

    public override string Write(IPAddress value) => value.ToString();

    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1 };
}
