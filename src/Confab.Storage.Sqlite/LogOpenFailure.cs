using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Confab.Storage.Sqlite;

/// <summary>The sentences for the person whose server does not start.</summary>
internal static class LogOpenFailure
{
    public static LogOpenException NotWritable(string directory, Exception cause) =>
        new($"The data directory {directory} cannot be written: {cause.Message} Give the user that runs the server write access to it, "
            + "or choose another directory with --data.", cause);

    public static LogOpenException Newer(string path, int version, int known) =>
        new($"{path} was written by a newer version of Confab (schema {version}; this version knows up to {known}). "
            + "Nothing was changed. Start it with that version, or choose another directory with --data.");

    public static LogOpenException NotOurs(string path) =>
        new($"{path} is a SQLite database but not a log of Confab. Nothing was changed. Choose another directory with --data.");

    public static LogOpenException Damaged(string path, Exception? cause = null) =>
        new($"{path} is damaged or not a SQLite database, so the history in it cannot be opened. "
            + "Put back a backup of it, or move it away to start with an empty history.", cause);

    public static LogOpenException DamagedContent(string path, Exception cause) =>
        new($"{path} is damaged: {cause.Message} Put back a backup of it, or move it away to start with an empty history.", cause);

    public static LogOpenException Of(SqliteException cause, string path) => cause.SqliteErrorCode switch
    {
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_ERROR or raw.SQLITE_CONSTRAINT => Damaged(path, cause),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new LogOpenException(
            $"{path} is in use by another program. End that program, then start the server again.", cause),
        raw.SQLITE_FULL => new LogOpenException($"The disk of {path} is full. Make room on it, then start the server again.", cause),
        _ => NotWritable(Path.GetDirectoryName(path) ?? path, cause),
    };
}
