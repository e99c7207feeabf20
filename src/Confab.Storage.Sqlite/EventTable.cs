using Confab.Storage.Sqlite.Journal;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>The changes to <c>room_events</c>; inside the caller's transaction.</summary>
internal sealed class EventTable(SqliteConnection connection) : IDisposable
{
    private readonly DirectStatement _insert = new(connection, """
        INSERT INTO room_events (position, room, number, after_number, id, kind, author, time, text, account, source, tags, target, formatted)
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """);

    private readonly DirectStatement _delete = new(connection, "DELETE FROM room_events WHERE position = $0");

    private readonly Statement _deleteRoom = new(connection, """
        DELETE FROM rooms
        WHERE id = $0 AND last_number = 0 AND NOT EXISTS (SELECT 1 FROM room_events e WHERE e.room = $0)
        RETURNING key
        """, 1);

    public void Insert(in JournalEntry happened) => _insert
        .With(happened.Position)
        .With(happened.Room.Id)
        .With(happened.EventNumber)
        .With(happened.Number)
        .WithBytes(happened.Id)
        .With((long)happened.Kind)
        .WithText(happened.Author)
        .With(happened.Time)
        .WithText(happened.Text)
        .WithText(happened.Account)
        .WithText(happened.Source)
        .WithText(happened.Tags)
        .WithText(happened.Target)
        .WithText(happened.Formatted)
        .Run();

    public void Delete(long position) => _delete.With(position).Run();

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
