using System.Runtime.InteropServices;

namespace Confab.Engine.Ticks;

/// <summary>
/// The requests that wait for the sequencer, in the order in which they came. Anybody adds; the sequencer alone takes, many at a time, so that
/// under load a request costs one short lock and wakes nobody.
/// </summary>
internal sealed class RequestQueue
{
    private readonly object _sync = new();
    private List<Envelope> _added = [];
    private List<Envelope> _taken = [];
    private int _next;
    private bool _isWaiting;
    private bool _isComplete;
    private Action? _wake;

    /// <summary>How many wait.</summary>
    public int Count
    {
        get
        {
            lock (_sync)
            {
                return _added.Count + _taken.Count - _next;
            }
        }
    }

    /// <summary>Calls this, from any thread, whenever a first request comes; for a sequencer that does not wait in here.</summary>
    public void WakeBy(Action wake) => _wake = wake;

    /// <summary>Adds a request; false once the queue is complete.</summary>
    public bool TryAdd(in Envelope envelope)
    {
        lock (_sync)
        {
            if (_isComplete)
            {
                return false;
            }

            _added.Add(envelope);
            Wake();
            return true;
        }
    }

    /// <summary>Takes no more requests.</summary>
    public void Complete()
    {
        lock (_sync)
        {
            _isComplete = true;
            Wake();
            _wake?.Invoke();
        }
    }

    /// <summary>Waits for a request. False when none will ever come. Called by the sequencer.</summary>
    public bool WaitForAny()
    {
        if (_next < _taken.Count)
        {
            return true;
        }

        lock (_sync)
        {
            while (_added.Count == 0)
            {
                if (_isComplete)
                {
                    return false;
                }

                _isWaiting = true;
                Monitor.Wait(_sync);
            }

            return true;
        }
    }

    /// <summary>True when no request waits and none will ever come. Called by the sequencer.</summary>
    public bool IsDone
    {
        get
        {
            lock (_sync)
            {
                return _isComplete && _added.Count == 0 && _next == _taken.Count;
            }
        }
    }

    /// <summary>Takes the next requests, at most so many; valid until the next call. Called by the sequencer.</summary>
    public ReadOnlySpan<Envelope> Take(int most)
    {
        if (_next == _taken.Count)
        {
            // What was taken before must not keep alive whom it speaks of.
            _taken.Clear();
            _next = 0;
            lock (_sync)
            {
                (_taken, _added) = (_added, _taken);
            }
        }

        var count = Math.Min(most, _taken.Count - _next);
        var taken = CollectionsMarshal.AsSpan(_taken).Slice(_next, count);
        _next += count;
        return taken;
    }

    private void Wake()
    {
        if (_isWaiting)
        {
            _isWaiting = false;
            Monitor.Pulse(_sync);
        }
        else if (_added.Count <= 1)
        {
            _wake?.Invoke();
        }
    }
}
