using System.Runtime.Versioning;
using Confab.Engine;
using Confab.Engine.Delivery;
using Confab.Polling;

namespace Confab.Transport.EventLoops;

/// <summary>
/// One thread that owns connections: it reads them, and runs the share of delivery that serves them, so that between a tick and its sends nothing
/// is handed on, and between a tick's sends nothing is waited for.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class EventLoop : IDisposable
{
    private const int EventsAtOnce = 512;
    private const int FirstSlots = 64;

    private const int LooksBeforeTick = 4;

    private readonly Poller _poller = new(EventsAtOnce);
    private readonly ChatEngine _engine;
    private readonly DeliveryShard _shard;
    private readonly bool _runsSequencer;
    private readonly Thread _thread;
    private readonly Lock _sync = new();
    private List<Action> _posted = [];
    private List<Action> _running = [];
    private volatile bool _stopping;

    // A descriptor is watched under the number of its slot.
    private IPollable?[] _slots = new IPollable?[FirstSlots];
    private readonly Stack<int> _free = new();
    private int _used;

    /// <param name="engine">Whose loop it is.</param>
    /// <param name="shard">What it delivers; this loop runs it from now on.</param>
    /// <param name="number">For the thread's name.</param>
    /// <param name="readBytes">Most bytes of one read.</param>
    /// <param name="runsSequencer">Whether it decides and commits, too.</param>
    public EventLoop(ChatEngine engine, DeliveryShard shard, int number, int readBytes, bool runsSequencer)
    {
        _engine = engine;
        _shard = shard;
        ReadBuffer = new byte[readBytes];
        shard.DriveBy(Wake);
        _runsSequencer = runsSequencer;
        if (runsSequencer)
        {
            engine.DriveBy(Wake);
        }

        _thread = new Thread(Run) { Name = $"loop {number}", IsBackground = true };
    }

    /// <summary>Where every connection of the loop reads to, each in its turn.</summary>
    public byte[] ReadBuffer { get; }

    public DeliveryShard Shard => _shard;

    public void Start() => _thread.Start();

    /// <summary>Runs something on the loop's thread, soon, behind what was posted before.</summary>
    public void Post(Action deed)
    {
        lock (_sync)
        {
            _posted.Add(deed);
        }

        Wake();
    }

    // On its own thread it looks for work before it waits.
    private void Wake()
    {
        if (Thread.CurrentThread != _thread)
        {
            _poller.Wake();
        }
    }

    /// <summary>Runs something on the loop's thread: at once where this is it.</summary>
    public void Invoke(Action deed)
    {
        if (Thread.CurrentThread == _thread)
        {
            deed();
        }
        else
        {
            Post(deed);
        }
    }

    /// <summary>Watches a descriptor; on the loop's thread.</summary>
    /// <returns>Its slot.</returns>
    public int Watch(int descriptor, PollEvents interest, IPollable owner)
    {
        if (!_free.TryPop(out var slot))
        {
            slot = _used++;
            if (slot == _slots.Length)
            {
                Array.Resize(ref _slots, slot * 2);
            }
        }

        _slots[slot] = owner;
        _poller.Add(descriptor, interest, slot);
        return slot;
    }

    /// <summary>Watches it for something else; on the loop's thread.</summary>
    public void Change(int descriptor, PollEvents interest, int slot) => _poller.Change(descriptor, interest, slot);

    /// <summary>Watches it no more; on the loop's thread, before it is closed.</summary>
    public void Forget(int descriptor, int slot)
    {
        _poller.Remove(descriptor);
        _slots[slot] = null;
        _free.Push(slot);
    }

    /// <summary>Ends the loop, when nobody needs it any more.</summary>
    public void Dispose()
    {
        _stopping = true;
        _poller.Wake();
        if (_thread.IsAlive && Thread.CurrentThread != _thread)
        {
            _thread.Join();
        }

        _poller.Dispose();
    }

    private void Run()
    {
        try
        {
            var events = new PollEvent[EventsAtOnce];
            for (var (looks, again) = (0, (TimeSpan?)null); !_stopping;)
            {
                var count = _poller.Wait(events, HasPosted || _shard.IsUnsettled ? 0 : Milliseconds(again));
                foreach (var (slot, happened) in events.AsSpan(0, count))
                {
                    // Null where an event before this one has ended it. A slot that was given to another meanwhile only looks in vain.
                    _slots[slot]?.Ready(happened);
                }

                RunPosted();

                // What is there to be read belongs into the next tick; those who never pause do not hold it up.
                if (count == 0 || ++looks == LooksBeforeTick)
                {
                    looks = 0;
                    _shard.Settle();
                    again = _runsSequencer ? _engine.Turn() : null;
                }
                else
                {
                    again = _runsSequencer ? TimeSpan.Zero : null;
                }

                _shard.Deliver();
            }

            RunPosted();
        }
        catch (Exception defect)
        {
            _engine.Break(_thread.Name!, defect);
        }
    }

    private bool HasPosted
    {
        get
        {
            lock (_sync)
            {
                return _posted.Count > 0;
            }
        }
    }

    private static int Milliseconds(TimeSpan? time) => time is { } some ? (int)Math.Ceiling(some.TotalMilliseconds) : Timeout.Infinite;

    private void RunPosted()
    {
        lock (_sync)
        {
            if (_posted.Count == 0)
            {
                return;
            }

            (_running, _posted) = (_posted, _running);
        }

        foreach (var deed in _running)
        {
            deed();
        }

        _running.Clear();
    }
}
