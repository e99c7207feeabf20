using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using Confab.Server.Configuration;
using Confab.Transport.Connections;
using Confab.Transport.Doors;
using Confab.Transport.Limits;
using Confab.Transport.Proxies;
using Confab.Transport.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebSockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Confab.Server.Web;

/// <summary>What the web door has: a page that says what this is, and the path where a WebSocket begins.</summary>
internal sealed class WebSite : IHttpApplication<HttpContext>
{
    /// <summary>Where a WebSocket begins.</summary>
    public const string SocketPath = "/irc";

    private readonly DoorPlan _plan;
    private readonly WebOptions _options;
    private readonly ProxyOptions _proxies;
    private readonly SessionHost _host;
    private readonly ITransportEvents _events;
    private readonly WebSocketRules _rules;
    private readonly WebSocketMiddleware _sockets;

    public WebSite(
        DoorPlan plan,
        ServerOptions options,
        SessionHost host,
        TimeProvider clock,
        ITransportEvents events,
        ILoggerFactory logging,
        CancellationToken stopping)
    {
        _plan = plan;
        _options = options.Web;
        _proxies = options.Proxies;
        _host = host;
        _events = events;
        _sockets = new WebSocketMiddleware(AnswerAsync, Options.Create(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero }), logging);
        _rules = new WebSocketRules(_options.MessageBytes, _options.PingInterval, _options.PingTimeout, clock, stopping);
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpUpgradeFeature>() is { } upgrade)
        {
            context.Features.Set<IHttpUpgradeFeature>(new AnswerOnly(upgrade));
        }

        return _sockets.Invoke(context);
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // Nothing is kept beyond the request.
    }

    private Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        SocketPath => ConnectAsync(context),
        "/" => ShowPageAsync(context),
        _ => RefuseAsync(context, StatusCodes.Status404NotFound, $"There is nothing here. IRC over WebSocket is at {SocketPath}."),
    };

    private static Task ShowPageAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            return RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, "This page can only be read.");
        }

        return WriteAsync(context, $"This is a Confab chat server. IRC over WebSocket is at {SocketPath}.");
    }

    private async Task ConnectAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            // RFC 6455 section 4.4: who speaks another version learns which one is known.
            context.Response.Headers.SecWebSocketVersion = "13";
            context.Response.Headers.Upgrade = "websocket";
            context.Response.Headers.Connection = "Upgrade";
            await RefuseAsync(context, StatusCodes.Status426UpgradeRequired, "IRC is spoken here, over WebSocket version 13.");
            return;
        }

        var headers = context.Request.Headers;
        if (!OriginRule.Allows(headers.Origin, context.Request.Host, _options.Origins))
        {
            _events.NotBegun(_plan.Name, Peer(context), $"its page is from {Shown(headers.Origin)}, which web.origins does not allow");
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "Pages from there may not connect here. See the server's setting web.origins.");
            return;
        }

        var connection = (WebConnection)context.Features.Get<IConnectionTransportFeature>()!;
        if (Admit(context, connection) is not { } admission)
        {
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "There is no room for another connection. Try again later.");
            return;
        }

        try
        {
            var subprotocol = Subprotocol.Choose(context.WebSockets.WebSocketRequestedProtocols);
            using var answered = await context.WebSockets.AcceptWebSocketAsync(subprotocol);
            connection.Opening = new WebOpening(admission, new WebSocketLayer(_rules, subprotocol), TakeWhatCame(connection.Transport.Input));
        }
        catch
        {
            admission.Dispose();
            throw;
        }
    }

    // A client that does not wait for the answer has sent more behind its request.
    private static byte[] TakeWhatCame(PipeReader input)
    {
        if (!input.TryRead(out var read))
        {
            return [];
        }

        var already = read.Buffer.ToArray();
        input.AdvanceTo(read.Buffer.End);
        return already;
    }

    // A connection was counted in when it came; where a proxy brought it, who stands behind that is only known now.
    private Admission? Admit(HttpContext context, WebConnection connection)
    {
        var peer = ForwardedFor.Read(Peer(context), string.Join(',', context.Request.Headers["X-Forwarded-For"].AsEnumerable()), _proxies.Trusted);
        return connection.Admission is { } admission && peer.Equals(admission.Peer) ? admission : _host.Admit(_plan.Name, peer);
    }

    private static IPEndPoint Peer(HttpContext context) =>
        PeerAddress.Plain(new IPEndPoint(context.Connection.RemoteIpAddress ?? IPAddress.None, context.Connection.RemotePort));

    private static string Shown(string? text) =>
        string.Create(Math.Min(text!.Length, 100), text, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(from[i]) ? '?' : from[i];
            }
        });

    private static Task RefuseAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        return WriteAsync(context, text);
    }

    private static Task WriteAsync(HttpContext context, string text)
    {
        text += "\n";
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.ContentLength = text.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(text, context.RequestAborted);
    }
}
