using Confab.Chat.Messages;
using Confab.Storage.Sqlite.Journal;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>
/// Reads pages. A place is turned into two numbers, one of the room's entries and one of its events, by halving: some twenty steps by an
/// index for a million entries, where an index by room and time would cost every message that is appended. From there a page is read along
/// the index that gives the numbers, so that it costs the same wherever in the room it lies. What is still in the journal comes after it. Within
/// one snapshot.
/// </summary>
internal sealed class PageReader : IDisposable
{
    private const string EntriesBetween = $"""
        SELECT {EntryRow.OfEntry} FROM entries e JOIN rooms r ON r.id = e.room
        WHERE e.room = $0 AND e.number > $1 AND e.number <= $2 AND ($4 OR e.kind IN (1, 2, 3))
        """;

    private const string EventsBetween = $"""
        SELECT {EntryRow.OfEvent} FROM room_events e JOIN rooms r ON r.id = e.room
        WHERE e.room = $0 AND e.number > $1 AND e.number <= $2
        """;

    internal const string EntriesForwards = $"{EntriesBetween} ORDER BY e.number LIMIT $3";
    internal const string EntriesBackwards = $"{EntriesBetween} ORDER BY e.number DESC LIMIT $3";
    internal const string EventsForwards = $"{EventsBetween} ORDER BY e.number LIMIT $3";
    internal const string EventsBackwards = $"{EventsBetween} ORDER BY e.number DESC LIMIT $3";

    internal const string EntryFrom = """
        SELECT e.number, e.number, e.time, e.position FROM entries e
        WHERE e.room = $0 AND e.number >= $1 AND e.number < $2 ORDER BY e.number LIMIT 1
        """;

    internal const string EventFrom = """
        SELECT e.number, e.after_number, e.time, e.position FROM room_events e
        WHERE e.room = $0 AND e.number >= $1 AND e.number < $2 ORDER BY e.number LIMIT 1
        """;

    internal const string LastEntry = "SELECT e.number FROM entries e WHERE e.room = $0 ORDER BY e.number DESC LIMIT 1";
    internal const string LastEvent = "SELECT e.number FROM room_events e WHERE e.room = $0 ORDER BY e.number DESC LIMIT 1";

    // The plus keeps SQLite from going through the whole room.
    internal const string EntryPosition = "SELECT e.position FROM entries e WHERE e.id = $0 AND +e.room = $1";

    internal const string EventPosition = """
        SELECT e.position FROM room_events e WHERE e.id = $0 AND +e.room = $1 ORDER BY e.position LIMIT 1
        """;

    private readonly JournalReader _journal;
    private readonly Statement _entriesForwards;
    private readonly Statement _entriesBackwards;
    private readonly Statement _eventsForwards;
    private readonly Statement _eventsBackwards;
    private readonly Statement _entryFrom;
    private readonly Statement _eventFrom;
    private readonly Statement _lastEntry;
    private readonly Statement _lastEvent;
    private readonly Statement _entryPosition;
    private readonly Statement _eventPosition;

    public PageReader(SqliteConnection connection, JournalReader journal)
    {
        _journal = journal;
        _entriesForwards = new Statement(connection, EntriesForwards, 5);
        _entriesBackwards = new Statement(connection, EntriesBackwards, 5);
        _eventsForwards = new Statement(connection, EventsForwards, 4);
        _eventsBackwards = new Statement(connection, EventsBackwards, 4);
        _entryFrom = new Statement(connection, EntryFrom, 3);
        _eventFrom = new Statement(connection, EventFrom, 3);
        _lastEntry = new Statement(connection, LastEntry, 1);
        _lastEvent = new Statement(connection, LastEvent, 1);
        _entryPosition = new Statement(connection, EntryPosition, 2);
        _eventPosition = new Statement(connection, EventPosition, 2);
    }

    /// <summary>A page; null where the room does not have one of the places.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="room">By which number the tables know the room; null where they do not, and at most the journal does.</param>
    public List<LogEntry>? Read(PageQuery query, long? room)
    {
        if (!TryPlace(query.After, query.RoomKey, room, out var after) || !TryPlace(query.Before, query.RoomKey, room, out var before))
        {
            return null;
        }

        bool IsIn(in JournalEntry entry) =>
            (query.WithEvents || entry.Kind.IsSaid())
            && entry.Number <= query.MaxNumber
            && (after is not { } start || start.Of(entry) > start.Value)
            && (before is not { } end || end.Of(entry) < end.Value);

        List<LogEntry> InTables(int limit) =>
            limit > 0 && room is { } known ? Between(query with { Limit = limit }, known, after, before) : [];

        if (!query.FromNewest)
        {
            var page = InTables(query.Limit);
            page.AddRange(_journal.Forwards(query.RoomKey, IsIn).Take(query.Limit - page.Count));
            return page;
        }

        var newest = _journal.Backwards(query.RoomKey, IsIn).Take(query.Limit).ToList();
        newest.Reverse();
        return [.. InTables(query.Limit - newest.Count), .. newest];
    }

