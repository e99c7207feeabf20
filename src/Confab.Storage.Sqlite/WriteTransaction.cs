using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Confab.Storage.Sqlite;

/// <summary>Transactions of the one connection that writes: each happens whole or not at all.</summary>
/// <param name="connection">The connection.</param>
/// <param name="syncEachCommit">Whether the disk is waited for at each commit, as a rule.</param>
internal sealed class WriteTransaction(SqliteConnection connection, bool syncEachCommit) : IDisposable
{
    private readonly DirectStatement _begin = new(connection, "BEGIN IMMEDIATE");
    private readonly DirectStatement _commit = new(connection, "COMMIT");
    private readonly DirectStatement _rollback = new(connection, "ROLLBACK");

    public void Run(Action deed)
    {
        try
        {
            _begin.Run();
            deed();
            _commit.Run();
        }
        catch
        {
            // Some failures (a full disk among them) make SQLite roll back by itself; to roll back once more would be an error.
            if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
            {
                _rollback.Run();
            }

            throw;
        }
    }

    /// <summary>
    /// A transaction whose commit does not wait for the disk. After a power loss it may be gone, and all after it then are, too; so nothing may be
    /// acknowledged on its strength.
    /// </summary>
    public void RunUnsynced(Action deed)
    {
        if (!syncEachCommit)
        {
            Run(deed);
            return;
        }

        connection.Run("PRAGMA synchronous=NORMAL");
        try
        {
            Run(deed);
        }
        finally
        {
            connection.Run("PRAGMA synchronous=FULL");
        }
    }

    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _rollback.Dispose();
    }
}
