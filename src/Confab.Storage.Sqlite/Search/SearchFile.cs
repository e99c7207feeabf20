using Confab.Chat.Messages;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Confab.Storage.Sqlite.Search;

/// <summary>
/// The file <c>search.db</c>. Nothing in it is precious: where it is missing, damaged, of another format or not of this log as it
/// is now, it is made anew, and the indexer fills it.
/// </summary>
internal static class SearchFile
{
    // Raised when the tables or the tokens change; the index is then built anew.
    private const int Format = 1;

    // prefix: single characters and pairs get lists of their own. detail=none: which entries, not where in them. The log has the text.
    private const string Schema = """
        CREATE TABLE state (
          one INTEGER PRIMARY KEY CHECK (one = 1),
          log_id BLOB NOT NULL,
          prunes INTEGER NOT NULL,
          indexed_to INTEGER NOT NULL,
          anchor BLOB NOT NULL
        ) STRICT;
        CREATE TABLE withdrawn (position INTEGER PRIMARY KEY) STRICT;
        CREATE VIRTUAL TABLE grams USING fts5(
          tokens, content='', columnsize=0, detail='none', prefix='1 2',
          tokenize="ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'");
        """;

    /// <summary>Opens the index of this log, made anew where that is needed.</summary>
    public static SqliteConnection Open(string path, IndexedLog log) => TryOpen(path, log) ?? Create(path, log);

    /// <summary>Makes an empty index in place of whatever is there. No connection may be open.</summary>
    public static SqliteConnection Create(string path, IndexedLog log)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm", "-journal"])
        {
            File.Delete(path + suffix);
        }

        var connection = SqliteConnections.OpenWriter(path);
        connection.UseWriteAheadLog(syncEachCommit: false);
        using (var transaction = connection.BeginTransaction())
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"""
                {Schema}
                INSERT INTO state (one, log_id, prunes, indexed_to, anchor) VALUES (1, $log, $prunes, 0, x'');
                PRAGMA user_version={Format};
                """;
            command.Parameters.AddWithValue("$log", StoredValue.Of(log.LogId));
            command.Parameters.AddWithValue("$prunes", log.Prunes);
            command.ExecuteNonQuery();
            transaction.Commit();
        }

        return connection;
    }

    /// <summary>Whether the content of the file is the trouble, so that a new one helps.</summary>
    public static bool IsDamage(SqliteException failure) => failure.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    private static SqliteConnection? TryOpen(string path, IndexedLog log)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        SqliteConnection? connection = null;
        try
        {
            connection = SqliteConnections.OpenWriter(path);
            connection.UseWriteAheadLog(syncEachCommit: false);
            if (connection.Number("PRAGMA user_version") == Format && IsOf(connection, log))
            {
                return connection;
            }
        }
        catch (SqliteException failure) when (IsDamage(failure) || failure.SqliteErrorCode == raw.SQLITE_ERROR)
        {
            // Not an index of ours, whatever it is; the caller makes a new one.
        }

        connection?.Dispose();
        return null;
    }

    private static bool IsOf(SqliteConnection connection, IndexedLog log)
    {
        using var state = new Statement(connection, "SELECT log_id, prunes, indexed_to, anchor FROM state");
        using var rows = state.Query();
        return rows.Read()
            && rows.Guid(0) == log.LogId
            && rows.GetInt64(1) <= log.Prunes
            && (rows.GetInt64(2) == 0 || log.IdAt(rows.GetInt64(2)) == new MessageId(rows.Guid(3)));
    }
}
