using Confab.Chat.Messages;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Confab.Storage.Sqlite;

/// <summary>
/// The one connection that changes <c>messages.db</c>. A transaction either happens whole, in the database and in what is cached
/// of it, or not at all. One caller at a time, which the lock inside sees to.
/// </summary>
internal sealed class LogWriter : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private readonly Statement _notePrune;
    private readonly EntryTable _entries;
    private readonly EventTable _events;
    private readonly RecordTable _records;
    private readonly RoomLedger _rooms;
    private readonly ResendKeyTable _keys;
    private long _lastPosition;
    private bool _disposed;

    public LogWriter(SqliteConnection connection)
    {
        _connection = connection;
        _begin = new Statement(connection, "BEGIN IMMEDIATE");
        _commit = new Statement(connection, "COMMIT");
        _rollback = new Statement(connection, "ROLLBACK");
        _notePrune = new Statement(connection, "UPDATE log SET last_position = $0, prunes = prunes + $1", 2);
        _entries = new EntryTable(connection);
        _events = new EventTable(connection);
        _records = new RecordTable(connection);
        _rooms = new RoomLedger(connection);
        _keys = new ResendKeyTable(connection);
        _lastPosition = connection.Number("""
            SELECT max(
              last_position,
              coalesce((SELECT max(position) FROM entries), 0),
              coalesce((SELECT max(position) FROM room_events), 0))
            FROM log
            """);
    }

    /// <exception cref="LogUnavailableException">Nothing was kept.</exception>
    /// <exception cref="ArgumentException">An id of the batch is in the log already; nothing was kept.</exception>
    public void Append(LogBatch batch, Span<AppendResult> results)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var position = _lastPosition;
            try
            {
                _begin.Execute();
                for (var i = 0; i < batch.Entries.Count; i++)
                {
                    results[i] = Append(batch.Entries[i], ref position);
                }

                foreach (var record in batch.Records)
                {
                    _records.Set(record);
                }

                _rooms.Write();
                if (batch.Entries is [.., var newest])
                {
                    _keys.SweepSome(newest.Time);
                }

                _commit.Execute();
            }
            catch (SqliteException failure)
            {
                Undo();
                throw LogFailure.OfWriting(failure);
            }
            catch
            {
                Undo();
                throw;
            }

            _rooms.Keep();
            _lastPosition = position;
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
                _begin.Execute();

                // The index asks how often entries were removed; it knows nothing of events.
                _notePrune.Execute(_lastPosition, entries.Count > 0 ? 1L : 0L);
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

                _commit.Execute();
            }
            catch (SqliteException failure)
            {
                Undo();
                throw LogFailure.OfWriting(failure);
            }

            bare.ForEach(_rooms.Remove);
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
            IDisposable[] parts = [_begin, _commit, _rollback, _notePrune, _entries, _events, _records, _rooms, _keys];
            Array.ForEach(parts, part => part.Dispose());
            _connection.Dispose();
        }
    }

    private AppendResult Append(EntryDraft draft, ref long position)
    {
        var time = LogRules.StoredTime(draft.Time);
        return draft.Kind.TakesNumber() ? AppendEntry(draft, time, ref position) : AppendEvent(draft, time, ref position);
    }

    private AppendResult AppendEvent(EntryDraft draft, DateTimeOffset time, ref long position)
    {
        var room = _rooms.Enter(draft, time);
        room.LastEvent++;
        _events.Insert(++position, room, draft, time);
        return new AppendResult(room.LastNumber, draft.Id, time, IsDuplicate: false);
    }

    private AppendResult AppendEntry(EntryDraft draft, DateTimeOffset time, ref long position)
    {
        if (draft.Key is { } key && _keys.Find(key, time) is { } first)
        {
            return first;
        }

        var room = _rooms.Enter(draft, time);
        if (++room.LastNumber == 1)
        {
            _rooms.Begin(room, draft);
        }

        if (draft.Kind.IsSaid())
        {
            room.LastSaid = StoredValue.Of(time);
        }

        _entries.Insert(++position, room, draft, time);
        var result = new AppendResult(room.LastNumber, draft.Id, time, IsDuplicate: false);
        if (draft.Kind == MessageKind.Topic)
        {
            room.Topic = draft.Text.Length == 0 ? null : new StoredTopic(draft.Text, draft.Author, time);
            room.TopicChanged = true;
        }

        if (draft.Key is { } newKey)
        {
            _keys.Remember(newKey, result);
        }

        return result;
    }

    // Some failures (a full disk among them) make SQLite roll back by itself; to roll back once more would be an error.
    private void Undo()
    {
        _rooms.Forget();
        if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            _rollback.Execute();
        }
    }
}
