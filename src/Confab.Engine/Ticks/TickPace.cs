namespace Confab.Engine.Ticks;

/// <summary>
/// When the next tick begins. Not before what was committed is out, and what its readers answered is in: begun earlier, it would only wait, with fewer
/// requests in it, and a tick costs nearly the same for one request as for a hundred. Under load it rests on top of that (<see cref="TickRest"/>). One
/// sequencer asks; the shards of delivery tell, each from its own thread.
/// </summary>
internal sealed class TickPace(EngineOptions options, RequestQueue queue, TimeProvider clock)
{
    private readonly TickRest _rest = new(options.PaceFactor, options.PaceLimit, queue, clock);
    private readonly object _sync = new();
    private int _inDelivery;
    private bool _isWaiting;
    private long _passTime;

    /// <summary>Waits until what was committed is out.</summary>
    public void AwaitDelivery()
    {
        lock (_sync)
        {
            while (_inDelivery > 0)
            {
                _isWaiting = true;
                Monitor.Wait(_sync);
            }
        }
    }

    /// <summary>Waits until the rest is over. To be called when a request waits.</summary>
    public void AwaitRest()
    {
        while (!IsTime(out var left))
        {
            lock (_sync)
            {
                // Nobody pulses: nothing is in delivery.
                Monitor.Wait(_sync, left);
            }
        }
    }

    /// <summary>True where the next tick may begin, as far as the rest goes. To be called when a request waits, until it is true.</summary>
    public bool IsTime(out TimeSpan left) => _rest.IsOver(Volatile.Read(ref _passTime), out left);

    /// <summary>A tick was committed, and goes to so many shards.</summary>
    public void Committed(int shards)
    {
        lock (_sync)
        {
            _inDelivery += shards;
        }
    }

    /// <summary>A shard has delivered so many ticks, and read what there was to read.</summary>
    public void Delivered(int ticks)
    {
        lock (_sync)
        {
            _inDelivery -= ticks;
            if (_isWaiting && _inDelivery <= 0)
            {
                _isWaiting = false;
                Monitor.Pulse(_sync);
            }
        }
    }

    /// <summary>The time now, for a shard that measures how long its pass over its sessions takes.</summary>
    public long Now() => clock.GetTimestamp();

    /// <summary>A shard's pass over its sessions has ended that began then.</summary>
    public void Passed(long begun) => Volatile.Write(ref _passTime, clock.GetTimestamp() - begun);
}
