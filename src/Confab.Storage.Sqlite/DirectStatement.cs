using Confab.Storage.Sqlite.Journal;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Confab.Storage.Sqlite;

/// <summary>
/// One prepared statement by the library's own calls, kept for the life of its connection: numbers, UTF-8 and bytes are bound where they
/// lie, so that what runs for each message makes no objects. Values are given in the order of the parameters. Not for two threads at once.
/// </summary>
internal sealed class DirectStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int _bound;

    public DirectStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed; open it before preparing statements.");
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public DirectStatement With(long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, ++_bound, value));
        return this;
    }

    public DirectStatement WithOrNull(long? value) => value is { } number ? With(number) : WithNull();

    public DirectStatement WithText(ReadOnlySpan<byte> utf8)
    {
        // An empty span has no address, which SQLite would take for NULL.
        _bound++;
        Check(utf8.IsEmpty ? raw.sqlite3_bind_text(_statement, _bound, string.Empty) : raw.sqlite3_bind_text(_statement, _bound, utf8));
        return this;
    }

    public DirectStatement WithText(in OptionalText text) => text.IsThere ? WithText(text.Utf8) : WithNull();

    public DirectStatement WithText(string text)
    {
        Check(raw.sqlite3_bind_text(_statement, ++_bound, text));
        return this;
    }

    /// <summary>Bytes; never empty here, for what is kept as bytes are ids and batches.</summary>
    public DirectStatement WithBytes(ReadOnlySpan<byte> bytes)
    {
        Check(raw.sqlite3_bind_blob(_statement, ++_bound, bytes));
        return this;
    }

    public DirectStatement WithNull()
    {
        Check(raw.sqlite3_bind_null(_statement, ++_bound));
        return this;
    }

    /// <summary>Runs it for its effect; the number of rows changed.</summary>
    public int Run()
    {
        try
        {
            Next();
        }
        finally
        {
            Reset();
        }

        return raw.sqlite3_changes(_database);
    }

    /// <summary>Goes to the next row; false after the last. <see cref="Reset"/> must follow before it runs again.</summary>
    public bool Next()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, _database);
        }

        return code == raw.SQLITE_ROW;
    }

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>The bytes of a column; they are gone with the row.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>Ends the run. What went wrong in it has been said by then, so the code that is repeated here is not looked at.</summary>
    public void Reset()
    {
        _bound = 0;
        raw.sqlite3_reset(_statement);
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            _bound = 0;
            SqliteException.ThrowExceptionForRC(code, _database);
        }
    }
}
