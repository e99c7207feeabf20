using Microsoft.Win32.SafeHandles;

namespace Confab.Storage.Sqlite;

/// <summary>
/// Room on the disk for the write-ahead log. A commit that makes the file longer waits until the disk has the bytes and the new length; one within the file waits for the bytes
/// alone, which is half as long or less. SQLite takes what is behind its last frame for nothing, whatever it is, and begins anew at the front of the file
/// after a checkpoint. So the file is made long once, in small pieces between commits, as soon as the log proves to be in use.
/// </summary>
/// <param name="database">The file whose write-ahead log it is.</param>
/// <param name="bytes">How long it becomes; 0 for no longer than it is.</param>
/// <param name="gate">Held by whoever writes to the log.</param>
internal sealed class WriteAheadSpace(string database, long bytes, Lock gate)
{
    // Half a millisecond, for which a commit may have to wait.
    private const int Piece = 1024 * 1024;

    // Who opens a log only to look at it, or to change an account, needs no room.
    private const int FirstCommits = 16;

    private int _commits;
    private bool _disposed;

    /// <summary>A commit was made. To be called under the lock.</summary>
    public void Note()
    {
        if (_commits < FirstCommits && ++_commits == FirstCommits && bytes > 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static space => space.Reserve(), this, preferLocal: false);
        }
    }

    /// <summary>Reserves no more. To be called under the lock.</summary>
    public void Dispose() => _disposed = true;

    /// <summary>Reserves it now. It is no harm where that fails.</summary>
    internal void Reserve()
    {
        try
        {
            using var file = File.OpenHandle(database + "-wal", FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            var zeros = new byte[Piece];
            while (AddPiece(file, zeros))
            {
            }

            RandomAccess.FlushToDisk(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is a matter of speed alone; whoever writes will meet what is wrong with the disk, and say so.
        }
    }

    // Behind the end, and never while SQLite writes there.
    private bool AddPiece(SafeFileHandle file, byte[] zeros)
    {
        lock (gate)
        {
            var length = RandomAccess.GetLength(file);
            if (_disposed || length >= bytes)
            {
                return false;
            }

            RandomAccess.Write(file, zeros, length);
            return true;
        }
    }
}
