using System.Net;
using Confab.Dialects.Irc;
using Confab.Engine;
using Confab.Server.Configuration;
using Confab.Server.Control;
using Confab.Server.Logging;
using Confab.Storage;
using Confab.Storage.Memory;
using Confab.Storage.Sqlite;
using Confab.Transport.Connections;
using Confab.Transport.Doors;
using Confab.Transport.Tls;
using Microsoft.Extensions.Logging;

namespace Confab.Server.Hosting;

/// <summary>
/// A whole server: the log, the engine, the doors and, where somebody sits there, the operator's console. It knows nothing of the process
/// that it runs in, so several may run in one.
/// </summary>
public sealed class ConfabServer : IAsyncDisposable
{
    private const string ConsoleHint = "  What you type is said to everybody; /help lists the commands, exit stops the server.";

    private static readonly TimeSpan _abortPatience = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _logPatience = TimeSpan.FromMilliseconds(300);

    private readonly IMessageLog _log;
    private readonly bool _ownsLog;
    private readonly ServerEvents _events;
    private readonly ILogger _logger;
    private readonly ChatEngine _engine;
    private readonly SessionHost _host;
    private readonly OperatorDesk? _desk;
    private readonly LogKeeper _keeper;
    private readonly Lock _stopLock = new();
    private readonly DoorBinder _binder;
    private CertificateStore? _certificates;
    private DoorSet? _doors;
    private ControlDesk? _control;
    private Task? _stop;

    private ConfabServer(ServerOptions options, ServerParts parts, IMessageLog log)
    {
        options.Irc = options.Irc with
        {
            Started = parts.Clock.GetUtcNow(),
            Tokens = TokenKeys.Read(options),
            Rehash = () => _ = Task.Run(Reload),
        };
        Options = options;
        _log = log;
        _ownsLog = parts.Log is null;
        _logger = parts.Logging.CreateLogger("Confab.Server");
        _events = new ServerEvents(parts.Logging);
        var chat = options.CreateChat();
        var ids = parts.Ids ?? new RisingIds(SystemRandom.Fill);
        options.Engine.DeliveryShards = Math.Max(1, options.EventLoopCount);
        _engine = new ChatEngine(chat, log, ids, parts.Clock, options.Engine, parts.LookupScheduler, _events);
        NeedsAdministrator = !chat.Accounts.HaveAdministrator;
        _host = new SessionHost(_engine, options.Connections, parts.Clock, _events);
        _binder = new DoorBinder(_engine, options.Connections, withLoops: options.EventLoopCount > 0);
        _engine.Start();
        _keeper = LogKeeper.Start(log, options.Retention, parts.Clock, _logger);
        if (parts.Terminal is { } terminal)
        {
            _desk = new OperatorDesk(terminal, _engine, options);
        }
    }

    /// <summary>What it was started with.</summary>
    public ServerOptions Options { get; }

    /// <summary>The doors that are open, in the order of the options.</summary>
    public IReadOnlyList<IDoor> Doors => _doors?.Open ?? [];

    /// <summary>The default doors that could not open.</summary>
    public IReadOnlyList<ClosedDoor> ClosedDoors => _doors?.Closed ?? [];

    /// <summary>True when, at the start, no account looked after the others.</summary>
    public bool NeedsAdministrator { get; }

    /// <summary>How many times the rules were asked something: where it stands still, nobody is kept waiting by anything.</summary>
    internal long Ticks => _engine.Ticks;

    /// <summary>True while upkeep of the history has something to do.</summary>
    internal bool HasUpkeep => _log.Backlog.Waiting > 0;

    /// <summary>Gives memory back that makes the history faster and is not needed while nobody asks anything.</summary>
    internal void GiveBackMemory() => _log.GiveBackMemory();

    /// <summary>How many sessions are connected.</summary>
    public int SessionCount => _host.Count;

    /// <summary>Completes when the server should be stopped: the operator wants it, or, with an exception, a defect has broken it.</summary>
    public Task StopWanted => _desk is null ? _events.Broke : Task.WhenAny(_desk.Leaving, _events.Broke).Unwrap();

    /// <summary>Starts a server.</summary>
    /// <param name="options">Its settings.</param>
    /// <param name="parts">What it is given; null for the defaults.</param>
    /// <exception cref="ServerStartException">A door cannot open, or a certificate cannot be used.</exception>
    /// <exception cref="LogOpenException">The data directory cannot be used.</exception>
    public static async Task<ConfabServer> StartAsync(ServerOptions options, ServerParts? parts = null)
    {
        parts ??= new ServerParts();
        var server = Create(options, parts);
        try
        {
            server.OpenDoors(parts);
            return server;
        }
        catch
        {
            await server.StopAsync();
            throw;
        }
    }