    public void Dispose()
    {
        Statement[] statements =
        [
            _entriesForwards, _entriesBackwards, _eventsForwards, _eventsBackwards,
            _entryFrom, _eventFrom, _lastEntry, _lastEvent, _entryPosition, _eventPosition,
        ];
        Array.ForEach(statements, statement => statement.Dispose());
    }

    private static List<LogEntry> InOrder(List<LogEntry> page, in PageQuery query)
    {
        page.Sort((one, other) => one.Position.CompareTo(other.Position));
        var surplus = Math.Max(0, page.Count - query.Limit);
        page.RemoveRange(query.FromNewest ? 0 : page.Count - surplus, surplus);
        return page;
    }

    private List<LogEntry> Between(in PageQuery query, long room, Place? after, Place? before)
    {
        var (from, to) = Ends(_entryFrom, _lastEntry, query.MaxNumber, room, after, before);
        var entries = query.FromNewest ? _entriesBackwards : _entriesForwards;
        var page = All(entries, room, from, to, (long)query.Limit, query.WithEvents ? 1L : 0L);
        if (query.WithEvents)
        {
            (from, to) = Ends(_eventFrom, _lastEvent, query.MaxNumber, room, after, before);
            page.AddRange(All(query.FromNewest ? _eventsBackwards : _eventsForwards, room, from, to, (long)query.Limit));
        }

        return InOrder(page, query);
    }

    // The numbers between which the page lies: after the first, up to the second.
    private static (long After, long UpTo) Ends(Statement rowFrom, Statement lastRow, long maxNumber, long room, Place? after, Place? before)
    {
        var last = Number(lastRow, room) ?? 0;
        var upTo = before is null && maxNumber == long.MaxValue
            ? last
            : LastWhere(rowFrom, room, last, row => row.Entry <= maxNumber && (before is not { } end || end.Of(row) < end.Value));
        return (after is { } start ? LastWhere(rowFrom, room, upTo, row => start.Of(row) <= start.Value) : 0, upTo);
    }

    // Halving: the last number up to which the rows are on the near side. The stretch shrinks in each step, whatever the rows hold.
    private static long LastWhere(Statement rowFrom, long room, long last, Func<Row, bool> isNear)
    {
        var (near, far) = (0L, last + 1);
        while (far - near > 1)
        {
            var middle = near + ((far - near) / 2);
            using var rows = rowFrom.Query(room, middle, far);
            if (rows.Read() && isNear(new Row(rows.GetInt64(1), rows.GetInt64(2), rows.GetInt64(3))))
            {
                near = rows.GetInt64(0);
            }
            else
            {
                far = middle;
            }
        }

        return near;
    }

    // False where the point is an id that the room does not have.
    private bool TryPlace(HistoryPoint? point, string key, long? room, out Place? place)
    {
        place = point is null ? null : point.Id is { } id ? PlaceOf(id, key, room) : new Place(ById: false, StoredValue.Of(point.Time));
        return point is null || place is not null;
    }

    private Place? PlaceOf(MessageId id, string key, long? room)
    {
        var position = room is { } known ? Position(_entryPosition, id, known) : null;
        if (position is null)
        {
            var (entry, happened) = _journal.Find(id, key);
            position = entry?.Position ?? (room is { } there ? Position(_eventPosition, id, there) : null) ?? happened?.Position;
        }

        return position is { } found ? new Place(ById: true, found) : null;
    }

    private static long? Position(Statement position, MessageId id, long room) => Number(position, StoredValue.Of(id), room);

    private static long? Number(Statement statement, params ReadOnlySpan<object> values)
    {
        using var rows = statement.Query(values);
        return rows.Read() ? rows.GetInt64(0) : null;
    }

    private static List<LogEntry> All(Statement statement, params ReadOnlySpan<object> values)
    {
        using var rows = statement.Query(values);
        return EntryRow.ReadAll(rows);
    }

    private readonly record struct Row(long Entry, long Time, long Position);

    private readonly record struct Place(bool ById, long Value)
    {
        public long Of(Row row) => ById ? row.Position : row.Time;

        public long Of(in JournalEntry entry) => ById ? entry.Position : entry.Time;
    }
}
