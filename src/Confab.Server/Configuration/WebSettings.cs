using Confab.Server.Configuration.Values;
using static Confab.Server.Configuration.SettingsTable;

namespace Confab.Server.Configuration;

/// <summary>The web door and those who speak for others.</summary>
internal static class WebSettings
{
    public static IEnumerable<Setting<ServerOptions>> All { get; } =
    [
        Value("web.origins", new Origins(),
            "The origins of pages that may connect, or * for all; none given: only pages that come from where they connect to.",
            options => options.Web.Origins, (options, value) => options.Web.Origins = value),
        Number("web.messageBytes", 4608, 1024 * 1024, "bytes",
            "Longest WebSocket message; the longest line of IRC has 4608 bytes, and somewhat longer ones get an answer before they cost the connection.",
            options => options.Web.MessageBytes, (options, value) => options.Web.MessageBytes = value),
        Time("web.pingInterval", TimeSpan.FromSeconds(1), TimeSpan.FromHours(1),
            "After so much silence a WebSocket client is pinged; proxies on the way commonly end connections that are silent for a minute.",
            options => options.Web.PingInterval, (options, value) => options.Web.PingInterval = value),
        Time("web.pingTimeout", TimeSpan.FromSeconds(1), TimeSpan.FromHours(1),
            "How long a WebSocket client may take to answer a ping; after that it is gone.",
            options => options.Web.PingTimeout, (options, value) => options.Web.PingTimeout = value),
        Number("web.connections", 1, 1_000_000, "connections",
            "Most connections of the web door that have not become a WebSocket: they have no business beyond one short page.",
            options => options.Web.Connections, (options, value) => options.Web.Connections = value),
        Time("web.headersTimeout", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5),
            "How long the headers of a request may take; browsers send them at once, a slow-loris never ends them.",
            options => options.Web.HeadersTimeout, (options, value) => options.Web.HeadersTimeout = value),
        Time("web.idleTimeout", TimeSpan.FromSeconds(1), TimeSpan.FromHours(1),
            "How long a connection may wait for its next request; there is one page, so hardly anybody has a second.",
            options => options.Web.IdleTimeout, (options, value) => options.Web.IdleTimeout = value),
        Number("web.headerBytes", 1024, 1024 * 1024, "bytes",
            "Most bytes of a request's headers; cookies of other services on the same host come along.",
            options => options.Web.HeaderBytes, (options, value) => options.Web.HeaderBytes = value),
        Value("proxies.trusted", new Networks(),
            "Addresses of proxies that are believed about whom they speak for (PROXY protocol, X-Forwarded-For); none, because anybody can say so.",
            options => options.Proxies.Trusted, (options, value) => options.Proxies.Trusted = value),
        Time("proxies.headerTimeout", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1),
            "How long a proxy may take for its PROXY header, which it sends at once; enough for one packet that must be sent again.",
            options => options.Proxies.HeaderTimeout, (options, value) => options.Proxies.HeaderTimeout = value),
    ];
}
