using Confab.Chat;
using Confab.Chat.Names;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;
using Confab.Engine.Delivery;
using Confab.Engine.Sessions;
using Confab.Engine.Ticks;
using Confab.Storage;

namespace Confab.Engine;

/// <summary>
/// The engine: opens sessions for the doors and runs the loops behind them, one that decides and commits, and one or several that deliver.
/// A test may run the loops itself, step by step, with <see cref="Step"/>, or each on its own.
/// </summary>
public sealed class ChatEngine : IDisposable
{
    private readonly Sequencer _sequencer;
    private readonly DeliveryShard[] _shards;
    private readonly IEngineEvents _events;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<Tick>[] _undelivered;
    private int _shardsRunning;
    private long _lastSession;
    private bool _running;
    private bool _isDriven;
    private bool _lastPosted;

    /// <param name="chat">The rules' state; from here on the engine's alone.</param>
    /// <param name="log">The history; its rooms are restored into <paramref name="chat"/>.</param>
    /// <param name="ids">Gives message ids.</param>
    /// <param name="clock">Gives the time of each tick.</param>
    /// <param name="options">The bounds.</param>
    /// <param name="lookupScheduler">Where look-ups run; the thread pool in a server.</param>
    /// <param name="events">Hears what goes wrong.</param>
    public ChatEngine(
        ChatState chat,
        IMessageLog log,
        IIdSource ids,
        TimeProvider clock,
        EngineOptions options,
        TaskScheduler lookupScheduler,
        IEngineEvents events)
    {
        _events = events;
        foreach (var record in log.LoadRecords())
        {
            chat.RestoreRecord(new RecordChange(record.Kind, record.Key, record.Value));
        }

        foreach (var stored in log.LoadRooms())
        {
            if (RoomName.TryReadConversation(stored.Name) is { } name || RoomName.TryCreate(stored.Name, out name, out _))
            {
                var topic = stored.Topic is { } kept ? new Topic(kept.Text, kept.Author, kept.Time) : null;
                chat.Restore(name, stored.LastNumber, topic, stored.LastTime);
            }
        }

        _sequencer = new Sequencer(chat, log, ids, clock, options, lookupScheduler, events);
        _shardsRunning = options.DeliveryShards;
        _shards = [.. Enumerable.Range(0, options.DeliveryShards).Select(_ => new DeliveryShard(log, options, events, _sequencer.Pace, ShardFinished))];
        _undelivered = [.. _shards.Select(_ => new Queue<Tick>())];
    }

    /// <summary>The shares of delivery. A session belongs to one of them.</summary>
    public IReadOnlyList<DeliveryShard> Shards => _shards;

    /// <summary>How many ticks there were: where it stands still, nobody asks anything.</summary>
    public long Ticks => _sequencer.Ticks;

    /// <summary>Completes when everything that was asked before <see cref="Stop"/> has been delivered, and every session told goodbye.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>Opens a session. The view is shown <see cref="Opened"/> first, in its turn.</summary>
    /// <param name="origin">Where it came in.</param>
    /// <param name="output">Its way out.</param>
    /// <param name="view">How it is shown what happens.</param>
    /// <param name="shard">Whose thread calls the output and the view; null for whichever comes next in turn.</param>
    public EngineSession Open(SessionOrigin origin, ISessionOutput output, ISessionView view, DeliveryShard? shard = null)
    {
        var id = Interlocked.Increment(ref _lastSession);
        shard ??= _shards[id % _shards.Length];
        var session = new EngineSession(new SessionId(id), origin, _sequencer, shard, output, view);
        session.Submit(new OpenSession());
        return session;
    }

    /// <summary>
    /// Takes over the running of the sequencer too, where one event loop does everything: a tick is then decided, committed and delivered without
    /// being handed on. To be called before the engine starts.
    /// </summary>
    /// <param name="wake">Called from any thread when <see cref="Turn"/> is to be called soon.</param>
    public void DriveBy(Action wake)
    {
        _isDriven = true;
        _sequencer.WakeBy(wake);
    }

