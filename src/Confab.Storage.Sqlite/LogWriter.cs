using Confab.Chat.Messages;
using Confab.Storage.Sqlite.Journal;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>
/// The one connection that changes <c>messages.db</c>. A transaction either happens whole, in the database and in what is cached
/// of it, or not at all. One caller at a time, which the lock inside sees to. What is appended goes to the journal, and is put in order later.
/// </summary>
internal sealed class LogWriter : IDisposable
{
    // At the start nobody waits but the one who starts it.
    private const int OpeningStep = 4_096;

    // When the journal is full, each append moves more out of it than it brings.
    private const int CatchingUpStep = 1_024;

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly WriteTransaction _transaction;
    private readonly JournalTable _journal;
    private readonly Organiser _organiser;
    private readonly EntryTable _entries;
    private readonly EventTable _events;
    private readonly ResendKeyTable _keys;
    private readonly Numbering _numbering;
    private readonly Tail _tail;
    private readonly Checkpoints _checkpoints;
    private readonly WriteAheadSpace? _space;
    private readonly BatchWriter _batch = new();
    private readonly Statement _notePrune;
    private readonly DirectStatement _byId;
    private int _appending;
    private bool _disposed;

    /// <exception cref="InvalidDataException">The journal is damaged.</exception>
    public LogWriter(SqliteConnection connection, SqliteLogOptions options, Checkpoints checkpoints)
    {
        _connection = connection;
        _checkpoints = checkpoints;
        _space = options.Durability == Durability.PowerLoss ? new WriteAheadSpace(connection.DataSource, options.ReservedBytes, _gate) : null;
        _transaction = new WriteTransaction(connection, options.Durability == Durability.PowerLoss);
        _journal = new JournalTable(connection);
        _entries = new EntryTable(connection);
        _events = new EventTable(connection);
        _keys = new ResendKeyTable(connection);
        _organiser = new Organiser(connection, _transaction, _journal, _keys, _entries, _events);
        _notePrune = new Statement(connection, "UPDATE log SET last_position = $0, prunes = prunes + $1", 2);
        _byId = new DirectStatement(connection, "SELECT 1 FROM entries WHERE id = $0");
        while (_organiser.Step(OpeningStep).Batches > 0)
        {
        }

        _tail = new Tail(options.MaxJournalEntries, options.MaxJournalBytes);
        _numbering = new Numbering(connection, new ResendKeys(_keys, _tail), IsStored);
    }

    /// <summary>How many entries and events wait in the journal.</summary>
    public long Waiting => _tail.Entries;

    /// <summary>The position of the newest entry or event.</summary>
    public long LastPosition => _numbering.LastPosition;

    /// <exception cref="LogUnavailableException">Nothing was kept.</exception>
    /// <exception cref="ArgumentException">An id of the batch is in the log already; nothing was kept.</exception>
    public void Append(LogBatch batch, Span<AppendResult> results)
    {
        Interlocked.Increment(ref _appending);
        lock (_gate)
        {
            Interlocked.Decrement(ref _appending);
            ObjectDisposedException.ThrowIf(_disposed, this);
            try
            {
                if (_tail.IsFull)
                {
                    Step(Math.Max(CatchingUpStep, 2 * batch.Entries.Count));
                }

                _numbering.Number(batch.Entries, results);
                if (_numbering.Placed.Count > 0 || batch.Records.Count > 0)
                {
                    var row = _batch.Write(batch, _numbering);
                    _journal.Add(row);
                    _tail.Add(_numbering.Placed.Count, row.Length);
                    _checkpoints.Note(row.Length);
                    _space?.Note();
                }
            }
            catch (Exception failure) when (failure is SqliteException or InvalidDataException)
            {
                _numbering.Forget();
                throw LogFailure.OfWriting(failure);
            }
            catch
            {
                _numbering.Forget();
                throw;
            }

            _numbering.Keep();
        }
    }

    /// <summary>Puts the oldest of the journal in order: about so many entries. True when more waits.</summary>
    /// <exception cref="LogUnavailableException">Nothing has changed.</exception>
    public bool Organise(int maxEntries)
    {
        if (_tail.IsEmpty)
        {
            return false;
        }

        // A lock is not fair: whoever appends goes first.
        var wait = default(SpinWait);
        while (Volatile.Read(ref _appending) > 0)
        {
            wait.SpinOnce();
        }

        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            try
            {
                Step(maxEntries);
                return !_tail.IsEmpty;
            }
            catch (Exception failure) when (failure is SqliteException or InvalidDataException)
            {
                throw LogFailure.OfOrganising(failure);
            }
        }
    }

    /// <summary>
    /// Deletes these entries and events, in one transaction, and rooms that were nothing but their events. Their positions and numbers are never
    /// given again.
    /// </summary>
    public void Delete(IReadOnlyCollection<long> entries, IReadOnlyCollection<ExpiredEvent> events)
    {
        lock (_gate)
        {
            var bare = new List<string>();
            try
            {
                // What was appended meanwhile may be in a room that looks bare without it.
                OrganiseAll();
                _transaction.Run(() => Delete(entries, events, bare));
            }
            catch (Exception failure) when (failure is SqliteException or InvalidDataException)
            {
                throw LogFailure.OfWriting(failure);
            }

            bare.ForEach(_numbering.RemoveRoom);
        }
    }

    /// <summary>Lets the pages go that it keeps in memory.</summary>
    public void GiveBackMemory()
    {
        lock (_gate)
        {
            _connection.ForgetPages();
        }
    }

    /// <summary>For tests of a full disk: the database may not grow beyond so many pages of 4 KB.</summary>
    public void LimitPages(long pages)
    {
        lock (_gate)
        {
            _connection.Run($"PRAGMA max_page_count={pages}");
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _space?.Dispose();
            try
            {
                OrganiseAll();
            }
            catch (Exception failure) when (failure is SqliteException or InvalidDataException)
            {
                // It stays in the journal, and the next start puts it in order or says what is wrong.
            }

            IDisposable[] parts =
                [_checkpoints, _transaction, _journal, _organiser, _entries, _events, _keys, _notePrune, _byId, _connection];
            Array.ForEach(parts, part => part.Dispose());
        }
    }

    private void OrganiseAll()
    {
        while (!_tail.IsEmpty)
        {
            Step(OpeningStep);
        }
    }

    private void Step(int maxEntries)
    {
        var step = _organiser.Step(maxEntries);
        _tail.Remove(step);
        _checkpoints.Note(step.Bytes);
    }

    private void Delete(IReadOnlyCollection<long> entries, IReadOnlyCollection<ExpiredEvent> events, List<string> bare)
    {
        // The index asks how often entries were removed; it knows nothing of events.
        _notePrune.Execute(_numbering.LastPosition, entries.Count > 0 ? 1L : 0L);
        foreach (var position in entries)
        {
            _entries.Delete(position);
        }

        foreach (var happened in events)
        {
            _events.Delete(happened.Position);
        }

        foreach (var room in events.Select(happened => happened.Room).Distinct())
        {
            if (_events.DeleteRoomIfBare(room) is { } key)
            {
                bare.Add(key);
            }
        }
    }

    private bool IsStored(MessageId id)
    {
        OrganiseAll();
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        try
        {
            return _byId.WithBytes(bytes).Next();
        }
        finally
        {
            _byId.Reset();
        }
    }
}
