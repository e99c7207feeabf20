using Confab.Chat.Messages;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>
/// One connection that reads <c>messages.db</c>. Every question is answered whole before it returns, so that no snapshot
/// stays open and keeps the write-ahead log from being emptied. Not for two threads at once.
/// </summary>
internal sealed class LogReader : IDisposable
{
    private const string Columns = "SELECT e.position, e.id, r.name, r.key, e.number, e.kind, e.author, e.time, e.text, e.room";

    private const string Entries = $"{Columns} FROM entries e JOIN rooms r ON r.id = e.room";

    // CROSS JOIN tells SQLite to go room by room, each by its index, instead of through all entries.
    private const string EntriesByRoom = $"{Columns} FROM rooms r CROSS JOIN entries e ON e.room = r.id";

    private readonly SqliteConnection _connection;
    private readonly Statement _rooms;
    private readonly Statement _roomId;
    private readonly Statement _oldest;
    private readonly Statement _newest;
    private readonly Statement _byId;
    private readonly Statement _byPosition;
    private readonly Statement _backwards;
    private readonly Statement _forwards;
    private readonly Statement _tooOld;
    private readonly Statement _tooMany;

    public LogReader(SqliteConnection connection)
    {
        _connection = connection;
        _rooms = new Statement(
            connection, "SELECT name, key, created, last_number, topic, topic_author, topic_time FROM rooms ORDER BY id");
        _roomId = new Statement(connection, "SELECT id FROM rooms WHERE key = $0", 1);
        _oldest = new Statement(
            connection, $"{Entries} WHERE r.key = $0 AND e.number > $1 AND e.number < $2 ORDER BY e.number LIMIT $3", 4);
        _newest = new Statement(
            connection, $"{Entries} WHERE r.key = $0 AND e.number > $1 AND e.number < $2 ORDER BY e.number DESC LIMIT $3", 4);
        _byId = new Statement(connection, $"{Entries} WHERE e.id = $0", 1);
        _byPosition = new Statement(connection, $"{Entries} WHERE e.position = $0", 1);
        _backwards = new Statement(
            connection, $"{Entries} WHERE e.position > $0 AND e.position < $1 ORDER BY e.position DESC LIMIT $2", 3);
        _forwards = new Statement(connection, $"{Entries} WHERE e.position > $0 ORDER BY e.position LIMIT $1", 2);
        _tooOld = new Statement(connection, $"{Entries} WHERE e.time < $0 ORDER BY e.time LIMIT $1", 2);
        _tooMany = new Statement(connection, $"{EntriesByRoom} WHERE e.number <= r.last_number - $0 LIMIT $1", 2);
    }

    public List<StoredRoom> Rooms()
    {
        var rooms = new List<StoredRoom>();
        using var rows = _rooms.Query();
        while (rows.Read())
        {
            var topic = rows.IsDBNull(4) ? null : new StoredTopic(rows.GetString(4), rows.GetString(5), rows.Time(6));
            rooms.Add(new StoredRoom(rows.GetString(0), rows.GetString(1), rows.Time(2), rows.GetInt64(3), topic));
        }

        return rooms;
    }

    /// <summary>The log's own id.</summary>
    public Guid LogId()
    {
        using var statement = new Statement(_connection, "SELECT log_id FROM log");
        using var rows = statement.Query();
        return rows.Read() ? rows.Guid(0) : throw new InvalidDataException("The log has no id.");
    }

    /// <summary>How often retention has removed entries.</summary>
    public long Prunes() => _connection.Number("SELECT prunes FROM log");

    /// <summary>The number by which the database knows a room, or null.</summary>
    public long? RoomId(string key)
    {
        using var rows = _roomId.Query(key);
        return rows.Read() ? rows.GetInt64(0) : null;
    }

    public List<LogEntry> Range(in RangeQuery query)
    {
        var statement = query.FromNewest ? _newest : _oldest;
        using var rows = statement.Query(query.RoomKey, query.After, query.Before, (long)query.Limit);
        var entries = All(rows);
        if (query.FromNewest)
        {
            entries.Reverse();
        }

        return entries;
    }

    public LogEntry? Find(MessageId id)
    {
        using var rows = _byId.Query(StoredValue.Of(id));
        return rows.Read() ? Entry(rows) : null;
    }

    /// <summary>The entry at a position, if it is still there and passes the filter.</summary>
    public LogEntry? At(long position, EntryFilter filter)
    {
        using var rows = _byPosition.Query(position);
        return rows.Read() && Passes(rows, filter) ? Entry(rows) : null;
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
                found.Add(Entry(rows));
            }
        }

        return seen < count && found.Count < limit ? after : before;
    }

    /// <summary>The next entries after a position, for the index.</summary>
    public List<IndexableEntry> Forwards(long after, int count)
    {
        using var rows = _forwards.Query(after, (long)count);
        return AllIndexable(rows);
    }

    /// <summary>The entry at a position as the index needs it, or null.</summary>
    public IndexableEntry? IndexableAt(long position)
    {
        using var rows = _byPosition.Query(position);
        return AllIndexable(rows).FirstOrDefault();
    }

    /// <summary>Entries that the policy no longer keeps; so many at most, each once.</summary>
    public List<IndexableEntry> Expired(RetentionPolicy policy, DateTimeOffset now, int count)
    {
        var expired = new List<IndexableEntry>();
        if (policy.MaxAge is { } age)
        {
            using var rows = _tooOld.Query(StoredValue.Of(LogRules.OldestKept(age, now)), (long)count);
            expired.AddRange(AllIndexable(rows));
        }

        if (policy.MaxEntriesPerRoom is { } most && expired.Count < count)
        {
            using var rows = _tooMany.Query(most, (long)count);
            expired.AddRange(AllIndexable(rows));
        }

        return [.. expired.DistinctBy(entry => entry.Position).Take(count)];
    }

    public void Dispose()
    {
        Statement[] statements =
            [_rooms, _roomId, _oldest, _newest, _byId, _byPosition, _backwards, _forwards, _tooOld, _tooMany];
        Array.ForEach(statements, statement => statement.Dispose());
        _connection.Dispose();
    }

    private static bool Passes(SqliteDataReader row, EntryFilter filter) =>
        filter.Accepts(row.GetInt64(9), (MessageKind)row.GetInt32(5)) && filter.Accepts(row.GetString(8));

    private static List<LogEntry> All(SqliteDataReader rows)
    {
        var entries = new List<LogEntry>();
        while (rows.Read())
        {
            entries.Add(Entry(rows));
        }

        return entries;
    }

    private static List<IndexableEntry> AllIndexable(SqliteDataReader rows)
    {
        var entries = new List<IndexableEntry>();
        while (rows.Read())
        {
            entries.Add(new IndexableEntry(
                rows.GetInt64(0), new MessageId(rows.Guid(1)), rows.GetInt64(9), (MessageKind)rows.GetInt32(5), rows.GetString(8)));
        }

        return entries;
    }

    private static LogEntry Entry(SqliteDataReader row) => new(
        row.GetInt64(0),
        new MessageId(row.Guid(1)),
        row.GetString(2),
        row.GetString(3),
        row.GetInt64(4),
        (MessageKind)row.GetInt32(5),
        row.GetString(6),
        row.Time(7),
        row.GetString(8));
}
