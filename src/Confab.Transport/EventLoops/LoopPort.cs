using System.Net.Sockets;
using System.Runtime.Versioning;
using Confab.Transport.Arrivals;
using Confab.Transport.Connections;

namespace Confab.Transport.EventLoops;

/// <summary>A port whose connections live on event loops from the beginning.</summary>
[SupportedOSPlatform("linux")]
internal sealed class LoopPort(Socket listener, string door, EventLoopSet loops, SessionHost host, TimeProvider clock, ITransportEvents events)
    : ArrivalPort(listener)
{
    private readonly LoopAcceptor _acceptor = new(listener, door, loops, host.Limits, clock, events);
    private readonly LoopSession _sessions = new(host, events);

    public override void Listen() => _acceptor.Listen();

    public override void Accept(Action<Arrival> begin) =>
        _acceptor.Start((loop, connection, peer) => begin(new LoopArrival(loop, connection, peer, _sessions)));

    public override void Dispose() => _acceptor.Dispose();
}
