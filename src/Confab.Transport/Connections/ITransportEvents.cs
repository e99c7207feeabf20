using System.Net;
using Confab.Chat.Sessions;

namespace Confab.Transport.Connections;

/// <summary>What transports tell whoever keeps the server's log. Called from any thread; must not block or throw.</summary>
public interface ITransportEvents
{
    void Opened(string door, IPEndPoint peer, SessionId session);

    void Closed(string door, IPEndPoint peer, SessionId session);

    /// <summary>A connection was not let in.</summary>
    void Refused(string door, IPEndPoint peer, string reason);

    /// <summary>A connection ended before it had a session: no TLS, no header of a proxy, or not in time. Port scans do this all day.</summary>
    void NotBegun(string door, IPEndPoint peer, string reason);

    /// <summary>A session was given up because it read too slowly.</summary>
    void TooSlow(string door, IPEndPoint peer, string reason);

    /// <summary>A door cannot accept for the moment, such as for want of file descriptors.</summary>
    void AcceptFailed(string door, Exception reason);

    /// <summary>A session was ended by a defect of the server; nobody else is touched.</summary>
    void SessionBroken(string door, IPEndPoint peer, Exception defect);
}