    /// <summary>Runs the next tick where its time has come; it is then to be delivered. For whoever has called <see cref="DriveBy"/>.</summary>
    /// <returns>When to call again: zero for at once, null for when woken.</returns>
    public TimeSpan? Turn()
    {
        if (_sequencer.TryTurn(out var again) is { } tick)
        {
            _sequencer.Pace.Committed(_shards.Length);
            Post(tick);
        }
        else if (!_lastPosted && _sequencer.IsDone)
        {
            _lastPosted = true;
            Post(new Tick([], IsLast: true));
        }

        return again;
    }

    /// <summary>Starts the sequencer on a thread of its own, and one for each shard, where nobody else runs them.</summary>
    public void Start()
    {
        _running = true;
        if (!_isDriven)
        {
            Begin("sequencer", Sequence);
        }

        foreach (var shard in _shards.Where(shard => !shard.IsDriven))
        {
            Begin("delivery", shard.Run);
        }
    }

    /// <summary>Runs at most one tick on the caller's thread, without waiting, and delivers one; for tests that turn the wheel themselves.</summary>
    /// <returns>True when there was something to do.</returns>
    public bool Step()
    {
        var committed = StepSequencer();
        return StepDelivery() || committed;
    }

    /// <summary>The sequencer's half of <see cref="Step"/>: decides and commits at most one tick. Delivery may lag behind, as it does in a busy server.</summary>
    /// <returns>True when there was a request.</returns>
    public bool StepSequencer()
    {
        if (_sequencer.TryNext() is not { } tick)
        {
            return false;
        }

        foreach (var undelivered in _undelivered)
        {
            undelivered.Enqueue(tick);
        }

        return true;
    }

    /// <summary>The delivery's half of <see cref="Step"/>: every shard delivers the oldest tick that was committed and that it has not delivered.</summary>
    /// <returns>True when there was one.</returns>
    public bool StepDelivery()
    {
        var any = false;
        for (var shard = 0; shard < _shards.Length; shard++)
        {
            any |= StepDelivery(shard);
        }

        return any;
    }

    /// <summary>As <see cref="StepDelivery()"/>, of one shard alone.</summary>
    public bool StepDelivery(int shard)
    {
        if (!_undelivered[shard].TryDequeue(out var tick))
        {
            return false;
        }

        _shards[shard].Release(tick);
        return true;
    }

    /// <summary>Takes no more requests, finishes those that wait, and tells every session goodbye.</summary>
    public void Stop()
    {
        _sequencer.Complete();
        if (_running)
        {
            return;
        }

        while (Step())
        {
        }

        foreach (var shard in _shards)
        {
            shard.Release(new Tick([], IsLast: true));
        }

        _stopped.TrySetResult();
    }

    public void Dispose() => _sequencer.Complete();

    /// <summary>Ends the engine because a loop that runs for it has met a defect: nothing can be promised any more.</summary>
    /// <param name="loop">Its name.</param>
    /// <param name="defect">What went wrong.</param>
    public void Break(string loop, Exception defect)
    {
        _events.Broken(loop, defect);
        _stopped.TrySetException(defect);
    }

    private void Sequence()
    {
        while (_sequencer.Next() is { } tick)
        {
            _sequencer.Pace.Committed(_shards.Length);
            Post(tick);
        }

        Post(new Tick([], IsLast: true));
    }

    private void Post(Tick tick)
    {
        foreach (var shard in _shards)
        {
            shard.Post(tick);
        }
    }

    private void ShardFinished()
    {
        if (Interlocked.Decrement(ref _shardsRunning) == 0)
        {
            _stopped.TrySetResult();
        }
    }

    // The loops have threads of their own, so that a commit or a send never holds up the thread pool.
    private void Begin(string loop, Action body) => new Thread(() => Guard(loop, body)) { Name = loop, IsBackground = true }.Start();

    private void Guard(string loop, Action body)
    {
        try
        {
            body();
        }
        catch (Exception defect)
        {
            Break(loop, defect);
        }
    }
}
