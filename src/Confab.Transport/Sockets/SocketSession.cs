using System.Net.Security;
using System.Net.Sockets;
using Confab.Dialects;
using Confab.Transport.Connections;
using Confab.Transport.Limits;
using Confab.Transport.Tls;

namespace Confab.Transport.Sockets;

/// <summary>Begins sessions on portable sockets that have been counted in.</summary>
internal sealed class SocketSession(SessionHost host, TimeProvider clock)
{
    /// <summary>Begins a session on a socket.</summary>
    /// <param name="socket">The socket; it becomes the session's.</param>
    /// <param name="dialect">What is spoken.</param>
    /// <param name="admission">The connection's; it becomes the session's.</param>
    /// <param name="layer">What the connection speaks below the dialect; null for nothing.</param>
    /// <param name="already">What was read before; it may be overwritten.</param>
    public void Begin(Socket socket, Dialect dialect, Admission admission, SessionLayer? layer = null, Memory<byte> already = default)
    {
        socket.Blocking = false;
        var wire = new SocketWire(socket);
        var session = host.Open(dialect, admission, wire, layer);
        wire.Sent = session.Connection.OnSent;
        SessionHost.Start(session);
        _ = new SocketReader(socket, session).RunAsync(already);
    }

    /// <summary>As <see cref="Begin"/>, through TLS whose handshake is done; with the fingerprint of the peer's certificate, where it has shown one.</summary>
    public void BeginTls(
        Socket socket, SslStream tls, Dialect dialect, Admission admission, SessionLayer? layer = null, Memory<byte> already = default)
    {
        var wire = new TlsWire(socket, tls, host.Limits.DrainTimeout, clock);
        var session = host.Open(dialect, admission, wire, layer, isSecure: true, certificateFingerprint: Fingerprint.Of(tls.RemoteCertificate));
        wire.Sent = session.Connection.OnSent;
        SessionHost.Start(session);
        _ = new TlsReader(socket, tls, wire, session).RunAsync(already);
    }
}
