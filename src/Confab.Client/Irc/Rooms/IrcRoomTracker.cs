using Confab.Client.Events;
using Confab.Protocols.Irc;

namespace Confab.Client.Irc.Rooms;

/// <summary>
/// Puts what is said in one room in order: none missing, none twice. What comes while the history is read is held until that has caught
/// up. Pure: the caller asks the server.
/// </summary>
/// <param name="room">The room's name.</param>
/// <param name="key">The key that opens it; null for none.</param>
/// <param name="enteredAt">When the client entered, by the server's clock; null where the server does not say.</param>
internal sealed class IrcRoomTracker(string room, string? key, DateTimeOffset? enteredAt)
{
    /// <summary>Beyond it messages are dropped, and read from the history when that has come so far.</summary>
    private const int MostHeld = 256;

    private readonly RecentIds _shown = new();
    private readonly List<MessageHeard> _held = [];
    private bool _hasDropped;
    private DateTimeOffset? _lastTime;

    public string Room { get; } = room;

    public string? Key { get; } = key;

    /// <summary>The place of the newest message that needs no showing; "none" while it is not known.</summary>
    public HistoryReference Last { get; private set; } = HistoryReference.None;

    /// <summary>Whether messages are held until the history was read.</summary>
    public bool IsCatchingUp { get; private set; }

    /// <summary>Takes what was said.</summary>
    public void Take(MessageHeard heard, List<ClientEvent> ready)
    {
        if (!IsCatchingUp)
        {
            Show(heard, ready);
            return;
        }

        // What comes after one that was dropped is read from the history together with it.
        _hasDropped |= _held.Count == MostHeld;
        if (!_hasDropped)
        {
            _held.Add(heard);
        }
    }

    /// <summary>All up to here is known, or not wanted: the newest message that there is when the room is entered, or where its reader left off.</summary>
    public void StartBehind(HistoryReference place)
    {
        if (Last.Kind == HistoryReferenceKind.None)
        {
            Last = place;
        }
    }

    /// <summary>There is a connection again: from here on messages are held, if it is known from where the history is to be read.</summary>
    public void BeginCatchUp()
    {
        // The connection may have broken before anything was known of the room but when it was entered.
        if (Last.Kind == HistoryReferenceKind.None && enteredAt is { } time)
        {
            Last = HistoryReference.At(time.AddMilliseconds(-1));
        }

        IsCatchingUp = Last.Kind != HistoryReferenceKind.None;
    }

    /// <summary>A page of what follows <see cref="Last"/> is asked for now: what comes from here on may be held again.</summary>
    public void Asks() => _hasDropped = false;

    /// <summary>Takes the page that was asked for, oldest first.</summary>
    /// <returns>True if another one is wanted.</returns>
    public bool Filled(IReadOnlyList<MessageHeard> page, List<ClientEvent> ready)
    {
        if (!IsCatchingUp)
        {
            return false;
        }

        var meetsHeld = !_hasDropped && page.Any(heard => heard.Entry.Id.Length > 0 && _held.Exists(held => held.Entry.Id == heard.Entry.Id));
        var showed = ready.Count;
        foreach (var heard in page)
        {
            Show(heard, ready);
        }

        // A page without anything new is the end, as long as nothing was dropped since it was asked for.
        if (_hasDropped || (ready.Count > showed && !meetsHeld))
        {
            return true;
        }

        Close(ready);
        return false;
    }

    /// <summary>The server does not know the message from which it was to read: its time is the next best.</summary>
    /// <returns>False if there is no time to go by.</returns>
    public bool FallBackToTime()
    {
        if (Last.Kind != HistoryReferenceKind.MessageId || _lastTime is not { } time)
        {
            return false;
        }

        // Several messages may have the same time; those that were shown are known by their ids.
        Last = HistoryReference.At(time.AddMilliseconds(-1));
        return true;
    }

    /// <summary>The history cannot be read: goes on with what was held.</summary>
    public void GaveUp(string reason, List<ClientEvent> ready)
    {
        ready.Add(new HistoryMissed(Room, reason));
        Close(ready);
    }

    /// <summary>The connection broke: what was held is read from the history after the next one.</summary>
    public void Interrupted()
    {
        _held.Clear();
        IsCatchingUp = false;
        _hasDropped = false;
    }

    private void Close(List<ClientEvent> ready)
    {
        IsCatchingUp = false;
        foreach (var heard in _held)
        {
            Show(heard, ready);
        }

        _held.Clear();
    }

    private void Show(MessageHeard heard, List<ClientEvent> ready)
    {
        var entry = heard.Entry;
        if (entry.Id.Length > 0 && _shown.Contains(entry.Id))
        {
            return;
        }

        if (entry.Id.Length > 0)
        {
            _shown.Add(entry.Id);
        }

        Last = entry.Place.Kind == HistoryReferenceKind.None ? Last : entry.Place;
        _lastTime = entry.Time ?? _lastTime;
        ready.Add(heard);
    }
}
