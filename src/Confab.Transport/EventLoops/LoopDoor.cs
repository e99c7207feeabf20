using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Confab.Dialects;
using Confab.Polling;
using Confab.Transport.Connections;
using Confab.Transport.Doors;
using Confab.Transport.Sockets;

namespace Confab.Transport.EventLoops;

/// <summary>A listening TCP socket whose connections live on event loops: for plain doors without proxies in front.</summary>
[SupportedOSPlatform("linux")]
internal sealed class LoopDoor : IDoor
{
    private readonly LoopAcceptor _acceptor;
    private readonly DoorPlan _plan;
    private readonly SessionHost _host;
    private readonly LoopSession _sessions;

    private LoopDoor(Socket listener, DoorPlan plan, EventLoopSet loops, SessionHost host, TimeProvider clock, ITransportEvents events)
    {
        _plan = plan;
        _host = host;
        _sessions = new LoopSession(host, events);
        _acceptor = new LoopAcceptor(listener, Name, loops, host.Limits, clock, events);
        EndPoint = (IPEndPoint)listener.LocalEndPoint!;
    }

    public string Name => _plan.Name;

    public IPEndPoint EndPoint { get; }

    public Dialect Dialect => _plan.Dialect;

    /// <summary>True for doors that can be of this kind.</summary>
    public static bool Suits(DoorPlan plan) => plan is { Certificates: null, Proxies: null };

    /// <inheritdoc cref="SocketDoor.Bind"/>
    public static LoopDoor Bind(DoorPlan plan, EventLoopSet loops, SessionHost host, TimeProvider clock, ITransportEvents events) =>
        new(ListeningSocket.Bind(plan.EndPoint), plan, loops, host, clock, events);

    public string HowToJoin(string host) => Dialect.HowToJoin(host, EndPoint.Port);

    public void Listen() => _acceptor.Listen();

    public void Accept() => _acceptor.Start(Begin);

    public Task EndAsync() => _acceptor.Ended;

    public void Dispose() => _acceptor.Dispose();

    private void Begin(EventLoop loop, StreamDescriptor connection, IPEndPoint peer)
    {
        if (_host.Admit(Name, peer) is not { } admission)
        {
            connection.Close(reset: true);
            return;
        }

        _sessions.Begin(loop, connection, _plan.Dialect, admission);
    }
}
