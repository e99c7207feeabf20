using Confab.Storage.Sqlite.Migrations;
using Confab.Storage.Sqlite.Search;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

public sealed partial class SqliteMessageLog
{
    /// <summary>Opens the log of a directory, or starts one; brings an older one to the newest schema.</summary>
    /// <exception cref="LogOpenException">It cannot be opened; the sentence is for the person who started the server.</exception>
    public static SqliteMessageLog Open(SqliteLogOptions options) => Open(options, LogMigrations.All);

    internal static SqliteMessageLog Open(SqliteLogOptions options, IReadOnlyList<Migration> migrations)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Durability == Durability.None)
        {
            throw new ArgumentException(
                "An embedded log keeps what it is given; for durability 'none' use the log in memory.", nameof(options));
        }

        SqliteLibrary.EnsureUsable();
        var directory = DataDirectory.Claim(options.DataDirectory, migrations);
        try
        {
            return Open(directory, options, migrations);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    private static SqliteMessageLog Open(DataDirectory directory, SqliteLogOptions options, IReadOnlyList<Migration> migrations)
    {
        var opened = new Stack<IDisposable>();
        var file = directory.MessagesFile;
        try
        {
            var connection = SqliteConnections.OpenWriter(file);
            opened.Push(connection);
            SchemaUpgrade.Run(connection, migrations);

            // Without a sync at each commit a killed process loses nothing, since the system has the bytes; NORMAL
            // still syncs when the write-ahead log is moved, so that power loss cannot damage the file.
            connection.UseWriteAheadLog(syncEachCommit: options.Durability == Durability.PowerLoss);
            var writer = new LogWriter(connection, options, new Checkpoints(file));
            opened.Push(writer);
            var readers = new ConnectionPool<LogReader>(() => new LogReader(SqliteConnections.OpenReader(directory.MessagesFile)));
            opened.Push(readers);
            var logId = readers.Ask(reader => reader.LogId());
            file = directory.SearchFile;
            var index = new SearchIndex(file, IndexedLogOf(logId, readers));
            return new SqliteMessageLog(directory, logId, writer, readers, index);
        }
        catch (Exception failure) when (failure is SqliteException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Close(opened);
            throw failure switch
            {
                SqliteException refused => LogOpenFailure.Of(refused, file),
                InvalidDataException => LogOpenFailure.DamagedContent(file, failure),
                _ => LogOpenFailure.NotWritable(directory.Path, failure),
            };
        }
    }

    private static void Close(Stack<IDisposable> opened)
    {
        while (opened.TryPop(out var part))
        {
            part.Dispose();
        }
    }

    private static IndexedLog IndexedLogOf(Guid logId, ConnectionPool<LogReader> readers) => new(
        logId,
        readers.Ask(reader => reader.Prunes()),
        position => readers.Ask(reader => reader.IndexableAt(position))?.Id);
}
