using Confab.Chat.Messages;
using Confab.Storage.Sqlite.Journal;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>
/// One connection that reads <c>messages.db</c>. Every question is answered whole before it returns, so that no snapshot
/// stays open and keeps the write-ahead log from being emptied. Not for two threads at once.
/// </summary>
internal sealed class LogReader : IDisposable
{
    private const string Entries = $"SELECT {EntryRow.OfEntry} FROM entries e JOIN rooms r ON r.id = e.room";
    private const string Events = $"SELECT {EntryRow.OfEvent} FROM room_events e JOIN rooms r ON r.id = e.room";

    private readonly SqliteConnection _connection;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rooms;
    private readonly Statement _roomId;
    private readonly Statement _byId;
    private readonly Statement _eventById;
    private readonly Statement _byPosition;
    private readonly Statement _backwards;
    private readonly Statement _forwards;
    private readonly Statement _records;
    private readonly JournalReader _journal;
    private readonly RangeReader _ranges;
    private readonly PageReader _pages;
    private readonly ExpiryReader _expiry;

    public LogReader(SqliteConnection connection)
    {
        _connection = connection;
        _begin = new Statement(connection, "BEGIN");
        _commit = new Statement(connection, "COMMIT");
        _rooms = new Statement(connection, """
            SELECT name, key, created, last_number, topic, topic_author, topic_time, last_said FROM rooms WHERE last_number > 0 ORDER BY id
            """);
        _roomId = new Statement(connection, "SELECT id FROM rooms WHERE key = $0", 1);
        _byId = new Statement(connection, $"{Entries} WHERE e.id = $0", 1);
        _eventById = new Statement(connection, $"{Events} WHERE e.id = $0 ORDER BY e.position LIMIT 1", 1);
        _byPosition = new Statement(connection, $"{Entries} WHERE e.position = $0", 1);
        _backwards = new Statement(
            connection, $"{Entries} WHERE e.position > $0 AND e.position < $1 ORDER BY e.position DESC LIMIT $2", 3);
        _forwards = new Statement(connection, $"{Entries} WHERE e.position > $0 ORDER BY e.position LIMIT $1", 2);
        _records = new Statement(connection, "SELECT kind, key, value FROM records");
        _journal = new JournalReader(connection);
        _ranges = new RangeReader(connection, _journal);
        _pages = new PageReader(connection, _journal);
        _expiry = new ExpiryReader(connection);
    }

    public List<StoredRoom> Rooms()
    {
        var rooms = new List<StoredRoom>();
        using var rows = _rooms.Query();
        while (rows.Read())
        {
            var topic = rows.IsDBNull(4) ? null : new StoredTopic(rows.GetString(4), rows.GetString(5), rows.Time(6));
            rooms.Add(new StoredRoom(rows.GetString(0), rows.GetString(1), rows.Time(2), rows.GetInt64(3), topic, rows.IsDBNull(7) ? null : rows.Time(7)));
        }

        return rooms;
    }

    public List<StoredRecord> Records()
    {
        var records = new List<StoredRecord>();
        using var rows = _records.Query();
        while (rows.Read())
        {
            records.Add(new StoredRecord(rows.GetString(0), rows.GetString(1), rows.GetString(2)));
        }

        return records;
    }

    /// <summary>The log's own id.</summary>
    public Guid LogId()
    {
        using var statement = new Statement(_connection, "SELECT log_id FROM log");
        using var rows = statement.Query();
        return rows.Read() ? rows.Guid(0) : throw new InvalidDataException("The log has no id.");
    }

    /// <summary>The latest time of all that was remembered of any room, or null.</summary>
    public DateTimeOffset? LastTime()
    {
        using var statement = new Statement(_connection, "SELECT max(last_time) FROM rooms");
        using var rows = statement.Query();
        return rows.Read() && !rows.IsDBNull(0) ? rows.Time(0) : null;
    }

    /// <summary>How often retention has removed entries.</summary>
    public long Prunes() => _connection.Number("SELECT prunes FROM log");

    /// <summary>The number by which the database knows a room, or null.</summary>
    public long? RoomId(string key)
    {
        using var rows = _roomId.Query(key);
        return rows.Read() ? rows.GetInt64(0) : null;
    }

