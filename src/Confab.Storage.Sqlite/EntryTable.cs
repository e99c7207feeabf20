using Confab.Storage.Sqlite.Journal;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>The changes to <c>entries</c>; inside the caller's transaction.</summary>
internal sealed class EntryTable(SqliteConnection connection) : IDisposable
{
    private readonly DirectStatement _insert = new(connection, """
        INSERT INTO entries (position, room, number, id, kind, author, time, text, account, source, tags, target, formatted)
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """);

    private readonly DirectStatement _delete = new(connection, "DELETE FROM entries WHERE position = $0");

    public void Insert(in JournalEntry entry) => _insert
        .With(entry.Position)
        .With(entry.Room.Id)
        .With(entry.Number)
        .WithBytes(entry.Id)
        .With((long)entry.Kind)
        .WithText(entry.Author)
        .With(entry.Time)
        .WithText(entry.Text)
        .WithText(entry.Account)
        .WithText(entry.Source)
        .WithText(entry.Tags)
        .WithText(entry.Target)
        .WithText(entry.Formatted)
        .Run();

    public void Delete(long position) => _delete.With(position).Run();

    public void Dispose()
    {
        _insert.Dispose();
        _delete.Dispose();
    }
}
