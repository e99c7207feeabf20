using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>How the connections to a database of ours are opened.</summary>
internal static class SqliteConnections
{
    // How long a foreign program (a backup, a shell) may hold the database before our write gives up.
    private const int BusySeconds = 2;

    /// <summary>
    /// A commit that finds more than this in the write-ahead log moves it into the database (16 MB of pages), which stalls a tick. It seldom
    /// comes to that, because <see cref="Checkpoints"/> does it before; where that cannot keep up, the write-ahead log stays bounded all the same.
    /// </summary>
    public const int CheckpointPages = 4_000;

    // What the write-ahead log is cut back to after a long reader had made it grow.
    private const int WalBytes = 64 * 1024 * 1024;

    /// <summary>The one connection that writes. The file is made where it is missing.</summary>
    public static SqliteConnection OpenWriter(string path)
    {
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        connection.Run("PRAGMA cache_size=-16000");
        return connection;
    }

    /// <summary>One of the connections that only read.</summary>
    public static SqliteConnection OpenReader(string path) => Open(path, SqliteOpenMode.ReadOnly);

    /// <summary>Turns on the write-ahead log, in which readers and the writer do not wait for each other.</summary>
    public static void UseWriteAheadLog(this SqliteConnection connection, bool syncEachCommit)
    {
        connection.Run("PRAGMA journal_mode=WAL");
        connection.Run(syncEachCommit ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
        connection.Run($"PRAGMA wal_autocheckpoint={CheckpointPages}");
        connection.Run($"PRAGMA journal_size_limit={WalBytes}");
    }

    /// <summary>Lets the pages go that the connection keeps in memory, up to 16 MB of them: it reads them again when it needs them.</summary>
    public static void ForgetPages(this SqliteConnection connection) => connection.Run("PRAGMA shrink_memory");

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = BusySeconds,
        }.ToString());
        try
        {
            connection.Open();
            connection.Run($"PRAGMA busy_timeout={BusySeconds * 1_000}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
