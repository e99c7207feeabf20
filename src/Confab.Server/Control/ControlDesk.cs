using System.Collections.Concurrent;
using System.Net.Sockets;
using Confab.Engine;
using Confab.Server.Logging;
using Microsoft.Extensions.Logging;

namespace Confab.Server.Control;

/// <summary>
/// The control socket of a running server: a Unix domain socket in the data directory, for its owner only. Whoever may open it could as well
/// change the files beside it, so nobody is asked for a password. The directory is locked when this opens, so that a socket found there is left
/// over from a server that was killed.
/// </summary>
internal sealed class ControlDesk : IDisposable
{
    private const int Waiting = 16;
    private const int MostAtOnce = 32;

    private static readonly TimeSpan _acceptPause = TimeSpan.FromMilliseconds(100);

    private readonly Socket _listener;
    private readonly string _path;
    private readonly ChatEngine _engine;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentDictionary<int, Task> _connections = new();
    private volatile bool _closed;

    private ControlDesk(Socket listener, string path, ChatEngine engine, ILogger logger)
    {
        _listener = listener;
        _path = path;
        _engine = engine;
        _logger = logger;
    }

    /// <summary>Opens the socket. Null, with a line in the log, where the system does not allow it: the server goes on without.</summary>
    /// <param name="dataDirectory">The directory, which this process has locked.</param>
    /// <param name="engine">The engine.</param>
    /// <param name="logger">Takes the log.</param>
    public static ControlDesk? TryOpen(string dataDirectory, ChatEngine engine, ILogger logger)
    {
        var path = ControlPlace.In(dataDirectory);
        if (ControlPlace.TryAddress(path) is not { } address)
        {
            ControlLog.PathTooLong(logger, path);
            return null;
        }

        Socket? listener = null;
        try
        {
            File.Delete(path);
            listener = ControlPlace.CreateSocket();
            listener.Bind(address);
            if (!OperatingSystem.IsWindows())
            {
                // Before it listens nobody can connect, so there is no moment in which others could.
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            listener.Listen(Waiting);
            var desk = new ControlDesk(listener, path, engine, logger);
            _ = desk.AcceptAsync();
            return desk;
        }
        catch (Exception failure) when (failure is SocketException or IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            listener?.Dispose();
            ControlLog.NotOpened(logger, path, failure.Message);
            return null;
        }
    }

    /// <summary>Takes no more connections; those that are there go on.</summary>
    public void Dispose()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        _listener.Dispose();
        try
        {
            File.Delete(_path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The next server removes it.
        }
    }

    /// <summary>Ends the connections behind what they are being told; completes when none is left. To be called when the engine has stopped.</summary>
    public async Task EndAsync()
    {
        await _ending.CancelAsync();
        await Task.WhenAll(_connections.Values);
    }

    private async Task AcceptAsync()
    {
        for (var number = 0; !_closed; number++)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptAsync();
            }
            catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
            {
                if (_closed)
                {
                    return;
                }

                // One that was gone before it was taken, or no descriptors: whoever asks tries again.
                ControlLog.AcceptFailed(_logger, failure.Message);
                await Task.Delay(_acceptPause);
                continue;
            }

            Begin(socket, number);
        }
    }

    private void Begin(Socket socket, int number)
    {
        if (_connections.Count >= MostAtOnce)
        {
            socket.Dispose();
            return;
        }

        var running = new ControlConnection(socket, _engine).RunAsync(_ending.Token);
        _connections.TryAdd(number, running);
        _ = running.ContinueWith(_ => _connections.TryRemove(number, out var _), TaskScheduler.Default);
    }
}
