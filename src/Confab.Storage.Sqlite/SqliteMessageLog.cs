using Confab.Chat.Messages;
using Confab.Storage.Sqlite.Search;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>
/// The log in an embedded SQLite database, the default. One connection writes, others read beside it without waiting. A transaction is appended to
/// a journal, as one row; upkeep puts it in order in the tables, and the search index, a second file, follows these: what is still in the journal or not
/// in the index is found all the same, only more slowly.
/// <see cref="IndexMore"/> and <see cref="Prune"/> may run on another thread than <see cref="Append"/>; indexing never makes it wait, and
/// a step of ordering or removal does so for as long as that step takes.
/// </summary>
public sealed partial class SqliteMessageLog : IMessageLog
{
    // Some milliseconds, for which an append may have to wait.
    private const int OrganisingStep = 1_000;

    private readonly DataDirectory _directory;
    private readonly LogWriter _writer;
    private readonly ConnectionPool<LogReader> _readers;
    private readonly SearchIndex _index;
    private readonly LogSearch _search;

    // Orders what changes the index. Taken before the writer's own lock, never after.
    private readonly Lock _indexing = new();
    private readonly long _openedAt;
    private long _settledTo;
    private bool _disposed;

    private SqliteMessageLog(
        DataDirectory directory, Guid logId, LogWriter writer, ConnectionPool<LogReader> readers, SearchIndex index)
    {
        _directory = directory;
        LogId = logId;
        _writer = writer;
        _readers = readers;
        _index = index;
        _search = new LogSearch(readers, index);
        _openedAt = writer.LastPosition;
        _settledTo = index.View().IndexedTo;
    }

    /// <inheritdoc/>
    public Guid LogId { get; }

    /// <inheritdoc/>
    public DateTimeOffset? LastTime => AskInOrder(reader => reader.LastTime());

    /// <inheritdoc/>
    public IReadOnlyList<StoredRoom> LoadRooms() => AskInOrder(reader => reader.Rooms());

    /// <inheritdoc/>
    public IReadOnlyList<StoredRecord> LoadRecords() => AskInOrder(reader => reader.Records());

    /// <inheritdoc/>
    public void Append(LogBatch batch, Span<AppendResult> results)
    {
        LogRules.Check(batch, results.Length);
        _writer.Append(batch, results);
    }

    /// <inheritdoc/>
    public IReadOnlyList<LogEntry> Read(in RangeQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        var asked = query;
        return Ask(reader => reader.Range(asked));
    }

    /// <inheritdoc/>
    public IReadOnlyList<LogEntry>? Page(in PageQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        var asked = query;
        return Ask(reader => reader.Page(asked));
    }

    /// <inheritdoc/>
    public LogEntry? Find(MessageId id) => Ask(reader => reader.Find(id));

    /// <inheritdoc/>
    public IReadOnlyList<LogEntry> Search(SearchQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        try
        {
            return _search.Run(query, cancellation);
        }
        catch (Exception failure) when (failure is SqliteException or InvalidDataException)
        {
            throw LogFailure.OfReading(failure);
        }
    }

    /// <inheritdoc/>
    public LogBacklog Backlog
    {
        get
        {
            var last = _writer.LastPosition;
            return new LogBacklog(last - _openedAt, Math.Max(0, last - Volatile.Read(ref _settledTo)));
        }
    }

