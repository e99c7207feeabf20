using Confab.Server.Logging;
using Confab.Storage;
using Microsoft.Extensions.Logging;

namespace Confab.Server.Hosting;

/// <summary>
/// Looks after the log beside the chat: puts in order what was appended, brings the search index on and removes what is kept no longer, in steps so
/// small that nobody notices. It gives way: while messages flood in it does nothing until too much waits, and takes a share of its thread's time while
/// any come (<see cref="UpkeepOptions"/>). The thread sleeps where there is nothing to do.
/// </summary>
internal sealed class LogKeeper : IDisposable
{
    private const int IndexStep = 500;
    private const int PruneStep = 200;

    // Beside talk a step is some two milliseconds long, so that a tick on the same core hardly waits for it.
    private const int SmallStep = 100;

    // A removal wants all in order first, which is more than a small step under load.
    private static readonly TimeSpan _pruneInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _pauseAfterFailure = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(200);

    private readonly IMessageLog _log;
    private readonly RetentionPolicy _policy;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly UpkeepRhythm _rhythm;
    private readonly int _restForWork;
    private readonly long _start;
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;
    private TimeSpan _nextPrune;

    private LogKeeper(IMessageLog log, RetentionPolicy policy, TimeProvider clock, ILogger logger, UpkeepOptions options)
    {
        _rhythm = new UpkeepRhythm(options);
        _restForWork = options.RestForWork;
        _start = clock.GetTimestamp();
        _log = log;
        _policy = policy;
        _clock = clock;
        _logger = logger;
        _thread = new Thread(Run) { Name = "log keeper", IsBackground = true, Priority = ThreadPriority.BelowNormal };
    }

    private TimeSpan Now => _clock.GetElapsedTime(_start);

    public static LogKeeper Start(IMessageLog log, RetentionPolicy policy, TimeProvider clock, ILogger logger, UpkeepOptions? options = null)
    {
        var keeper = new LogKeeper(log, policy, clock, logger, options ?? new UpkeepOptions());
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
                var began = Now;
                var pace = _rhythm.PaceAt(_log.Backlog, began);
                if (pace == UpkeepPace.None)
                {
                    _stop.Wait(_look);
                    continue;
                }

                var more = Step(pace);
                if (failing)
                {
                    HistoryLog.KeepingRecovered(_logger);
                    failing = false;
                }

                if (!more)
                {
                    _stop.Wait(_pause);
                }
                else if (pace == UpkeepPace.Share)
                {
                    _stop.Wait((Now - began) * _restForWork);
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

    private bool Step(UpkeepPace pace)
    {
        var more = _log.IndexMore(pace == UpkeepPace.All ? IndexStep : SmallStep);
        if (!_policy.KeepsAll && !_stop.IsSet && (pace == UpkeepPace.All || Now >= _nextPrune))
        {
            more |= _log.Prune(_policy, _clock.GetUtcNow(), PruneStep);
            _nextPrune = Now + _pruneInterval;
        }

        return more;
    }
}
