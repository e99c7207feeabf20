using System.Net;
using System.Text;
using Confab.Transport.Connections;

namespace Confab.Testing.Memory;

/// <summary>A client of a <see cref="MemoryServer"/>: hands bytes to its session and keeps what comes back.</summary>
public sealed class MemoryClient
{
    private readonly MemoryServer _server;
    private readonly LiveSession? _session;
    private readonly IPEndPoint _peer;
    private bool _gone;
    private bool _saidLast;

    internal MemoryClient(MemoryServer server, MemoryWire wire, LiveSession? session, IPEndPoint peer)
    {
        _server = server;
        _session = session;
        _peer = peer;
        Wire = wire;
    }

    public MemoryWire Wire { get; }

    public int Port => _peer.Port;

    /// <summary>How many bytes the server holds for this client because it does not read.</summary>
    public int BacklogBytes => _session?.Connection.BacklogBytes ?? 0;

    /// <summary>True when the server only waits for the end of this connection.</summary>
    public bool IsClosing => _session?.Connection.IsClosing ?? true;

    public bool IsOpen => !Wire.IsClosed && !Wire.IsEnded && !_gone;

    /// <summary>Sends bytes as one read, and runs the server until nothing is left to do.</summary>
    public void Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Send(string)"/>
    public void Send(byte[] bytes, bool endOfRead = true)
    {
        Feed(bytes, endOfRead);
        _server.RunOn();
        if (_saidLast)
        {
            HalfClose();
        }
    }

    /// <summary>Sends bytes without running the server.</summary>
    public TimeSpan Feed(byte[] bytes, bool endOfRead = true)
    {
        var wait = TimeSpan.Zero;
        if (!_gone && _session is not null && !Wire.IsClosed)
        {
            _saidLast |= !_session.Receive([.. bytes], endOfRead, out wait);
        }

        return wait;
    }

    /// <summary>Ends this side of the connection; the other may still send.</summary>
    public void HalfClose()
    {
        if (!_gone && _session is not null)
        {
            _session.Connection.PeerEnded();
            var ended = _session.EndInputAsync(reason: null);
            _server.Run();
            if (!ended.Wait(TimeSpan.FromSeconds(20)))
            {
                throw new TimeoutException("The server has nothing to do, and still something is unanswered.");
            }

            _server.Run();
        }
    }

    /// <summary>The writes that have come since the last call, as text.</summary>
    public IReadOnlyList<string> Messages() => [.. Wire.Take().Select(Encoding.UTF8.GetString)];

    /// <summary>All that has come since the last call, as one text.</summary>
    public string Text() => string.Concat(Messages());

    /// <summary>The connection breaks.</summary>
    public void Vanish()
    {
        if (!_gone && _session is not null)
        {
            _gone = true;
            _session.Connection.Abort();
            _server.Closed(_session);
        }
    }
}
