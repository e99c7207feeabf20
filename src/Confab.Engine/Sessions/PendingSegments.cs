using System.Runtime.InteropServices;
using Confab.Engine.Delivery;

namespace Confab.Engine.Sessions;

/// <summary>What one tick has for one session, in order. Runs of the same buffer grow together, so that it is nearly always one.</summary>
internal struct PendingSegments
{
    private Segment _first;
    private List<Segment>? _all;

    public readonly bool IsEmpty => _first.Buffer is null;

    public void Add(in Segment segment)
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

            _all = [_first];
        }

        var span = CollectionsMarshal.AsSpan(_all);
        if (!TryGrow(ref span[^1], segment))
        {
            _all.Add(segment);
        }
    }

    public void DeliverTo(ISessionOutput output, bool paced)
    {
        if (_all is null)
        {
            output.Deliver(MemoryMarshal.CreateReadOnlySpan(in _first, 1), paced);
        }
        else
        {
            output.Deliver(CollectionsMarshal.AsSpan(_all), paced);
        }

        _first = default;
        _all = null;
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
