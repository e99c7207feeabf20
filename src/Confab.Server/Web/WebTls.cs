using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Confab.Transport.Connections;
using Confab.Transport.Doors;
using Confab.Transport.Limits;
using Confab.Transport.Tls;
using Microsoft.AspNetCore.Connections;

namespace Confab.Server.Web;

/// <summary>TLS for the web door, with the certificates of all doors. Kestrel's own wants services that only a whole host has.</summary>
internal sealed class WebTls(DoorPlan plan, CertificateStore certificates, TimeProvider clock, ITransportEvents events)
{
    public ConnectionDelegate Before(ConnectionDelegate next) => connection => ServeAsync(connection, next);

    private async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var web = (WebConnection)connection;
        var plain = connection.Transport;

        // What came with a proxy's header may have been read beyond it.
        var tls = new SslStream(plan.Proxies is null ? web.Arrival.Stream : new PipeStream(plain));
        try
        {
            if (await ShakeHandsAsync(connection, tls))
            {
                await ServeAsync(web, tls, next);
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The peer is gone, and so is the need for a last word.
        }
        finally
        {
            connection.Transport = plain;
            if (web.Opening is null)
            {
                await tls.DisposeAsync();
            }
        }
    }

    private static async Task ServeAsync(WebConnection connection, SslStream tls, ConnectionDelegate next)
    {
        connection.Arrival.Tls = tls;
        var secure = DuplexPipe.Over(tls);
        connection.Transport = secure;
        await next(connection);
        await secure.Input.CompleteAsync();
        await secure.Output.CompleteAsync();
        if (connection.Opening is null)
        {
            await tls.ShutdownAsync();
        }
    }

    private async Task<bool> ShakeHandsAsync(ConnectionContext connection, SslStream tls)
    {
        using var patience = new CancellationTokenSource(plan.HandshakeTimeout, clock);
        string problem;
        try
        {
            await tls.AuthenticateAsServerAsync(
                (_, hello, _, _) => ValueTask.FromResult(certificates.ForWeb(hello.ServerName)), state: null, patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            problem = $"no TLS handshake within {plan.HandshakeTimeout.TotalSeconds:0.#} seconds";
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException)
        {
            problem = failure.Message;
        }

        events.NotBegun(plan.Name, PeerAddress.Plain((IPEndPoint)connection.RemoteEndPoint!), problem);
        connection.Abort();
        return false;
    }
}
