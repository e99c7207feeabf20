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
    private readonly Statement _insertEntry;
    private readonly Statement _deleteEntry;
    private readonly Statement _notePrune;
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
        _insertEntry = new Statement(connection, """
            INSERT INTO entries (position, room, number, id, kind, author, time, text) VALUES ($0, $1, $2, $3, $4, $5, $6, $7)
            """, 8);
        _deleteEntry = new Statement(connection, "DELETE FROM entries WHERE position = $0", 1);
        _notePrune = new Statement(connection, "UPDATE log SET last_position = $0, prunes = prunes + 1", 1);
        _rooms = new RoomLedger(connection);
        _keys = new ResendKeyTable(connection);
        _lastPosition = connection.Number("SELECT max(last_position, coalesce((SELECT max(position) FROM entries), 0)) FROM log");
    }

    /// <exception cref="LogUnavailableException">Nothing was kept.</exception>
    /// <exception cref="ArgumentException">An id of the batch is in the log already; nothing was kept.</exception>
    public void Append(IReadOnlyList<EntryDraft> batch, Span<AppendResult> results)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var position = _lastPosition;
            try
            {
                _begin.Execute();
                for (var i = 0; i < batch.Count; i++)
                {
                    results[i] = Append(batch[i], ref position);
                }

                _rooms.Write();
                _keys.SweepSome(batch[^1].Time);
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

    /// <summary>Deletes these entries, in one transaction; their positions and numbers are never given again.</summary>
    public void Delete(IEnumerable<long> positions)
    {
        lock (_gate)
        {
            try
            {
                _begin.Execute();
                _notePrune.Execute(_lastPosition);
                foreach (var position in positions)
                {
                    _deleteEntry.Execute(position);
                }

                _commit.Execute();
            }
            catch (SqliteException failure)
            {
                Undo();
                throw LogFailure.OfWriting(failure);
            }
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
            Statement[] statements = [_begin, _commit, _rollback, _insertEntry, _deleteEntry, _notePrune];
            Array.ForEach(statements, statement => statement.Dispose());
            _rooms.Dispose();
            _keys.Dispose();
            _connection.Dispose();
        }
    }

    private AppendResult Append(EntryDraft draft, ref long position)
    {
        var time = LogRules.StoredTime(draft.Time);
        if (draft.Key is { } key && _keys.Find(key, time) is { } first)
        {
            return first;
        }

        var room = _rooms.Enter(draft);
        var result = new AppendResult(++room.LastNumber, draft.Id, time, IsDuplicate: false);
        try
        {
            _insertEntry.Execute(
                ++position,
                room.Id,
                result.Number,
                StoredValue.Of(draft.Id),
                (long)draft.Kind,
                draft.Author,
                StoredValue.Of(time),
                draft.Text);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == raw.SQLITE_CONSTRAINT)
        {
            throw LogRules.KnownId(draft.Id);
        }

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
