using System.Net.Sockets;
using Confab.Transport.Connections;
using Confab.Transport.Sockets;

namespace Confab.Transport.Arrivals;

/// <summary>One on portable sockets.</summary>
internal sealed class SocketPort(Socket listener, string door, SessionHost host, TimeProvider clock, ITransportEvents events)
    : ArrivalPort(listener)
{
    private readonly SocketAcceptor _acceptor = new(listener, door, host.Limits, clock, events);
    private readonly SocketSession _sessions = new(host, clock);

    public override void Listen() => _acceptor.Listen();

    public override void Accept(Action<Arrival> begin) => _acceptor.Start((socket, peer) => begin(new SocketArrival(socket, peer, _sessions)));

    public override void Dispose() => _acceptor.Dispose();
}
