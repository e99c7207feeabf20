using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Confab.Cli.Tests.Benching;

/// <summary>Sends each line to everybody, and may treat one delivery to its second client in its own way.</summary>
internal sealed class LinesServer : IDisposable
{
    /// <summary>Which delivery is treated so: late enough to be a message that is checked.</summary>
    private const int FaultyDelivery = 20;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Lock _gate = new();
    private readonly List<Socket> _clients = [];
    private readonly Func<string, string, string>? _fault;
    private int _deliveries;
    private string? _heldBack;

    /// <param name="fault">What comes in place of a line, given that line and the one after it; null for a server without faults.</param>
    public LinesServer(Func<string, string, string>? fault = null)
    {
        _fault = fault;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>Ends all connections.</summary>
    public void HangUp()
    {
        lock (_gate)
        {
            _clients.ForEach(client => client.Dispose());
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        HangUp();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync();
                client.NoDelay = true;
                lock (_gate)
                {
                    _clients.Add(client);
                }

                _ = ReadAsync(client);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ReadAsync(Socket client)
    {
        try
        {
            using var reader = new StreamReader(new NetworkStream(client), Encoding.ASCII);
            while (await reader.ReadLineAsync() is { } line)
            {
                lock (_gate)
                {
                    Deliver(line + "\n");
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The client has gone.
        }
    }

    private void Deliver(string line)
    {
        for (var i = 0; i < _clients.Count; i++)
        {
            try
            {
                _clients[i].Send(Encoding.ASCII.GetBytes(i == 1 && _fault is not null ? Faulty(line) : line));
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                // The client has gone.
            }
        }
    }

    private string Faulty(string line)
    {
        if (++_deliveries == FaultyDelivery)
        {
            _heldBack = line;
            return "";
        }

        if (_heldBack is not { } first)
        {
            return line;
        }

        _heldBack = null;
        return _fault!(first, line);
    }
}
