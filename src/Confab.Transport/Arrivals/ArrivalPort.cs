using System.Net;
using System.Net.Sockets;

namespace Confab.Transport.Arrivals;

/// <summary>A port whose connections are not sessions from the beginning. Disposing lets nobody in any more; those who came stay.</summary>
/// <param name="listener">Bound.</param>
public abstract class ArrivalPort(Socket listener) : IDisposable
{
    /// <summary>Where it is; with the port that was chosen, where 0 was asked for.</summary>
    public IPEndPoint EndPoint { get; } = (IPEndPoint)listener.LocalEndPoint!;

    /// <summary>Lets the system take connections; nobody is served yet.</summary>
    /// <exception cref="SocketException">Another program was faster.</exception>
    public abstract void Listen();

    /// <summary>Begins to let them in.</summary>
    /// <param name="begin">Takes each over; called from any thread, must neither block nor throw.</param>
    public abstract void Accept(Action<Arrival> begin);

    public abstract void Dispose();
}
