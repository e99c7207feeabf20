using System.Collections.Concurrent;

namespace Confab.Storage.Sqlite;

/// <summary>
/// Connections at rest, with their prepared statements. Whoever asks gets one without waiting; after a rush the surplus is closed.
/// </summary>
internal sealed class ConnectionPool<T>(Func<T> open) : IDisposable
    where T : class, IDisposable
{
    private const int KeptAtRest = 8;

    private readonly ConcurrentBag<T> _resting = [];
    private volatile bool _disposed;

    /// <summary>Asks a question of one connection. A connection on which a question failed is not used again.</summary>
    public TAnswer Ask<TAnswer>(Func<T, TAnswer> question)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var connection = _resting.TryTake(out var rested) ? rested : open();
        TAnswer answer;
        try
        {
            answer = question(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        PutBack(connection);
        return answer;
    }

    public void Dispose()
    {
        _disposed = true;
        CloseResting();
    }

    /// <summary>Closes the connections at rest, and with them goes what each keeps in memory. Who asks next opens another.</summary>
    public void CloseResting()
    {
        while (_resting.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private void PutBack(T connection)
    {
        if (_disposed || _resting.Count >= KeptAtRest)
        {
            connection.Dispose();
            return;
        }

        _resting.Add(connection);

        // Disposed meanwhile: whoever added last clears up.
        if (_disposed)
        {
            Dispose();
        }
    }
}
