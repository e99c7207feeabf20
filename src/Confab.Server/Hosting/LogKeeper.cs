using Confab.Server.Logging;
using Confab.Storage;
using Microsoft.Extensions.Logging;

namespace Confab.Server.Hosting;

/// <summary>
/// Looks after the log beside the chat: brings the search index on and removes what is kept no longer, in steps so small that
/// nobody notices. A thread of its own, below normal priority, which sleeps where there is nothing to do.
/// </summary>
internal sealed class LogKeeper : IDisposable
{
    private const int IndexStep = 500;
    private const int PruneStep = 200;

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _pauseAfterFailure = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(200);

    private readonly IMessageLog _log;
    private readonly RetentionPolicy _policy;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;

    private LogKeeper(IMessageLog log, RetentionPolicy policy, TimeProvider clock, ILogger logger)
    {
        _log = log;
        _policy = policy;
        _clock = clock;
        _logger = logger;
        _thread = new Thread(Run) { Name = "log keeper", IsBackground = true, Priority = ThreadPriority.BelowNormal };
    }

    public static LogKeeper Start(IMessageLog log, RetentionPolicy policy, TimeProvider clock, ILogger logger)
    {
        var keeper = new LogKeeper(log, policy, clock, logger);
        keeper._thread.Start();
        return keeper;
    }

    /// <summary>Ends after the step that is being done.</summary>
    public void Dispose()
    {
        _stop.Set();
        if (_thread.Join(_patience))
        {
            _stop.Dispose();
        }
    }

    private void Run()
    {
        var failing = false;
        while (!_stop.IsSet)
        {
            try
            {
                var more = Step();
                if (failing)
                {
                    HistoryLog.KeepingRecovered(_logger);
                    failing = false;
                }

                if (!more)
                {
                    _stop.Wait(_pause);
                }
            }
            catch (Exception failure)
            {
                // Chat goes on without it: search scans what is not indexed, and what should be removed stays a while. Said once, not every time.
                if (!failing)
                {
                    HistoryLog.KeepingFailed(_logger, failure);
                    failing = true;
                }

                _stop.Wait(_pauseAfterFailure);
            }
        }
    }

    private bool Step()
    {
        var more = _log.IndexMore(IndexStep);
        if (!_policy.KeepsAll && !_stop.IsSet)
        {
            more |= _log.Prune(_policy, _clock.GetUtcNow(), PruneStep);
        }

        return more;
    }
}
