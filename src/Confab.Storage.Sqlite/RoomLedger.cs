using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>
/// The last numbers of each room: cached, and changed in the database once per room and transaction. What a transaction does to it
/// counts only once it is kept.
/// </summary>
internal sealed class RoomLedger : IDisposable
{
    private readonly Dictionary<string, RoomNumbers> _kept = [];
    private readonly Dictionary<string, LedgerRoom> _touched = [];
    private readonly Statement _insert;
    private readonly Statement _begin;
    private readonly Statement _update;
    private readonly Statement _setTopic;
    private long _lastId;
    private long _lastKeptId;

    public RoomLedger(SqliteConnection connection)
    {
        _insert = new Statement(connection, "INSERT INTO rooms (id, key, name, created, last_number) VALUES ($0, $1, $2, $3, 0)", 4);
        _begin = new Statement(connection, "UPDATE rooms SET name = $0, created = $1 WHERE id = $2", 3);
        _update = new Statement(connection, """
            UPDATE rooms SET
              last_number = $0, last_event = $1, last_time = max(last_time, $2), last_said = coalesce($3, last_said)
            WHERE id = $4
            """, 5);
        _setTopic = new Statement(connection, "UPDATE rooms SET topic = $0, topic_author = $1, topic_time = $2 WHERE id = $3", 4);
        using var all = new Statement(connection, "SELECT id, key, last_number, last_event FROM rooms");
        using var rows = all.Query();
        while (rows.Read())
        {
            _kept.Add(rows.GetString(1), new RoomNumbers(rows.GetInt64(0), rows.GetInt64(2), rows.GetInt64(3)));
            _lastKeptId = Math.Max(_lastKeptId, rows.GetInt64(0));
        }

        _lastId = _lastKeptId;
    }

    /// <summary>The draft's room in the running transaction; made with its first entry or event.</summary>
    public LedgerRoom Enter(EntryDraft draft, DateTimeOffset time)
    {
        if (!_touched.TryGetValue(draft.RoomKey, out var room))
        {
            if (!_kept.TryGetValue(draft.RoomKey, out var numbers))
            {
                numbers = new RoomNumbers(++_lastId, LastNumber: 0, LastEvent: 0);
                _insert.Execute(numbers.Id, draft.RoomKey, draft.Room, StoredValue.Of(time));
            }

            room = new LedgerRoom(numbers);
            _touched.Add(draft.RoomKey, room);
        }

        room.LastTime = Math.Max(room.LastTime, StoredValue.Of(time));
        return room;
    }

    /// <summary>A room that only had events gets its first entry, which gives it its name and time.</summary>
    public void Begin(LedgerRoom room, EntryDraft first) => _begin.Execute(first.Room, StoredValue.Of(first.Time), room.Id);

    /// <summary>Writes what the transaction changed; to be called before it commits.</summary>
    public void Write()
    {
        foreach (var room in _touched.Values)
        {
            _update.Execute(room.LastNumber, room.LastEvent, room.LastTime, StoredValue.OrNull(room.LastSaid), room.Id);
            if (room.TopicChanged)
            {
                _setTopic.Execute(
                    StoredValue.OrNull(room.Topic?.Text),
                    StoredValue.OrNull(room.Topic?.Author),
                    StoredValue.OrNull(room.Topic is { } topic ? StoredValue.Of(topic.Time) : null),
                    room.Id);
            }
        }
    }

    /// <summary>The transaction happened.</summary>
    public void Keep()
    {
        foreach (var (key, room) in _touched)
        {
            _kept[key] = new RoomNumbers(room.Id, room.LastNumber, room.LastEvent);
        }

        _lastKeptId = _lastId;
        _touched.Clear();
    }

    /// <summary>A room is gone from the database, which the transaction that happened has seen to.</summary>
    public void Remove(string key) => _kept.Remove(key);

    /// <summary>The transaction did not happen.</summary>
    public void Forget()
    {
        _lastId = _lastKeptId;
        _touched.Clear();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _begin.Dispose();
        _update.Dispose();
        _setTopic.Dispose();
    }
}
