using Confab.Dialects;
using Confab.Transport.Connections;
using Confab.Transport.Limits;

namespace Confab.Transport.WebSockets;

/// <summary>Sessions over WebSockets that somebody else has accepted.</summary>
public static class WebSocketSession
{
    /// <summary>Opens a session and serves it until its end; the WebSocket is closed then.</summary>
    public static Task ServeAsync(
        SessionHost host, Dialect dialect, Admission admission, WebSocketArrival arrival, TimeProvider clock, ITransportEvents events)
    {
        var wire = new WebSocketWire(arrival, host.Limits.DrainTimeout, clock);
        var session = host.Open(dialect, admission, wire, isSecure: arrival.IsSecure);
        wire.Sent = session.Connection.OnSent;
        SessionHost.Start(session);
        return new WebSocketReader(arrival, wire, session, admission.Peer, host, clock, events).RunAsync();
    }
}
