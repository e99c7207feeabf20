using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Confab.Storage.Sqlite.Search;

/// <summary>
/// The index behind the log. Questions are answered at any time, also while it is being brought further. When its file turns out
/// to be damaged it counts as empty, so that searches read the log itself, until <see cref="Rebuild"/>.
/// </summary>
internal sealed class SearchIndex : IDisposable
{
    private readonly string _path;
    private readonly ReaderWriterLockSlim _life = new();
    private IndexWriter _writer;
    private ConnectionPool<IndexReader> _readers;
    private volatile bool _isBroken;
    private int _generation;

    public SearchIndex(string path, IndexedLog log)
    {
        _path = path;
        _writer = new IndexWriter(SearchFile.Open(path, log));
        _readers = OpenReaders();
    }

    /// <summary>Damaged: nothing can be asked of it or written to it.</summary>
    public bool IsBroken => _isBroken;

    /// <summary>How far it has come; nothing, when it is broken.</summary>
    public SearchView View() => _isBroken ? SearchView.Nothing : Ask(reader => reader.View() with { Generation = _generation });

    /// <summary>Positions of entries that may match, newest first.</summary>
    /// <exception cref="IndexBrokenException">It is not the index of that view any more.</exception>
    public List<long> Candidates(SearchView view, string match, long before, int count) => Ask(reader =>
        view.Generation == _generation ? reader.Candidates(match, before, count) : throw new IndexBrokenException());

    /// <summary>Changes the index, or asks its writer; for one caller at a time.</summary>
    /// <exception cref="IndexBrokenException">The file is damaged; <see cref="IsBroken"/> is true from now on.</exception>
    public T Write<T>(Func<IndexWriter, T> deed)
    {
        try
        {
            return deed(_writer);
        }
        catch (SqliteException failure) when (SearchFile.IsDamage(failure))
        {
            _isBroken = true;
            throw new IndexBrokenException(failure);
        }
    }

    /// <inheritdoc cref="Write{T}"/>
    public void Write(Action<IndexWriter> deed) => Write(writer =>
    {
        deed(writer);
        return true;
    });

    /// <summary>Lets the pages go that its connections keep in memory; for one caller at a time.</summary>
    /// <exception cref="IndexBrokenException">The file is damaged; <see cref="IsBroken"/> is true from now on.</exception>
    public void GiveBackMemory()
    {
        Write(writer => writer.GiveBackMemory());
        _readers.CloseResting();
    }

    /// <summary>Starts again with an empty file, once the questions under way are answered.</summary>
    public void Rebuild(IndexedLog log)
    {
        _life.EnterWriteLock();
        try
        {
            Close();
            _writer = new IndexWriter(SearchFile.Create(_path, log));
            _readers = OpenReaders();
            _generation++;
            _isBroken = false;
        }
        finally
        {
            _life.ExitWriteLock();
        }
    }

    public void Dispose()
    {
        Close();
        _life.Dispose();
    }

    // Readers first: the connection that closes last empties the write-ahead log, and only the writer can.
    private void Close()
    {
        _readers.Dispose();
        _writer.Dispose();
    }

    private ConnectionPool<IndexReader> OpenReaders() => new(() => new IndexReader(SqliteConnections.OpenReader(_path)));

    private TAnswer Ask<TAnswer>(Func<IndexReader, TAnswer> question)
    {
        _life.EnterReadLock();
        try
        {
            return _readers.Ask(question);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode != raw.SQLITE_ERROR)
        {
            // The log itself can still be searched. An error of ours (SQLITE_ERROR) is not to be hidden by that.
            _isBroken |= SearchFile.IsDamage(failure);
            throw new IndexBrokenException(failure);
        }
        finally
        {
            _life.ExitReadLock();
        }
    }
}
