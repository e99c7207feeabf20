using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Confab.Transport.Connections;
using Confab.Transport.Doors;
using Confab.Transport.Limits;
using Confab.Transport.Proxies;
using Confab.Transport.Tls;

namespace Confab.Transport.Sockets;

/// <summary>
/// What a connection passes before its session begins, each step bounded in time: the word of a proxy, being counted in, the TLS
/// handshake. Who does not get through costs a line in the log.
/// </summary>
internal sealed class Entrance(DoorPlan plan, SessionHost host, TimeProvider clock, ITransportEvents events, CancellationToken closing)
{
    private readonly SocketSession _sessions = new(host, clock);

    /// <summary>Lets a connection in, or closes it.</summary>
    public void Begin(Socket socket, IPEndPoint peer)
    {
        if (plan is { Proxies: null, Certificates: null })
        {
            if (host.Admit(plan.Name, peer) is { } admission)
            {
                _sessions.Begin(socket, plan.Dialect, admission);
            }
            else
            {
                SocketEnd.Close(socket, reset: true);
            }
        }
        else
        {
            _ = BeginGuardedAsync(socket, peer);
        }
    }

    private async Task BeginGuardedAsync(Socket socket, IPEndPoint peer)
    {
        try
        {
            await EnterAsync(socket, peer);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            SocketEnd.Close(socket, reset: true);
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException or SocketException or OperationCanceledException or InvalidDataException)
        {
            events.NotBegun(plan.Name, peer, failure.Message);
            SocketEnd.Close(socket, reset: false);
        }
        catch (Exception defect)
        {
            events.SessionBroken(plan.Name, peer, defect);
            SocketEnd.Close(socket, reset: true);
        }
    }

    private async Task EnterAsync(Socket socket, IPEndPoint peer)
    {
        if (plan.Proxies is { } proxies)
        {
            peer = await ReadHeaderAsync(socket, peer, proxies);
        }

        if (host.Admit(plan.Name, peer) is not { } admission)
        {
            SocketEnd.Close(socket, reset: true);
            return;
        }

        try
        {
            if (plan.Certificates is null)
            {
                _sessions.Begin(socket, plan.Dialect, admission);
            }
            else
            {
                _sessions.BeginTls(socket, await ShakeHandsAsync(socket, plan.Certificates), plan.Dialect, admission);
            }
        }
        catch
        {
            admission.Dispose();
            throw;
        }
    }

    private async Task<IPEndPoint> ReadHeaderAsync(Socket socket, IPEndPoint peer, ProxyOptions proxies)
    {
        if (!PeerAddress.IsIn(proxies.Trusted, peer.Address))
        {
            throw new InvalidDataException($"{peer.Address} is no trusted proxy (proxies.trusted), and only proxies use this door");
        }

        return await InTimeAsync(
            proxies.HeaderTimeout,
            $"no PROXY header within {proxies.HeaderTimeout.TotalSeconds:0.#} seconds",
            cancellation => ProxyHeaderReader.ReadAsync(socket, peer, cancellation));
    }

    private async Task<SslStream> ShakeHandsAsync(Socket socket, CertificateStore certificates)
    {
        var tls = new SslStream(new NetworkStream(socket, ownsSocket: false));
        try
        {
            return await InTimeAsync(
                plan.HandshakeTimeout,
                $"no TLS handshake within {plan.HandshakeTimeout.TotalSeconds:0.#} seconds",
                async cancellation =>
                {
                    await tls.AuthenticateAsServerAsync(
                        (_, hello, _, _) => ValueTask.FromResult(certificates.For(hello.ServerName)), state: null, cancellation);
                    return tls;
                });
        }
        catch
        {
            await tls.DisposeAsync();
            throw;
        }
    }

    private async Task<T> InTimeAsync<T>(TimeSpan time, string late, Func<CancellationToken, Task<T>> step)
    {
        using var patience = new CancellationTokenSource(time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, closing);
        try
        {
            return await step(either.Token);
        }
        catch (Exception cancelled) when (patience.IsCancellationRequested)
        {
            throw new OperationCanceledException(late, cancelled);
        }
    }
}
