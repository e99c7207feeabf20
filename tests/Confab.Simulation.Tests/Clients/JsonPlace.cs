using Confab.Simulation.Tests.Oracle;

namespace Confab.Simulation.Tests.Clients;

/// <summary>A json client's place in a room: what is replayed comes first, in one run up to the join, then all that is new.</summary>
internal sealed class JsonPlace(Visit visit, RoomWatch watch, long? since, long last)
{
    private long _replayed;
    private bool _isLive;

    public RoomWatch Watch => watch;

    /// <summary>An entry was shown, live or replayed.</summary>
    public void Saw(Entry entry)
    {
        if (entry.Number > last)
        {
            EndReplay();
            watch.Saw(entry, 0, entry.Lines.Length);
            return;
        }

        if (_isLive || since is null || entry.Number <= since || (_replayed != 0 && entry.Number != _replayed + 1))
        {
            throw new PromiseBroken($"{visit} was replayed {entry} after {_replayed}, having joined at {last} since {since}.");
        }

        _replayed = entry.Number;
    }

    /// <summary>Whatever was to be replayed has been by now.</summary>
    public void EndReplay()
    {
        if (!_isLive && since < last && _replayed != last)
        {
            throw new PromiseBroken($"{visit} joined at {last} since {since} and was replayed no more than {_replayed}.");
        }

        _isLive = true;
    }
}
