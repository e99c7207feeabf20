using System.Buffers;
using System.Net;
using Confab.Server.Configuration;
using Confab.Transport.Connections;
using Confab.Transport.Doors;
using Confab.Transport.Limits;
using Confab.Transport.Proxies;
using Microsoft.AspNetCore.Connections;

namespace Confab.Server.Web;

/// <summary>What a connection of the web door passes before its first request, as on other doors: the word of a proxy, and being counted in.</summary>
internal sealed class WebEntrance(DoorPlan plan, ServerOptions options, SessionHost host, TimeProvider clock, ITransportEvents events)
{
    public ConnectionDelegate Before(ConnectionDelegate next) => connection => EnterAsync(connection, next);

    private async Task EnterAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var peer = PeerAddress.Plain((IPEndPoint)connection.RemoteEndPoint!);
        var isTrusted = PeerAddress.IsIn(options.Proxies.Trusted, peer.Address);
        if (plan.Proxies is { } proxies)
        {
            if (await AnnouncedAsync(connection, peer, isTrusted, proxies) is not { } announced)
            {
                return;
            }

            connection.RemoteEndPoint = peer = announced;
            isTrusted = false;
        }

        // Many come through one proxy. Each of them is counted when it says whom it brings.
        var web = (WebConnection)connection;
        if (!isTrusted && (web.Admission = host.Admit(plan.Name, peer)) is null)
        {
            connection.Abort();
            return;
        }

        try
        {
            await next(connection);
            Open(web);
        }
        finally
        {
            if (web.Opening?.Admission != web.Admission)
            {
                web.Admission?.Dispose();
            }
        }
    }

    // Here the web server is done with the connection, and nobody but the session uses it from now on.
    private void Open(WebConnection connection)
    {
        if (connection.Opening is not { } opening)
        {
            return;
        }

        try
        {
            connection.Arrival.Begin(plan.Dialect, opening.Admission, opening.Layer, opening.Already);
        }
        catch (Exception defect)
        {
            events.SessionBroken(plan.Name, opening.Admission.Peer, defect);
            opening.Admission.Dispose();
        }
    }

    // Null, and a word in the log, where the connection is not to go on.
    private async Task<IPEndPoint?> AnnouncedAsync(ConnectionContext connection, IPEndPoint peer, bool isTrusted, ProxyOptions proxies)
    {
        string problem;
        if (!isTrusted)
        {
            problem = $"{peer.Address} is no trusted proxy (proxies.trusted), and only proxies use this door";
        }
        else
        {
            using var patience = new CancellationTokenSource(proxies.HeaderTimeout, clock);
            try
            {
                var (announced, wasRead) = await ReadAsync(connection, patience.Token);
                if (wasRead)
                {
                    return announced is null ? peer : PeerAddress.Plain(announced);
                }

                problem = "a PROXY header was expected, and something else came";
            }
            catch (OperationCanceledException)
            {
                problem = $"no PROXY header within {proxies.HeaderTimeout.TotalSeconds:0.#} seconds";
            }
        }

        events.NotBegun(plan.Name, peer, problem);
        connection.Abort();
        return null;
    }

    private static async Task<(IPEndPoint? Announced, bool WasRead)> ReadAsync(ConnectionContext connection, CancellationToken cancellation)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var read = await input.ReadAsync(cancellation);
            var first = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, ProxyHeader.MostBytes));
            switch (ProxyHeader.Read(first.IsSingleSegment ? first.FirstSpan : first.ToArray(), out var length, out var announced))
            {
                case ProxyHeaderStatus.Complete:
                    input.AdvanceTo(read.Buffer.GetPosition(length));
                    return (announced, true);
                case ProxyHeaderStatus.NeedMore when !read.IsCompleted:
                    input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                    break;
                default:
                    input.AdvanceTo(read.Buffer.Start);
                    return (null, false);
            }
        }
    }
}
