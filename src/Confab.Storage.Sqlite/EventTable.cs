using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>The changes to <c>room_events</c>; inside the caller's transaction.</summary>
internal sealed class EventTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement _insert = new(connection, """
        INSERT INTO room_events (position, room, number, after_number, id, kind, author, time, text, account, source, tags, target, formatted)
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """, 14);

    private readonly Statement _delete = new(connection, "DELETE FROM room_events WHERE position = $0", 1);

    private readonly Statement _deleteRoom = new(connection, """
        DELETE FROM rooms
        WHERE id = $0 AND last_number = 0 AND NOT EXISTS (SELECT 1 FROM room_events e WHERE e.room = $0)
        RETURNING key
        """, 1);

    public void Insert(long position, LedgerRoom room, EntryDraft draft, DateTimeOffset time) => _insert.Execute(
        position,
        room.Id,
        room.LastEvent,
        room.LastNumber,
        StoredValue.Of(draft.Id),
        (long)draft.Kind,
        draft.Author,
        StoredValue.Of(time),
        draft.Text,
        StoredValue.OrNull(draft.Account),
        StoredValue.OrNull(draft.Source),
        StoredValue.OrNull(draft.Tags),
        StoredValue.OrNull(draft.Target),
        StoredValue.OrNull(draft.Formatted));

    public void Delete(long position) => _delete.Execute(position);

    /// <summary>Removes a room of which nothing is left and nothing was ever numbered; its key, or null where it stays.</summary>
    public string? DeleteRoomIfBare(long room)
    {
        using var rows = _deleteRoom.Query(room);
        return rows.Read() ? rows.GetString(0) : null;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _delete.Dispose();
        _deleteRoom.Dispose();
    }
}
