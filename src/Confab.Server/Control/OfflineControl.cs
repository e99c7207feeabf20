using Confab.Dialects.Control;
using Confab.Engine;
using Confab.Protocols.Control;
using Confab.Server.Configuration;
using Confab.Server.Hosting;
using Confab.Server.Logging;
using Confab.Storage;
using Confab.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Confab.Server.Control;

/// <summary>
/// A server that does not run, asked in this process: the same engine over the same data directory, without doors. While it is open no server
/// can start on the directory.
/// </summary>
internal sealed class OfflineControl : IControl
{
    private readonly IMessageLog _log;
    private readonly ChatEngine _engine;
    private readonly ControlSession _session;
    private readonly ServerEvents _events = new(NullLoggerFactory.Instance);

    private OfflineControl(ServerOptions options, IMessageLog log)
    {
        _log = log;
        _engine = new ChatEngine(
            options.CreateChat(), log, new RisingIds(SystemRandom.Fill), TimeProvider.System, options.Engine, TaskScheduler.Default, _events);
        _engine.Start();
        _session = new ControlSession(_engine);
    }

    /// <summary>Opens the data directory, which is made where it is missing.</summary>
    /// <exception cref="LogOpenException">It cannot be opened; where a server holds it, that exception says so.</exception>
    public static OfflineControl Open(ServerOptions options)
    {
        var log = SqliteMessageLog.Open(new SqliteLogOptions { DataDirectory = options.DataDirectory, Durability = options.Durability });
        try
        {
            return new OfflineControl(options, log);
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    public async Task<ControlReply> AskAsync(ControlCommand command)
    {
        var reply = _session.AskAsync(command);
        if (await Task.WhenAny(reply, _events.Broke) != reply)
        {
            throw new ControlLostException("A defect ended the engine before it answered. Whether it did what was asked is not known; look, then ask again.");
        }

        return await reply;
    }

    public async ValueTask DisposeAsync()
    {
        _session.Dispose();
        _engine.Stop();
        await Task.WhenAny(_engine.Stopped, _events.Broke);
        _engine.Dispose();
        _log.Dispose();
    }
}