    /// <inheritdoc/>
    public bool IndexMore(int maxEntries)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxEntries, 1);
        lock (_indexing)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            try
            {
                if (_index.IsBroken)
                {
                    _index.Rebuild(IndexedLogOf(LogId, _readers));
                }

                var upTo = _writer.LastPosition;
                return SettleWithdrawn(maxEntries) || _writer.Organise(maxEntries) || IndexNext(maxEntries, upTo);
            }
            catch (IndexBrokenException)
            {
                return true;
            }
            catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw LogFailure.OfIndexing(failure);
            }
        }
    }

    /// <inheritdoc/>
    public bool Prune(RetentionPolicy policy, DateTimeOffset now, int maxEntries)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxEntries, 1);
        if (policy.KeepsAll)
        {
            return false;
        }

        lock (_indexing)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            OrganiseAll();
            var expired = Ask(reader => reader.Expired(policy, now, maxEntries + 1));
            var removed = expired.Take(maxEntries).ToList();
            var events = expired.Count > maxEntries
                ? []
                : Ask(reader => reader.ExpiredEvents(policy, now, maxEntries + 1 - removed.Count));
            var removedEvents = events.Take(maxEntries - removed.Count).ToList();
            if (removed.Count == 0 && removedEvents.Count > 0)
            {
                _writer.Delete([], removedEvents);
            }
            else if (removed.Count > 0)
            {
                // Out of the index first: its entries can only be removed while their text is known. An end in
                // between leaves them withdrawn, which searches and the next IndexMore know how to treat.
                WriteIndexUnlessBroken(writer => writer.Withdraw(removed));
                _writer.Delete([.. removed.Select(entry => entry.Position)], removedEvents);
                var prunes = Ask(reader => reader.Prunes());
                WriteIndexUnlessBroken(writer => writer.Forget(removed.Select(entry => entry.Position), prunes));
            }

            return expired.Count + events.Count > maxEntries;
        }
    }

    /// <inheritdoc/>
    public void GiveBackMemory()
    {
        lock (_indexing)
        {
            if (_disposed || _index.IsBroken)
            {
                return;
            }

            try
            {
                _writer.GiveBackMemory();
                _readers.CloseResting();
                _index.GiveBackMemory();
            }
            catch (Exception failure) when (failure is SqliteException or IndexBrokenException)
            {
                // What could not be given back is kept, and nothing depends on it.
            }
        }
    }

    /// <summary>Moves everything into the database files, closes them and releases the directory.</summary>
    public void Dispose()
    {
        lock (_indexing)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            _index.Dispose();
            _readers.Dispose();
            _writer.Dispose();
            _directory.Dispose();
        }
    }

    /// <summary>For tests: the index was found damaged and waits to be built anew.</summary>
    internal bool IsIndexBroken => _index.IsBroken;

    /// <inheritdoc cref="LogWriter.LimitPages"/>
    internal void LimitPages(long pages) => _writer.LimitPages(pages);

    // Entries whose removal was cut off: gone from the log after all, or back into the index.
    private bool SettleWithdrawn(int maxEntries)
    {
        var withdrawn = _index.View().Withdrawn.Take(maxEntries).ToList();
        if (withdrawn.Count == 0)
        {
            return false;
        }

        var entries = _readers.Ask(reader => withdrawn.ConvertAll(position => (position, reader.IndexableAt(position))));
        _index.Write(writer => writer.Settle(entries));
        return true;
    }

    // All up to that position is in the tables.
    private bool IndexNext(int maxEntries, long upTo)
    {
        var after = _index.Write(writer => writer.IndexedTo());
        var waiting = _readers.Ask(reader => reader.Forwards(after, maxEntries + 1));
        if (waiting.Count > 0)
        {
            _index.Write(writer => writer.Add([.. waiting.Take(maxEntries)]));
        }

        var more = waiting.Count > maxEntries;
        Volatile.Write(ref _settledTo, more ? waiting[maxEntries - 1].Position : upTo);
        return more;
    }

    private void WriteIndexUnlessBroken(Action<IndexWriter> deed)
    {
        try
        {
            if (!_index.IsBroken)
            {
                _index.Write(deed);
            }
        }
        catch (IndexBrokenException)
        {
            // It will be built anew from the log as it is then.
        }
        catch (SqliteException failure)
        {
            throw LogFailure.OfIndexing(failure);
        }
    }

    private TAnswer Ask<TAnswer>(Func<LogReader, TAnswer> question)
    {
        try
        {
            return _readers.Ask(question);
        }
        catch (Exception failure) when (failure is SqliteException or InvalidDataException)
        {
            throw LogFailure.OfReading(failure);
        }
    }

    // For what is asked once, at the start: from the tables alone.
    private TAnswer AskInOrder<TAnswer>(Func<LogReader, TAnswer> question)
    {
        OrganiseAll();
        return Ask(question);
    }

    private void OrganiseAll()
    {
        while (_writer.Organise(OrganisingStep))
        {
        }
    }
}
