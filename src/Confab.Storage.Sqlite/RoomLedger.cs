using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>
/// The last numbers of each room, in memory: what gives the next ones. What a transaction does to it counts only once it is kept.
/// </summary>
internal sealed class RoomLedger
{
    private readonly Dictionary<string, LedgerRoom> _rooms = [];
    private readonly List<LedgerRoom> _touched = [];
    private long _lastId;
    private long _lastKeptId;

    public RoomLedger(SqliteConnection connection)
    {
        using var all = new Statement(connection, "SELECT id, key, name, created, last_number, last_event FROM rooms");
        using var rows = all.Query();
        while (rows.Read())
        {
            var kept = new RoomState(rows.GetString(2), rows.GetInt64(3), rows.GetInt64(4), rows.GetInt64(5));
            _rooms.Add(rows.GetString(1), new LedgerRoom(rows.GetInt64(0), rows.GetString(1), kept, isKept: true));
            _lastKeptId = Math.Max(_lastKeptId, rows.GetInt64(0));
        }

        _lastId = _lastKeptId;
    }

    /// <summary>The rooms of the transaction that is being made, by their places.</summary>
    public IReadOnlyList<LedgerRoom> Touched => _touched;

    /// <summary>The draft's room in this transaction; made with its first entry or event.</summary>
    public LedgerRoom Enter(EntryDraft draft, long time)
    {
        if (!_rooms.TryGetValue(draft.RoomKey, out var room))
        {
            room = new LedgerRoom(++_lastId, draft.RoomKey, new RoomState(draft.Room, time, LastNumber: 0, LastEvent: 0), isKept: false);
            _rooms.Add(draft.RoomKey, room);
        }

        if (room.Place < 0)
        {
            room.Enter(_touched.Count, time);
            _touched.Add(room);
        }

        room.LastTime = Math.Max(room.LastTime, time);
        return room;
    }

    /// <summary>The transaction happened.</summary>
    public void Keep()
    {
        _touched.ForEach(room => room.Keep());
        _touched.Clear();
        _lastKeptId = _lastId;
    }

    /// <summary>The transaction did not happen.</summary>
    public void Forget()
    {
        foreach (var room in _touched)
        {
            room.Forget();
            if (!room.IsKept)
            {
                _rooms.Remove(room.Key);
            }
        }

        _touched.Clear();
        _lastId = _lastKeptId;
    }

    /// <summary>A room is gone from the database, which the transaction that happened has seen to.</summary>
    public void Remove(string key) => _rooms.Remove(key);
}
