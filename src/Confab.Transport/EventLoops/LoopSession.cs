using System.Runtime.Versioning;
using Confab.Dialects;
using Confab.Polling;
using Confab.Transport.Connections;
using Confab.Transport.Limits;

namespace Confab.Transport.EventLoops;

/// <summary>Begins sessions on event loops, on connections that have been counted in.</summary>
[SupportedOSPlatform("linux")]
internal sealed class LoopSession(SessionHost host, ITransportEvents events)
{
    /// <summary>Begins a session on a connection; on its loop's thread. Where that fails, the connection is closed, and the log says so.</summary>
    /// <param name="loop">Where the connection lives.</param>
    /// <param name="connection">The connection; it becomes the session's.</param>
    /// <param name="dialect">What is spoken.</param>
    /// <param name="admission">The connection's; it becomes the session's.</param>
    /// <param name="layer">What the connection speaks below the dialect; null for nothing.</param>
    /// <param name="already">What was read before; it may be overwritten.</param>
    public void Begin(
        EventLoop loop, StreamDescriptor connection, Dialect dialect, Admission admission, SessionLayer? layer = null, Span<byte> already = default)
    {
        LiveSession? session = null;
        try
        {
            var wire = new LoopConnection(loop, connection);
            session = host.Open(dialect, admission, wire, layer, loop.Shard);
            wire.Begin(session, already);
        }
        catch (Exception defect)
        {
            events.SessionBroken(dialect.Name, admission.Peer, defect);
            if (session is not null)
            {
                session.Connection.Abort();
            }
            else
            {
                admission.Dispose();
                connection.Close(reset: true);
            }
        }
    }
}
