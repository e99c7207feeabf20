using Confab.Server.Configuration;
using Microsoft.AspNetCore.Http;

namespace Confab.Server.Web;

/// <summary>
/// Which pages may open a WebSocket. A browser lets any page try and says where the page is from (RFC 6455 section 10.2); what is
/// no browser says nothing and could say anything.
/// </summary>
internal static class OriginRule
{
    /// <summary>True where the page may connect.</summary>
    /// <param name="origin">The header <c>Origin</c>; empty where there is none.</param>
    /// <param name="host">The header <c>Host</c>.</param>
    /// <param name="allowed">The setting <c>web.origins</c>.</param>
    public static bool Allows(string? origin, HostString host, IReadOnlyList<string> allowed)
    {
        if (string.IsNullOrEmpty(origin) || allowed.Contains(WebOptions.AnyOrigin))
        {
            return true;
        }

        return allowed.Count > 0
            ? allowed.Contains(origin, StringComparer.OrdinalIgnoreCase)
            : IsSameHost(origin, host);
    }

    // The scheme is not compared: where a proxy has taken off TLS, only the page knows of it.
    private static bool IsSameHost(string origin, HostString host) =>
        host.HasValue
        && Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && page.Host.Equals(host.Host, StringComparison.OrdinalIgnoreCase)
        && page.Port == (host.Port ?? DefaultPort(page.Scheme));

    private static int DefaultPort(string scheme) => scheme == Uri.UriSchemeHttps ? 443 : 80;
}
