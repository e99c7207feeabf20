using Confab.Client.Events;
using Confab.Protocols.Json;

namespace Confab.Client.Json;

/// <summary>
/// Puts the entries of one room in order: none missing, none twice. What comes behind a gap is held until the gap was fetched. Pure: the
/// caller fetches.
/// </summary>
/// <param name="room">The room's name.</param>
/// <param name="last">The number of the last entry that needs no showing.</param>
internal sealed class RoomTracker(string room, long last)
{
    /// <summary>Beyond it entries are dropped, and fetched when those held have gone.</summary>
    private const int MostHeld = 256;

    /// <summary>How far a history that began anew is read back.</summary>
    private const int MostReadBack = 1000;

    private readonly List<ServerSaid> _held = [];
    private Gap? _gap;
    private long _highestSeen = last;
    private DateTimeOffset _lastTime = DateTimeOffset.MinValue;
    private DateTimeOffset _newerThan = DateTimeOffset.MinValue;

    public string Room { get; } = room;

    /// <summary>The number of the last entry that was shown.</summary>
    public long Last { get; private set; } = last;

    /// <summary>Takes an entry that arrived.</summary>
    /// <param name="entry">An event with a number, or without one: that is shown at once.</param>
    /// <param name="ready">Receives what may be shown now.</param>
    /// <returns>What is to be fetched now, if a gap was found.</returns>
    public Gap? Take(ServerSaid entry, List<ClientEvent> ready)
    {
        if (entry.Event.Number is not { } number)
        {
            ready.Add(entry);
            return null;
        }

        _highestSeen = Math.Max(_highestSeen, number);
        if (number <= Last)
        {
            return null;
        }

        if (_gap is not null)
        {
            Hold(entry, number);
            return null;
        }

        if (number == Last + 1)
        {
            Show(entry, ready);
            return null;
        }

        Hold(entry, number);
        return _gap = new Gap(Last, number);
    }

    /// <summary>The server's answer to join: what it has. Notices a history that began anew, behind what was seen.</summary>
    public Gap? Entered(long lastOfServer)
    {
        if (lastOfServer >= Last)
        {
            _highestSeen = lastOfServer;
            return null;
        }

        // The server's history is another one: an older backup, or nothing was kept. What is newer than the last entry seen is still news.
        var seenSome = _lastTime > DateTimeOffset.MinValue;
        _newerThan = _lastTime;
        _highestSeen = lastOfServer;
        Last = seenSome ? Math.Max(0, lastOfServer - MostReadBack) : lastOfServer;
        return lastOfServer > Last ? _gap = new Gap(Last, lastOfServer + 1) : null;
    }

    /// <summary>All that the server sent after join has come: is something still missing?</summary>
    public Gap? Replayed() =>
        _gap is null && _highestSeen > Last ? _gap = new Gap(Last, _highestSeen + 1) : null;

    /// <summary>Takes a piece of the fetched gap, in rising order.</summary>
    /// <returns>What is to be fetched next.</returns>
    public Gap? Filled(IReadOnlyList<ServerSaid> entries, bool more, List<ClientEvent> ready)
    {
        if (_gap is not { } gap)
        {
            return null;
        }

        var before = Last;
        foreach (var entry in entries)
        {
            if (entry.Event.Number > Last && entry.Event.Number < gap.Before)
            {
                Show(entry, ready);
            }
        }

        if (more && Last > before && Last < gap.Before - 1)
        {
            return _gap = gap with { After = Last };
        }

        return Closed(gap, ready);
    }

    /// <summary>The gap cannot be fetched: goes on behind it.</summary>
    public Gap? GaveUp(string reason, List<ClientEvent> ready)
    {
        if (_gap is not { } gap)
        {
            return null;
        }

        ready.Add(new EntriesMissed(Room, gap.After, gap.Before, reason));
        return Closed(gap, ready);
    }

    /// <summary>The connection broke: what was held or asked for is replayed after the next join.</summary>
    public void Interrupted()
    {
        _held.Clear();
        _gap = null;
        _highestSeen = Last;
    }

    // What is not there now is nowhere: the server no longer keeps it.
    private Gap? Closed(Gap gap, List<ClientEvent> ready)
    {
        Last = Math.Max(Last, gap.Before - 1);
        _gap = null;
        _newerThan = DateTimeOffset.MinValue;
        var held = _held.ToArray();
        _held.Clear();
        Gap? next = null;
        foreach (var entry in held)
        {
            next = Take(entry, ready) ?? next;
        }

        return next ?? Replayed();
    }

    // What comes late belongs into the gap, and is fetched with it.
    private void Hold(ServerSaid entry, long number)
    {
        if (_held.Count < MostHeld && (_held.Count == 0 || number > _held[^1].Event.Number))
        {
            _held.Add(entry);
        }
    }

    private void Show(ServerSaid entry, List<ClientEvent> ready)
    {
        Last = entry.Event.Number!.Value;
        var hasTime = JsonTime.TryParse(entry.Event.Time, out var time);
        if (hasTime && time <= _newerThan)
        {
            return;
        }

        _lastTime = hasTime ? time : _lastTime;
        ready.Add(entry);
    }
}
