using System.Globalization;

namespace Confab.Storage.Sqlite;

/// <summary>
/// Keeps a second server out of the data directory. The lock is the operating system's and goes with the process, however it ends; the
/// file stays, since removing it would let two servers lock two different files of the same name.
/// </summary>
internal sealed class DirectoryLock : IDisposable
{
    public const string FileName = "server.lock";

    // Apart from the lock file, because a locked file cannot be read.
    private const string ProcessIdFileName = "server.pid";

    private readonly FileStream _file;
    private readonly string _processIdPath;
    private bool _signed;

    private DirectoryLock(FileStream file, string processIdPath) => (_file, _processIdPath) = (file, processIdPath);

    /// <exception cref="LogOpenException">Another server has the directory, or it cannot be written.</exception>
    public static DirectoryLock Take(string directory)
    {
        var path = Path.Combine(directory, FileName);
        var processIdPath = Path.Combine(directory, ProcessIdFileName);
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw LogOpenFailure.NotWritable(directory, denied);
        }
        catch (IOException refused) when (IsLockedElsewhere(refused))
        {
            throw new LogOpenException(
                $"The data directory {directory} is in use by another Confab server{Holder(processIdPath)}. "
                + "Stop that one first, or give this one a directory of its own with --data.",
                refused)
            {
                IsInUse = true,
            };
        }

        return new DirectoryLock(file, processIdPath);
    }

    /// <summary>Leaves this process's number for the message that a second server prints.</summary>
    public void Sign()
    {
        _signed = true;
        File.WriteAllText(_processIdPath, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        try
        {
            if (_signed)
            {
                File.Delete(_processIdPath);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Only a note for people; the next server writes its own over it.
        }

        _file.Dispose();
    }

    // EWOULDBLOCK of Linux and of macOS, and the sharing violation of Windows: .NET has no name for them.
    private static bool IsLockedElsewhere(IOException failure) => failure.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static string Holder(string processIdPath)
    {
        try
        {
            return int.TryParse(File.ReadAllText(processIdPath), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? $" (process {id})"
                : "";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
