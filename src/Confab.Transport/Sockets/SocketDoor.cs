using System.Net;
using System.Net.Sockets;
using Confab.Dialects;
using Confab.Transport.Connections;
using Confab.Transport.Doors;

namespace Confab.Transport.Sockets;

/// <summary>A listening TCP socket and what it speaks, plainly or through TLS, to people or to proxies that speak for them.</summary>
public sealed class SocketDoor : IDoor
{
    private readonly DoorPlan _plan;
    private readonly SocketAcceptor _acceptor;
    private readonly CancellationTokenSource _closing = new();
    private readonly Entrance _entrance;
    private bool _closed;

    private SocketDoor(Socket listener, DoorPlan plan, SessionHost host, TimeProvider clock, ITransportEvents events)
    {
        _plan = plan;
        _acceptor = new SocketAcceptor(listener, Name, host.Limits, clock, events);
        _entrance = new Entrance(plan, host, clock, events, _closing.Token);
        EndPoint = (IPEndPoint)listener.LocalEndPoint!;
    }

    public string Name => _plan.Name;

    public IPEndPoint EndPoint { get; }

    public Dialect Dialect => _plan.Dialect;

    /// <summary>Takes the door's port. Nobody can connect yet.</summary>
    /// <exception cref="SocketException">The port is taken, or the address is not this machine's.</exception>
    public static SocketDoor Bind(DoorPlan plan, SessionHost host, TimeProvider clock, ITransportEvents events) =>
        new(ListeningSocket.Bind(plan.EndPoint), plan, host, clock, events);

    /// <summary>Opens a plain door and begins to accept.</summary>
    /// <exception cref="SocketException">The port is taken, or the address is not this machine's.</exception>
    public static SocketDoor Open(IPEndPoint endPoint, Dialect dialect, SessionHost host, TimeProvider clock, ITransportEvents events)
    {
        var door = Bind(new DoorPlan(endPoint, dialect), host, clock, events);
        try
        {
            door.Listen();
            door.Accept();
            return door;
        }
        catch
        {
            door.Dispose();
            throw;
        }
    }

    public string HowToJoin(string host) => _plan.Certificates is null
        ? Dialect.HowToJoin(host, EndPoint.Port)
        : $"with TLS; by hand: openssl s_client -quiet -connect {(host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host)}:{EndPoint.Port}";

    public void Listen() => _acceptor.Listen();

    public void Accept() => _acceptor.Start(_entrance.Begin);

    public Task EndAsync() => Task.CompletedTask;

    public void Dispose()
    {
        if (!_closed)
        {
            _closed = true;
            _acceptor.Dispose();
            _closing.Cancel();
            _closing.Dispose();
        }
    }
}
