using Confab.Chat.Messages;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite.Journal;

/// <summary>
/// Decides in memory what a transaction becomes: which drafts are kept, in which places and with which numbers. It counts only once it is kept.
/// </summary>
internal sealed class Numbering
{
    private readonly RoomLedger _rooms;
    private readonly ResendKeys _keys;
    private readonly Func<MessageId, bool> _isStored;
    private readonly List<Placed> _placed = [];
    private long _lastPosition;
    private MessageId _newestId;
    private MessageId _newestKeptId;

    /// <param name="connection">Where all that was kept is in the tables by now.</param>
    /// <param name="keys">The resend keys.</param>
    /// <param name="isStored">Whether an entry has this id, in the journal or in the table.</param>
    public Numbering(SqliteConnection connection, ResendKeys keys, Func<MessageId, bool> isStored)
    {
        _rooms = new RoomLedger(connection);
        _keys = keys;
        _isStored = isStored;
        _lastPosition = connection.Number("""
            SELECT max(
              last_position,
              coalesce((SELECT max(position) FROM entries), 0),
              coalesce((SELECT max(position) FROM room_events), 0))
            FROM log
            """);
        using var newest = new Statement(connection, "SELECT max(id) FROM entries");
        using var rows = newest.Query();
        _newestKeptId = rows.Read() && !rows.IsDBNull(0) ? new MessageId(rows.Guid(0)) : default;
        _newestId = _newestKeptId;
    }

    /// <summary>The position of the newest entry or event that was kept.</summary>
    public long LastPosition => Volatile.Read(ref _lastPosition);

    /// <summary>The position of the first entry or event of the transaction that is being made.</summary>
    public long FirstPosition => _lastPosition + 1;

    public IReadOnlyList<Placed> Placed => _placed;

    public IReadOnlyList<LedgerRoom> Touched => _rooms.Touched;

    /// <exception cref="ArgumentException">An id is in the log already, or twice in the batch.</exception>
    public void Number(IReadOnlyList<EntryDraft> drafts, Span<AppendResult> results)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            results[i] = drafts[i].Kind.TakesNumber() ? Entry(drafts, i) : Event(drafts[i], i);
        }
    }

    /// <summary>The transaction happened.</summary>
    public void Keep()
    {
        _rooms.Keep();
        _keys.Keep();
        Volatile.Write(ref _lastPosition, _lastPosition + _placed.Count);
        _newestKeptId = _newestId;
        _placed.Clear();
    }

    /// <summary>The transaction did not happen.</summary>
    public void Forget()
    {
        _rooms.Forget();
        _keys.Forget();
        _newestId = _newestKeptId;
        _placed.Clear();
    }

    /// <summary>A room is gone from the database.</summary>
    public void RemoveRoom(string key) => _rooms.Remove(key);

    private AppendResult Event(EntryDraft draft, int index)
    {
        var time = LogRules.StoredTime(draft.Time);
        var room = _rooms.Enter(draft, StoredValue.Of(time));
        room.Now = room.Now with { LastEvent = room.Now.LastEvent + 1 };
        _placed.Add(new Placed(index, room, room.Now.LastNumber, room.Now.LastEvent));
        return new AppendResult(room.Now.LastNumber, draft.Id, time, IsDuplicate: false);
    }

    private AppendResult Entry(IReadOnlyList<EntryDraft> drafts, int index)
    {
        var draft = drafts[index];
        var time = LogRules.StoredTime(draft.Time);
        if (draft.Key is { } key && _keys.Find(key) is { } first && LogRules.IsResend(first.Time, time))
        {
            return first with { IsDuplicate = true };
        }

        RefuseKnown(drafts, draft.Id);
        var milliseconds = StoredValue.Of(time);
        var room = _rooms.Enter(draft, milliseconds);

        // The first entry gives the name and the time, whatever events came before it.
        var before = room.Now.LastNumber == 0 ? room.Now with { Name = draft.Room, Created = milliseconds } : room.Now;
        room.Now = before with { LastNumber = before.LastNumber + 1 };
        if (draft.Kind.IsSaid())
        {
            room.LastSaid = milliseconds;
        }
        else if (draft.Kind == MessageKind.Topic)
        {
            room.TopicChanged = true;
            room.Topic = draft.Text.Length == 0 ? null : new StoredTopic(draft.Text, draft.Author, time);
        }

        _placed.Add(new Placed(index, room, room.Now.LastNumber, EventNumber: 0));
        var result = new AppendResult(room.Now.LastNumber, draft.Id, time, IsDuplicate: false);
        if (draft.Key is { } newKey)
        {
            _keys.Add(newKey, result);
        }

        return result;
    }

    // Ids rise, so that a larger one than all before is new, and nothing need be looked up. A log takes any other, too, at its price.
    private void RefuseKnown(IReadOnlyList<EntryDraft> drafts, MessageId id)
    {
        if (id.Value.CompareTo(_newestId.Value) > 0)
        {
            _newestId = id;
        }
        else if (_placed.Exists(placed => drafts[placed.Draft] is var other && other.Id == id && other.Kind.TakesNumber()) || _isStored(id))
        {
            throw LogRules.KnownId(id);
        }
    }
}
