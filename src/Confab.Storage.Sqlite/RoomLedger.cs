using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>
/// The last number of each room: cached, and changed in the database once per room and transaction. What a transaction does to it
/// counts only once it is kept.
/// </summary>
internal sealed class RoomLedger : IDisposable
{
    private readonly Dictionary<string, (long Id, long LastNumber)> _kept = [];
    private readonly Dictionary<string, LedgerRoom> _touched = [];
    private readonly Statement _insert;
    private readonly Statement _update;
    private readonly Statement _setTopic;
    private long _lastId;
    private long _lastKeptId;

    public RoomLedger(SqliteConnection connection)
    {
        _insert = new Statement(connection, "INSERT INTO rooms (id, key, name, created, last_number) VALUES ($0, $1, $2, $3, 0)", 4);
        _update = new Statement(connection, "UPDATE rooms SET last_number = $0 WHERE id = $1", 2);
        _setTopic = new Statement(connection, "UPDATE rooms SET topic = $0, topic_author = $1, topic_time = $2 WHERE id = $3", 4);
        using var all = new Statement(connection, "SELECT id, key, last_number FROM rooms");
        using var rows = all.Query();
        while (rows.Read())
        {
            _kept.Add(rows.GetString(1), (rows.GetInt64(0), rows.GetInt64(2)));
            _lastKeptId = Math.Max(_lastKeptId, rows.GetInt64(0));
        }

        _lastId = _lastKeptId;
    }

    /// <summary>The draft's room in the running transaction; made with its first entry.</summary>
    public LedgerRoom Enter(EntryDraft draft)
    {
        if (_touched.TryGetValue(draft.RoomKey, out var room))
        {
            return room;
        }

        if (_kept.TryGetValue(draft.RoomKey, out var kept))
        {
            room = new LedgerRoom(kept.Id, kept.LastNumber);
        }
        else
        {
            _insert.Execute(++_lastId, draft.RoomKey, draft.Room, StoredValue.Of(draft.Time));
            room = new LedgerRoom(_lastId, lastNumber: 0);
        }

        _touched.Add(draft.RoomKey, room);
        return room;
    }

    /// <summary>Writes what the transaction changed; to be called before it commits.</summary>
    public void Write()
    {
        foreach (var room in _touched.Values)
        {
            _update.Execute(room.LastNumber, room.Id);
            if (room.TopicChanged)
            {
                _setTopic.Execute(
                    Or(room.Topic?.Text), Or(room.Topic?.Author), Or(room.Topic is { } topic ? StoredValue.Of(topic.Time) : null), room.Id);
            }
        }
    }

    /// <summary>The transaction happened.</summary>
    public void Keep()
    {
        foreach (var (key, room) in _touched)
        {
            _kept[key] = (room.Id, room.LastNumber);
        }

        _lastKeptId = _lastId;
        _touched.Clear();
    }

    /// <summary>The transaction did not happen.</summary>
    public void Forget()
    {
        _lastId = _lastKeptId;
        _touched.Clear();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _update.Dispose();
        _setTopic.Dispose();
    }

    private static object Or(object? value) => value ?? DBNull.Value;
}
