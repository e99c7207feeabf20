using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite.Migrations;

/// <summary>
/// Brings a database to the newest schema, one transaction per step. Steps run with a rollback journal and not in the
/// write-ahead log: the version in the file's header is then true whenever no process has the file open, and
/// <see cref="DatabaseHeader"/> can tell a newer file without opening (and so changing) it.
/// </summary>
internal static class SchemaUpgrade
{
    public static void Run(SqliteConnection connection, IReadOnlyList<Migration> migrations)
    {
        var version = connection.Number("PRAGMA user_version");
        var pending = migrations.Where(migration => migration.Version > version).ToList();
        if (pending.Count == 0)
        {
            return;
        }

        connection.Run("PRAGMA journal_mode=DELETE");
        connection.Run("PRAGMA synchronous=FULL");
        foreach (var migration in pending)
        {
            // The step and its number stand or fall together.
            using var transaction = connection.BeginTransaction();
            connection.RunIn(transaction, migration.Sql);
            connection.RunIn(transaction, $"PRAGMA user_version={migration.Version}");
            connection.RunIn(transaction, $"PRAGMA application_id={DatabaseHeader.ApplicationId}");
            transaction.Commit();
        }
    }

    private static void RunIn(this SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
