using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Confab.Storage.Sqlite;

/// <summary>The changes to <c>entries</c>; inside the caller's transaction.</summary>
internal sealed class EntryTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement _insert = new(connection, """
        INSERT INTO entries (position, room, number, id, kind, author, time, text, account, source, tags, target, formatted)
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """, 13);

    private readonly Statement _delete = new(connection, "DELETE FROM entries WHERE position = $0", 1);

    /// <exception cref="ArgumentException">The id is in the log already.</exception>
    public void Insert(long position, LedgerRoom room, EntryDraft draft, DateTimeOffset time)
    {
        try
        {
            _insert.Execute(
                position,
                room.Id,
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
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == raw.SQLITE_CONSTRAINT)
        {
            throw LogRules.KnownId(draft.Id);
        }
    }

    public void Delete(long position) => _delete.Execute(position);

    public void Dispose()
    {
        _insert.Dispose();
        _delete.Dispose();
    }
}
