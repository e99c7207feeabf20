using System.Net;
using System.Net.Sockets;

namespace Confab.Server.Tests.Hosting;

/// <summary>A port that another program has.</summary>
internal sealed class TakenPort : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public TakenPort() => _listener.Start();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();
}
