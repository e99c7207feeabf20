using System.IO.Pipelines;
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
        var plain = connection.Transport;
        await using var tls = new SslStream(new PipeStream(plain));
        if (!await ShakeHandsAsync(connection, tls))
        {
            return;
        }

        var reader = PipeReader.Create(tls, new StreamPipeReaderOptions(leaveOpen: true, useZeroByteReads: true));
        var writer = PipeWriter.Create(tls, new StreamPipeWriterOptions(leaveOpen: true));
        connection.Transport = new DuplexPipe(reader, writer);
        try
        {
            await next(connection);
            await reader.CompleteAsync();
            await writer.CompleteAsync();
            await tls.ShutdownAsync();
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The peer is gone, and so is the need for a last word.
        }
        finally
        {
            connection.Transport = plain;
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