    public List<LogEntry> Range(RangeQuery query) => InSnapshot(() => _ranges.Read(query));

    /// <inheritdoc cref="IMessageLog.Page"/>
    public List<LogEntry>? Page(PageQuery query) => InSnapshot(() => _pages.Read(query, RoomId(query.RoomKey)));

    public LogEntry? Find(MessageId id) => InSnapshot(() =>
    {
        if (FirstOf(_byId, id) is { } entry)
        {
            return entry;
        }

        var (inJournal, eventInJournal) = _journal.Find(id);
        return inJournal ?? FirstOf(_eventById, id) ?? eventInJournal;
    });

    /// <inheritdoc cref="JournalReader.Backwards(ref JournalPlace, int, EntryTest, List{LogEntry}, int)"/>
    public bool JournalBackwards(ref JournalPlace place, int count, EntryTest test, List<LogEntry> found, int limit) =>
        _journal.Backwards(ref place, count, test, found, limit);

    /// <summary>The entry at a position, if it is still there and passes the filter.</summary>
    public LogEntry? At(long position, EntryFilter filter)
    {
        using var rows = _byPosition.Query(position);
        return rows.Read() && Passes(rows, filter) ? EntryRow.Read(rows) : null;
    }

    /// <summary>Looks at no more than <paramref name="count"/> entries between two positions, newest first.</summary>
    /// <param name="after">Only larger positions.</param>
    /// <param name="before">Only smaller positions.</param>
    /// <param name="count">So many at most.</param>
    /// <param name="filter">What to collect.</param>
    /// <param name="found">Gets those that pass, until it has <paramref name="limit"/>.</param>
    /// <param name="limit">How many <paramref name="found"/> may have.</param>
    /// <returns>Where to go on (as <paramref name="before"/>), or <paramref name="after"/> when nothing is left.</returns>
    public long Backwards(long after, long before, int count, EntryFilter filter, List<LogEntry> found, int limit)
    {
        using var rows = _backwards.Query(after, before, (long)count);
        var seen = 0;
        for (; found.Count < limit && rows.Read(); seen++)
        {
            before = rows.GetInt64(0);
            if (Passes(rows, filter))
            {
                found.Add(EntryRow.Read(rows));
            }
        }

        return seen < count && found.Count < limit ? after : before;
    }

    /// <summary>The next entries after a position, for the index.</summary>
    public List<IndexableEntry> Forwards(long after, int count)
    {
        using var rows = _forwards.Query(after, (long)count);
        return EntryRow.ReadAllIndexable(rows);
    }

    /// <summary>The entry at a position as the index needs it, or null.</summary>
    public IndexableEntry? IndexableAt(long position)
    {
        using var rows = _byPosition.Query(position);
        return EntryRow.ReadAllIndexable(rows).FirstOrDefault();
    }

    /// <inheritdoc cref="ExpiryReader.Entries"/>
    public List<IndexableEntry> Expired(RetentionPolicy policy, DateTimeOffset now, int count) => _expiry.Entries(policy, now, count);

    /// <inheritdoc cref="ExpiryReader.Events"/>
    public List<ExpiredEvent> ExpiredEvents(RetentionPolicy policy, DateTimeOffset now, int count) => _expiry.Events(policy, now, count);

    public void Dispose()
    {
        IDisposable[] parts =
            [_begin, _commit, _rooms, _roomId, _byId, _eventById, _byPosition, _backwards, _forwards, _records, _journal, _ranges, _pages, _expiry];
        Array.ForEach(parts, part => part.Dispose());
        _connection.Dispose();
    }

    private static bool Passes(SqliteDataReader row, EntryFilter filter) =>
        filter.Accepts(row.GetInt64(9), (MessageKind)row.GetInt32(5)) && filter.Accepts(row.GetString(8));

    // One view for all the steps of a question: what is not in the journal is in the tables. After a failure the connection is not used again.
    private T InSnapshot<T>(Func<T> question)
    {
        _begin.Execute();
        var answer = question();
        _commit.Execute();
        return answer;
    }

    private static LogEntry? FirstOf(Statement statement, MessageId id)
    {
        using var rows = statement.Query(StoredValue.Of(id));
        return rows.Read() ? EntryRow.Read(rows) : null;
    }
}
