using Confab.Engine.Ticks;
using Confab.Storage;

namespace Confab.Engine.Delivery;

/// <summary>
/// A share of delivery: every committed tick in order, for the sessions that were opened with it. Each is run by one thread; who has an event loop of
/// its own runs the shard of its connections in it, so that nothing is handed on between a tick and its sends.
/// </summary>
public sealed class DeliveryShard
{
    private readonly DeliveryLoop _loop;
    private readonly TickPace _pace;
    private readonly Action _finished;
    private readonly object _sync = new();
    private readonly Queue<Tick> _waiting = new();
    private readonly List<Tick> _taken = [];
    private Action? _wake;
    private int _untold;

    internal DeliveryShard(IMessageLog log, EngineOptions options, IEngineEvents events, TickPace pace, Action finished)
    {
        _pace = pace;
        _finished = finished;
        _loop = new DeliveryLoop(this, log, options, events);
    }

    /// <summary>True where somebody has said that it runs the shard.</summary>
    public bool IsDriven => _wake is not null;

    /// <summary>Takes over the running of the shard. To be called before the engine starts.</summary>
    /// <param name="wake">Called from any thread when there is something to deliver: <see cref="Deliver"/> is then to be called soon.</param>
    public void DriveBy(Action wake) => _wake = wake;

    /// <summary>Delivers all that waits, and returns at once where nothing does. Called by one thread at a time.</summary>
    public void Deliver()
    {
        lock (_sync)
        {
            if (_waiting.Count == 0)
            {
                return;
            }

            _taken.AddRange(_waiting);
            _waiting.Clear();
        }

        foreach (var tick in _taken)
        {
            _loop.Take(tick);
        }

        var begun = _pace.Now();
        _loop.Flush();
        _pace.Passed(begun);
        _untold += _taken.Count;
        var isLast = _taken[^1].IsLast;
        _taken.Clear();
        if (isLast)
        {
            _finished();
        }
    }

    /// <summary>
    /// True after a delivery until <see cref="Settle"/>: the next tick waits for it, so that those who answer what was delivered come into it together.
    /// </summary>
    public bool IsUnsettled => _untold > 0;

    /// <summary>Whoever runs the shard has read what its connections had to say: the next tick may begin.</summary>
    public void Settle()
    {
        if (_untold > 0)
        {
            _pace.Delivered(_untold);
            _untold = 0;
        }
    }

    /// <summary>Hands a tick over. There are never many: the next one begins when this one is out.</summary>
    internal void Post(Tick tick)
    {
        lock (_sync)
        {
            _waiting.Enqueue(tick);
            if (_wake is null)
            {
                Monitor.Pulse(_sync);
            }
        }

        _wake?.Invoke();
    }

    /// <summary>Delivers one tick at once.</summary>
    internal void Release(Tick tick)
    {
        _loop.Take(tick);
        _loop.Flush();
    }

    /// <summary>Runs the shard until the last tick, where nobody else does.</summary>
    internal void Run()
    {
        for (var isLast = false; !isLast;)
        {
            lock (_sync)
            {
                while (_waiting.Count == 0)
                {
                    Monitor.Wait(_sync);
                }

                isLast = _waiting.Any(tick => tick.IsLast);
            }

            Deliver();
            Settle();
        }
    }
}
