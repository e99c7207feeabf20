using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>The changes to <c>records</c>; inside the caller's transaction.</summary>
internal sealed class RecordTable(SqliteConnection connection) : IDisposable
{
    private readonly DirectStatement _set = new(connection, """
        INSERT INTO records (kind, key, value) VALUES ($0, $1, $2)
        ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value
        """);

    private readonly DirectStatement _remove = new(connection, "DELETE FROM records WHERE kind = $0 AND key = $1");

    public void Set(StoredRecord record)
    {
        if (record.Value is { } value)
        {
            _set.WithText(record.Kind).WithText(record.Key).WithText(value).Run();
        }
        else
        {
            _remove.WithText(record.Kind).WithText(record.Key).Run();
        }
    }

    public void Dispose()
    {
        _set.Dispose();
        _remove.Dispose();
    }
}
