using Confab.Engine;
using Confab.Transport.Arrivals;
using Confab.Transport.Connections;
using Confab.Transport.EventLoops;
using Confab.Transport.Limits;
using Confab.Transport.Sockets;

namespace Confab.Transport.Doors;

/// <summary>
/// Opens doors in the way that suits the machine: plain ones on event loops where the system has them, all others, and all elsewhere, on portable
/// sockets. To be made before the engine starts, and disposed after its last connection has ended.
/// </summary>
public sealed class DoorBinder : IDisposable
{
    private readonly EventLoopSet? _loops;

    /// <param name="engine">Not yet started. Each of its shards gets an event loop, where there are any.</param>
    /// <param name="limits">The bounds of connections.</param>
    /// <param name="withLoops">False for portable sockets everywhere.</param>
    /// <exception cref="IOException">The system gives no descriptors for the loops.</exception>
    public DoorBinder(ChatEngine engine, ConnectionLimits limits, bool withLoops)
    {
        if (withLoops && OperatingSystem.IsLinux())
        {
            _loops = new EventLoopSet(engine, limits.ReadBytes);
        }
    }

    /// <summary>Takes a door's port. Nobody can connect yet.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The port is taken, or the address is not this machine's.</exception>
    public IDoor Bind(DoorPlan plan, SessionHost host, TimeProvider clock, ITransportEvents events) =>
        OperatingSystem.IsLinux() && _loops is not null && LoopDoor.Suits(plan)
            ? LoopDoor.Bind(plan, _loops, host, clock, events)
            : SocketDoor.Bind(plan, host, clock, events);

    /// <summary>Takes the port of a door on which something else is spoken before sessions begin. Nobody can connect yet.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The port is taken, or the address is not this machine's.</exception>
    public ArrivalPort BindPort(DoorPlan plan, SessionHost host, TimeProvider clock, ITransportEvents events)
    {
        var listener = ListeningSocket.Bind(plan.EndPoint);
        return OperatingSystem.IsLinux() && _loops is not null && plan.Certificates is null
            ? new LoopPort(listener, plan.Name, _loops, host, clock, events)
            : new SocketPort(listener, plan.Name, host, clock, events);
    }

    public void Dispose()
    {
        if (OperatingSystem.IsLinux())
        {
            _loops?.Dispose();
        }
    }
}
