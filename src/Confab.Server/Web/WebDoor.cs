using System.Net;
using Confab.Dialects;
using Confab.Server.Configuration;
using Confab.Server.Logging;
using Confab.Transport.Arrivals;
using Confab.Transport.Connections;
using Confab.Transport.Doors;
using Confab.Transport.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Confab.Server.Web;

/// <summary>
/// A door for browsers: Kestrel alone, without host, configuration or services. Its port is open as soon as that of every other door, while
/// Kestrel itself starts behind it, so that nobody waits for it who does not use it.
/// </summary>
internal sealed class WebDoor : IDoor
{
    private readonly ArrivalPort _port;
    private readonly DoorPlan _plan;
    private readonly ServerOptions _options;
    private readonly SessionHost _host;
    private readonly TimeProvider _clock;
    private readonly ITransportEvents _events;
    private readonly ILoggerFactory _logging;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private readonly Lock _sync = new();
    private Task<KestrelServer?> _server = Task.FromResult<KestrelServer?>(null);
    private Task? _stopped;

    private WebDoor(
        ArrivalPort port, DoorPlan plan, ServerOptions options, SessionHost host, TimeProvider clock, ITransportEvents events, ILoggerFactory logging)
    {
        _port = port;
        _plan = plan;
        _options = options;
        _host = host;
        _clock = clock;
        _events = events;
        _logging = logging;
    }

    public string Name => _plan.Name;

    public Dialect Dialect => _plan.Dialect;

    public IPEndPoint EndPoint => _port.EndPoint;

    /// <inheritdoc cref="SocketDoor.Bind"/>
    public static WebDoor Bind(
        DoorPlan plan, DoorBinder binder, ServerOptions options, SessionHost host, TimeProvider clock, ITransportEvents events, ILoggerFactory logging) =>
        new(binder.BindPort(plan, host, clock, events), plan, options, host, clock, events, logging);

    public string HowToJoin(string host)
    {
        var place = host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
        return $"{Dialect.Name} over WebSocket: {(_plan.Certificates is null ? "ws" : "wss")}://{place}:{EndPoint.Port}{WebSite.SocketPath}";
    }

    public void Listen() => _port.Listen();

    public void Accept() => _server = Task.Run(StartAsync);

    public void Dispose()
    {
        lock (_sync)
        {
            if (_stopped is null)
            {
                _stopping.Cancel();
                _stopped = Task.Run(StopAsync);
            }
        }
    }

    public async Task EndAsync()
    {
        await _aborting.CancelAsync();
        await (_stopped ?? Task.CompletedTask);
    }

    private async Task<KestrelServer?> StartAsync()
    {
        try
        {
            var server = new KestrelServer(Options.Create(KestrelOptions()), new WebTransport(_port, _clock), _logging);
            var site = new WebSite(_plan, _options, _host, _clock, _events, _logging, _stopping.Token);
            await server.StartAsync<HttpContext>(site, CancellationToken.None);
            return server;
        }
        catch (Exception defect)
        {
            // The rest of the server goes on without it.
            DoorLog.WebFailed(_logging.CreateLogger("Confab.Doors"), defect, Name);
            _port.Dispose();
            return null;
        }
    }

    private KestrelServerOptions KestrelOptions()
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        var limits = options.Limits;
        limits.MaxConcurrentConnections = _options.Web.Connections;
        limits.MaxConcurrentUpgradedConnections = _options.Connections.Sessions;
        limits.MaxRequestBodySize = 0;
        limits.MaxRequestHeadersTotalSize = _options.Web.HeaderBytes;
        limits.MaxRequestLineSize = Math.Min(limits.MaxRequestLineSize, _options.Web.HeaderBytes);
        limits.RequestHeadersTimeout = _options.Web.HeadersTimeout;
        limits.KeepAliveTimeout = _options.Web.IdleTimeout;
        options.Listen(EndPoint, Configure);
        return options;
    }

    private void Configure(ListenOptions listen)
    {
        listen.Protocols = HttpProtocols.Http1;
        listen.Use(new WebEntrance(_plan, _options, _host, _clock, _events).Before);
        if (_plan.Certificates is { } certificates)
        {
            listen.Use(new WebTls(_plan, certificates, _clock, _events).Before);
        }
    }

    private async Task StopAsync()
    {
        if (await _server is { } server)
        {
            await server.StopAsync(_aborting.Token);
            server.Dispose();
        }

        _port.Dispose();
    }
}
