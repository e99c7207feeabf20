using System.Threading.Channels;
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
/// The engine: opens sessions for the doors and runs the two loops behind them, one that decides and commits, one that delivers.
/// A test may run the loops itself, step by step, with <see cref="Step"/>, or each on its own.
/// </summary>
public sealed class ChatEngine : IDisposable
{
    private readonly Sequencer _sequencer;
    private readonly DeliveryLoop _delivery;
    private readonly IEngineEvents _events;
    private readonly EngineOptions _options;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<Tick> _undelivered = new();
    private long _lastSession;
    private bool _running;

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
        _options = options;
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
        _delivery = new DeliveryLoop(log, options, events);
    }

    /// <summary>Completes when everything that was asked before <see cref="Stop"/> has been delivered, and every session told goodbye.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>Opens a session. The view is shown <see cref="Opened"/> first, in its turn.</summary>
    /// <param name="origin">Where it came in.</param>
    /// <param name="output">Its way out.</param>
    /// <param name="view">How it is shown what happens.</param>
    public EngineSession Open(SessionOrigin origin, ISessionOutput output, ISessionView view)
    {
        var session = new EngineSession(new SessionId(Interlocked.Increment(ref _lastSession)), origin, _sequencer, output, view);
        session.Submit(new OpenSession());
        return session;
    }

    /// <summary>Starts the two loops, each on a thread of its own.</summary>
    public void Start()
    {
        _running = true;
        var ticks = Channel.CreateBounded<Tick>(new BoundedChannelOptions(_options.TicksInDelivery) { SingleReader = true, SingleWriter = true });
        new Thread(() => Guard("sequencer", () => Sequence(ticks.Writer))) { Name = "sequencer", IsBackground = true }.Start();
        new Thread(() => Guard("delivery", () => Deliver(ticks.Reader))) { Name = "delivery", IsBackground = true }.Start();
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
        if (!_sequencer.TryTick(wait: false, out var tick) || tick is null)
        {
            return false;
        }

        _undelivered.Enqueue(tick);
        return true;
    }

    /// <summary>The delivery's half of <see cref="Step"/>: delivers the oldest tick that was committed and not delivered.</summary>
    /// <returns>True when there was one.</returns>
    public bool StepDelivery()
    {
        if (!_undelivered.TryDequeue(out var tick))
        {
            return false;
        }

        _delivery.Release(tick);
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

        _delivery.Release(new Tick([], IsLast: true));
        _stopped.TrySetResult();
    }

    public void Dispose() => _sequencer.Complete();

    private void Sequence(ChannelWriter<Tick> ticks)
    {
        while (_sequencer.TryTick(wait: true, out var tick))
        {
            if (tick is not null)
            {
                Write(ticks, tick);
            }
        }

        Write(ticks, new Tick([], IsLast: true));
        ticks.Complete();
    }

    private void Deliver(ChannelReader<Tick> ticks)
    {
        while (Wait(ticks.WaitToReadAsync()))
        {
            while (ticks.TryRead(out var tick))
            {
                _delivery.Release(tick);
            }
        }

        _stopped.TrySetResult();
    }

    private static void Write(ChannelWriter<Tick> ticks, Tick tick)
    {
        while (!ticks.TryWrite(tick))
        {
            if (!Wait(ticks.WaitToWriteAsync()))
            {
                return;
            }
        }
    }

    // The loops have threads of their own, so that a commit or a send never holds up the thread pool; waiting blocks the thread.
    private static bool Wait(ValueTask<bool> pending) => pending.IsCompleted ? pending.Result : pending.AsTask().GetAwaiter().GetResult();

    private void Guard(string loop, Action body)
    {
        try
        {
            body();
        }
        catch (Exception defect)
        {
            _events.Broken(loop, defect);
            _stopped.TrySetException(defect);
        }
    }
}
