using System.Net;
using System.Net.Sockets;

namespace Confab.Testing.Scripted;

/// <summary>The other end of a client under test: a real loopback socket whose every word the test says itself.</summary>
public sealed class ScriptedServer : IDisposable
{
    private TcpListener _listener = new(IPAddress.Loopback, 0);

    public ScriptedServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    public string Address => $"127.0.0.1:{Port}";

    /// <summary>A port on which nobody listens.</summary>
    public static int UnusedPort()
    {
        using var server = new ScriptedServer();
        return server.Port;
    }

    public async Task<ScriptedPeer> AcceptAsync(CancellationToken cancellationToken) =>
        new(await _listener.AcceptSocketAsync(cancellationToken), cancellationToken);

    /// <summary>From here on connections are refused, until <see cref="Return"/>.</summary>
    public void GoAway() => _listener.Stop();

    public void Return()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();
}
