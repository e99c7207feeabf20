using Confab.Storage.Sqlite.Migrations;

namespace Confab.Storage.Sqlite;

/// <summary>The files of a log, and the right to use them: looked at before anything is touched, then locked.</summary>
internal sealed class DataDirectory : IDisposable
{
    private readonly DirectoryLock _lock;

    private DataDirectory(string path, DirectoryLock directoryLock) => (Path, _lock) = (path, directoryLock);

    public string Path { get; }

    public string MessagesFile => MessagesFileIn(Path);

    public string SearchFile => System.IO.Path.Combine(Path, "search.db");

    /// <exception cref="LogOpenException">The directory cannot be used; it is as it was before.</exception>
    public static DataDirectory Claim(string path, IReadOnlyList<Migration> migrations)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            // While another server may have the directory open, its database is not to be opened, not even to look: closing a
            // file gives up every lock that this process has on it. Without a lock file no server was ever here, or it is being moved in.
            var mayBeInUse = File.Exists(System.IO.Path.Combine(path, DirectoryLock.FileName));
            if (!mayBeInUse)
            {
                RefuseForeign(path, migrations);
                Make(path);
            }

            var directoryLock = DirectoryLock.Take(path);
            try
            {
                RefuseForeign(path, migrations);
                directoryLock.Sign();
                return new DataDirectory(path, directoryLock);
            }
            catch
            {
                directoryLock.Dispose();
                throw;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw LogOpenFailure.NotWritable(path, failure);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static string MessagesFileIn(string path) => System.IO.Path.Combine(path, "messages.db");

    private static void Make(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void RefuseForeign(string path, IReadOnlyList<Migration> migrations)
    {
        var file = MessagesFileIn(path);
        var header = DatabaseHeader.Read(file);
        if (header.IsEmpty)
        {
            return;
        }

        if (!header.IsSqlite)
        {
            throw LogOpenFailure.Damaged(file);
        }

        // Page one of a fresh database is written with its first migration; before that, a crash leaves it without a mark.
        if (header.Application != DatabaseHeader.ApplicationId && (header.Application != 0 || header.UserVersion != 0))
        {
            throw LogOpenFailure.NotOurs(file);
        }

        if (header.UserVersion > migrations[^1].Version)
        {
            throw LogOpenFailure.Newer(file, header.UserVersion, migrations[^1].Version);
        }
    }
}
