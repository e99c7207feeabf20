using System.Runtime.InteropServices;
using Confab.Engine.Delivery;

namespace Confab.Engine.Sessions;

/// <summary>What one tick has for one session, in order. Runs of the same buffer grow together, so that it is nearly always one.</summary>
internal struct PendingSegments
{
    // Enough for a room in which a thousand speak at once; more is left to the collector.
    private const int KeepLists = 1024;
    private const int KeepCapacity = 32;

    private Segment _first;
    private List<Segment>? _all;

    public readonly bool IsEmpty => _first.Buffer is null;

    /// <summary>Adds a segment behind the others.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="lists">Empty lists to use, where one is needed.</param>
    public void Add(in Segment segment, Stack<List<Segment>> lists)
    {
        if (_first.Buffer is null)
        {
            _first = segment;
            return;
        }

        if (_all is null)
        {
            if (TryGrow(ref _first, segment))
            {
                return;
            }

            _all = lists.TryPop(out var list) ? list : [];
            _all.Add(_first);
        }

        var span = CollectionsMarshal.AsSpan(_all);
        if (!TryGrow(ref span[^1], segment))
        {
            _all.Add(segment);
        }
    }

    /// <summary>Delivers everything, and forgets it.</summary>
    /// <param name="output">To whom.</param>
    /// <param name="paced">See <see cref="WireForm.IsPaced"/>.</param>
    /// <param name="lists">Takes back the list that was used.</param>
    public void DeliverTo(ISessionOutput output, bool paced, Stack<List<Segment>> lists)
    {
        if (_all is null)
        {
            output.Deliver(MemoryMarshal.CreateReadOnlySpan(in _first, 1), paced);
        }
        else
        {
            output.Deliver(CollectionsMarshal.AsSpan(_all), paced);
            if (lists.Count < KeepLists && _all.Capacity <= KeepCapacity)
            {
                _all.Clear();
                lists.Push(_all);
            }

            _all = null;
        }

        _first = default;
    }

    private static bool TryGrow(ref Segment last, in Segment next)
    {
        if (last.Buffer != next.Buffer || last.End != next.First)
        {
            return false;
        }

        last = last with { End = next.End };
        return true;
    }
}
