using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Confab.Cli.Benching.Wires;

/// <summary>Makes connections on a few threads of its own, because a server whose queue is full makes who connects wait for seconds.</summary>
internal sealed class Connector : IDisposable
{
    private const int Threads = 4;

    // SOL_IP, IP_BIND_ADDRESS_NO_PORT: the port is chosen with the connection, so that each source address has a range of its own.
    private const int IpLevel = 0;
    private const int BindWithoutPort = 24;
    private const int SourceAddresses = 20;
    private const int SmallBuffer = 4096;

    private readonly BlockingCollection<Opening> _wanted = [];
    private readonly Lock _gate = new();
    private volatile bool _isDisposed;
    private readonly IPEndPoint _server;
    private readonly Action<Opening> _done;

    /// <param name="server">Where to.</param>
    /// <param name="done">Is given each connection that was made or failed, on one of the threads; never after <see cref="Dispose"/>.</param>
    public Connector(IPEndPoint server, Action<Opening> done)
    {
        (_server, _done) = (server, done);
        for (var i = 0; i < Threads; i++)
        {
            new Thread(Work) { IsBackground = true, Name = "bench connector" }.Start();
        }
    }

    public void Open(Opening opening) => _wanted.Add(opening);

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
        }

        _wanted.CompleteAdding();
    }

    private void Work()
    {
        foreach (var opening in _wanted.GetConsumingEnumerable())
        {
            Give(Connect(opening));
        }
    }

    private void Give(Opening opening)
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                opening.Socket?.Dispose();
            }
            else
            {
                _done(opening);
            }
        }
    }

    private Opening Connect(Opening opening)
    {
        if (_isDisposed)
        {
            return opening;
        }

        Socket? socket = null;
        try
        {
            socket = new Socket(_server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            if (opening.IsSmall)
            {
                socket.ReceiveBufferSize = SmallBuffer;
            }

            if (Source(opening.Index) is { } source)
            {
                socket.SetRawSocketOption(IpLevel, BindWithoutPort, [1, 0, 0, 0]);
                socket.Bind(source);
            }

            socket.Connect(_server);
            return opening with { Socket = socket };
        }
        catch (SocketException exception)
        {
            socket?.Dispose();
            return opening with { Problem = Explain(exception) };
        }
    }

    // One address has some 28,000 ports to come from; 127.0.0.2 and so on are this machine, too, but only Linux listens without being told.
    private IPEndPoint? Source(int index) =>
        OperatingSystem.IsLinux() && _server.AddressFamily == AddressFamily.InterNetwork && IPAddress.IsLoopback(_server.Address)
            ? new IPEndPoint(new IPAddress([127, 0, 0, (byte)(1 + (index % SourceAddresses))]), 0)
            : null;

    private static string Explain(SocketException exception) => exception.SocketErrorCode switch
    {
        SocketError.TooManyOpenSockets => string.Create(
            CultureInfo.InvariantCulture,
            $"this process may have no more files open{FileLimit()}; raise the limit (ulimit -n, LimitNOFILE) or lower --members and --idle"),
        SocketError.AddressNotAvailable or SocketError.AddressAlreadyInUse =>
            "this machine has no port left to come from; wait a minute until those of the last run are free, or lower --members and --idle",
        _ => exception.Message.TrimEnd('.'),
    };

    private static string FileLimit()
    {
        const string Name = "Max open files";
        var line = OperatingSystem.IsLinux() ? File.ReadLines("/proc/self/limits").FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal)) : null;
        return line is null ? "" : $" than {line[Name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]}";
    }
}
