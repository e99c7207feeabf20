using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Confab.Storage.Sqlite;

/// <summary>
/// Moves the write-ahead log into the database beside the writer, whose commits then need not: on another thread and by a connection of its
/// own, whenever enough has been written.
/// </summary>
internal sealed class Checkpoints(string path) : IDisposable
{
    // Half of what makes a commit do it itself.
    private const long Bytes = SqliteConnections.CheckpointPages * 4_096L / 2;

    // Beside what a commit brings: the pages it changes are written whole.
    private const long BytesPerCommit = 4_096;

    private readonly Lock _moving = new();
    private SqliteConnection? _connection;
    private long _written;
    private int _isMoving;
    private bool _disposed;

    /// <summary>So much has been written by a commit. By one thread at a time.</summary>
    public void Note(long bytes)
    {
        _written += bytes + BytesPerCommit;
        if (_written >= Bytes && Interlocked.Exchange(ref _isMoving, 1) == 0)
        {
            _written = 0;
            ThreadPool.UnsafeQueueUserWorkItem(static checkpoints => checkpoints.Move(), this, preferLocal: false);
        }
    }

    /// <summary>Waits for what is being moved.</summary>
    public void Dispose()
    {
        lock (_moving)
        {
            _disposed = true;
            _connection?.Dispose();
        }
    }

    private void Move()
    {
        try
        {
            lock (_moving)
            {
                if (!_disposed)
                {
                    _connection ??= SqliteConnections.OpenWriter(path);

                    // A failure is nobody's here: the writer meets it in its turn, and says so.
                    raw.sqlite3_wal_checkpoint_v2(_connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);
                }
            }
        }
        catch (SqliteException)
        {
            // The same: it could not even be opened.
        }
        finally
        {
            Volatile.Write(ref _isMoving, 0);
        }
    }
}
