using System.Net;
using System.Net.WebSockets;
using Confab.Server.Configuration;
using Confab.Server.Hosting;
using Confab.Server.Tests.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Confab.Server.Tests.Transport.WebSockets;

/// <summary>A server with a web door, behind which <c>text</c> is spoken, and a plain <c>text</c> door.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private WebServer(ConfabServer server) => Server = server;

    public ConfabServer Server { get; }

    public IPEndPoint EndPoint => Server.Doors[^1].EndPoint;

    public static async Task<WebServer> StartAsync(Action<ServerOptions>? change = null, ILoggerFactory? log = null)
    {
        var options = Servers.Options("text");
        options.Web.Dialect = "text";
        options.Listeners = [.. options.Listeners, new ListenerOptions { Dialect = ListenerOptions.Web, Port = 0 }];
        change?.Invoke(options);
        return new WebServer(await ConfabServer.StartAsync(options, new ServerParts { Logging = log ?? NullLoggerFactory.Instance }));
    }

    /// <summary>Opens a WebSocket and signs on.</summary>
    public async Task<WebClient> EnterAsync(string nickname, params string[] subprotocols)
    {
        var client = await WebClient.ConnectAsync(EndPoint, options => Array.ForEach(subprotocols, options.AddSubProtocol));
        await client.SendAsync(nickname, subprotocols.FirstOrDefault()?.StartsWith("binary", StringComparison.Ordinal) == true
            ? WebSocketMessageType.Binary
            : WebSocketMessageType.Text);
        await client.SeesAsync($"* You are {nickname}", contains: true);
        return client;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