    /// <summary>Where a door is, by its name (such as <c>relay</c> or <c>irc+tls</c>); the first, where there are several.</summary>
    public IPEndPoint EndPoint(string door) =>
        Doors.FirstOrDefault(one => one.Name == door)?.EndPoint
        ?? throw new InvalidOperationException($"This server has no open door '{door}'.");

    /// <summary>Reads again what may change while the server runs: the certificates. Nobody is disconnected. What is wrong goes to the log.</summary>
    public void Reload()
    {
        ServerLog.Reloading(_logger);
        _certificates?.Reload();
    }

    /// <summary>
    /// Stops: accepts nobody any more, answers what was asked, tells every session goodbye, waits for them as long as its settings say, and
    /// closes the log. Calling again waits for the same end.
    /// </summary>
    public Task StopAsync()
    {
        lock (_stopLock)
        {
            return _stop ??= Task.Run(StopOnceAsync);
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static ConfabServer Create(ServerOptions options, ServerParts parts)
    {
        if (parts.Log is { } log)
        {
            return new ConfabServer(options, parts, log);
        }

        var opened = OpenLog(options);
        try
        {
            return new ConfabServer(options, parts, opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private static IMessageLog OpenLog(ServerOptions options) => options.KeepsHistory
        ? SqliteMessageLog.Open(new SqliteLogOptions { DataDirectory = options.DataDirectory, Durability = options.Durability })
        : new MemoryMessageLog();

    private void OpenDoors(ServerParts parts)
    {
        _certificates = OpenCertificates(parts.Clock);
        if (_ownsLog && Options is { Control: true, KeepsHistory: true })
        {
            _control = ControlDesk.TryOpen(Options.DataDirectory, _engine, _logger);
        }

        _doors = DoorSet.OpenAll(Options, _host, _binder, _certificates, parts, _events);
        foreach (var door in _doors.Open)
        {
            DoorLog.Opened(_logger, door.Name, door.EndPoint);
        }

        foreach (var door in _doors.Closed)
        {
            DoorLog.LeftClosed(_logger, door.Name, door.EndPoint, door.Reason);
        }

        // Elsewhere the start block says it.
        if (parts.Terminal is null && Options.LogFormat == LogFormat.Json && StartBlock.HowToBecomeAdministrator(this) is { } command)
        {
            ControlLog.NoAdministrator(_logger, command);
        }

        if (parts.Terminal is { } terminal)
        {
            foreach (var line in StartBlock.Lines(this, ConsoleHint))
            {
                terminal.WriteLine(line);
            }

            _desk?.Open();
        }
    }

    private CertificateStore? OpenCertificates(TimeProvider clock)
    {
        try
        {
            return Options.Tls.IsConfigured ? CertificateStore.Open(Options.Tls, clock, _events) : null;
        }
        catch (CertificateException failure)
        {
            throw new ServerStartException(failure.Message, failure);
        }
    }

    private async Task StopOnceAsync()
    {
        var timeout = Options.Connections.StopTimeout;
        var started = TimeProvider.System.GetTimestamp();
        var wasOpen = _doors is not null;
        if (wasOpen)
        {
            ServerLog.Stopping(_logger, _host.Count);
        }

        _doors?.Dispose();
        _control?.Dispose();
        _certificates?.Dispose();
        _engine.Stop();
        var delivered = await EndsWithinAsync(_engine.Stopped, timeout);
        await EndsWithinAsync(_control?.EndAsync() ?? Task.CompletedTask, _abortPatience);
        await EndsWithinAsync(_events.WhenNobodyIsConnected(), timeout - TimeProvider.System.GetElapsedTime(started));
        _host.AbortAll();
        await EndsWithinAsync(_events.WhenNobodyIsConnected(), _abortPatience);
        await EndsWithinAsync(_doors?.EndAsync() ?? Task.CompletedTask, _abortPatience);
        _binder.Dispose();
        _host.Dispose();
        _desk?.Dispose();
        _keeper.Dispose();
        _engine.Dispose();
        if (_ownsLog && !await EndsWithinAsync(Task.Run(_log.Dispose), _logPatience))
        {
            HistoryLog.ClosingTakesLong(_logger);
        }

        if (wasOpen)
        {
            ServerLog.Stopped(_logger, delivered, TimeProvider.System.GetElapsedTime(started));
        }
    }

    private static async Task<bool> EndsWithinAsync(Task task, TimeSpan timeout)
    {
        try
        {
            await task.WaitAsync(timeout > TimeSpan.Zero ? timeout : TimeSpan.Zero);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (Exception) when (task.IsFaulted)
        {
            // A broken engine was reported when it broke; there is nothing more to wait for.
            return false;
        }
    }
}
