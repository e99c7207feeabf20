using System.Net;
using System.Net.Security;
using Confab.Dialects;
using Confab.Transport.Connections;
using Confab.Transport.Limits;

namespace Confab.Transport.Arrivals;

/// <summary>
/// A connection that has come and has no session yet, because something else is spoken on it first, such as HTTP. It is read and written as a stream
/// until a session begins on it or it is closed.
/// </summary>
/// <param name="peer">Its other end.</param>
public abstract class Arrival(IPEndPoint peer)
{
    // Long enough for a peer that is there; what it says then is not heard.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    public IPEndPoint Peer => peer;

    /// <summary>The bytes as they are on the connection, below TLS.</summary>
    public abstract Stream Stream { get; }

    /// <summary>TLS over <see cref="Stream"/>, once its handshake is done; null where there is none.</summary>
    public SslStream? Tls { get; set; }

    /// <summary>Begins a session on the connection, unless it was closed meanwhile. Nobody may use the streams any more.</summary>
    /// <param name="dialect">What is spoken.</param>
    /// <param name="admission">The connection's; it becomes the session's.</param>
    /// <param name="layer">What the connection speaks below the dialect.</param>
    /// <param name="already">What was read before; it may be overwritten.</param>
    public abstract void Begin(Dialect dialect, Admission admission, SessionLayer layer, Memory<byte> already);

    /// <summary>Ends both directions at once. May be called from any thread, and more than once; does nothing to a session.</summary>
    /// <param name="reset">True: the peer sees a reset instead of an ordinary end.</param>
    public abstract void Close(bool reset);

    /// <summary>
    /// Ends the connection behind what was sent. Closing while unread input waits would be a reset, which destroys the last words, so what the peer
    /// still sends is read and discarded for a moment.
    /// </summary>
    /// <param name="clock">Gives that its time.</param>
    public async Task EndAsync(TimeProvider clock)
    {
        using var patience = new CancellationTokenSource(_patience, clock);
        var discarded = new byte[1024];
        try
        {
            ShutdownSend();
            while (await Stream.ReadAsync(discarded, patience.Token) > 0)
            {
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The peer is gone, or its time is up.
        }

        Close(reset: false);
    }

    /// <summary>Ends the outgoing direction behind what was sent.</summary>
    protected abstract void ShutdownSend();
}
