using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>Finds what a retention policy no longer keeps.</summary>
internal sealed class ExpiryReader(SqliteConnection connection) : IDisposable
{
    // CROSS JOIN tells SQLite to go room by room, each by its index, instead of through all entries.
    private const string EntriesByRoom = $"SELECT {EntryRow.OfEntry} FROM rooms r CROSS JOIN entries e ON e.room = r.id";
    private const string EventsByRoom = "SELECT e.position, e.room FROM rooms r CROSS JOIN room_events e ON e.room = r.id";

    private readonly Statement _oldEntries = new(connection, $"""
        SELECT {EntryRow.OfEntry} FROM entries e JOIN rooms r ON r.id = e.room WHERE e.time < $0 ORDER BY e.time LIMIT $1
        """, 2);

    private readonly Statement _surplusEntries = new(connection, $"{EntriesByRoom} WHERE e.number <= r.last_number - $0 LIMIT $1", 2);

    private readonly Statement _oldEvents = new(connection, """
        SELECT e.position, e.room FROM room_events e WHERE e.time < $0 ORDER BY e.time LIMIT $1
        """, 2);

    private readonly Statement _eventsOfSurplusEntries = new(
        connection, $"{EventsByRoom} WHERE r.last_event > 0 AND e.after_number <= r.last_number - $0 LIMIT $1", 2);

    private readonly Statement _surplusEvents = new(
        connection, $"{EventsByRoom} WHERE r.last_event > $0 AND e.number <= r.last_event - $0 LIMIT $1", 2);

    /// <summary>Entries that are kept no longer; so many at most, each once.</summary>
    public List<IndexableEntry> Entries(RetentionPolicy policy, DateTimeOffset now, int count)
    {
        var expired = new List<IndexableEntry>();
        if (policy.MaxAge is { } age)
        {
            using var rows = _oldEntries.Query(StoredValue.Of(LogRules.OldestKept(age, now)), (long)count);
            expired.AddRange(EntryRow.ReadAllIndexable(rows));
        }

        if (policy.MaxEntriesPerRoom is { } most && expired.Count < count)
        {
            using var rows = _surplusEntries.Query(most, (long)count);
            expired.AddRange(EntryRow.ReadAllIndexable(rows));
        }

        return [.. expired.DistinctBy(entry => entry.Position).Take(count)];
    }

    /// <summary>Events that are kept no longer; so many at most, each once.</summary>
    public List<ExpiredEvent> Events(RetentionPolicy policy, DateTimeOffset now, int count)
    {
        var expired = new HashSet<ExpiredEvent>();
        if (policy.MaxAge is { } age)
        {
            AddTo(expired, _oldEvents, StoredValue.Of(LogRules.OldestKept(age, now)), count);
        }

        if (policy.MaxEntriesPerRoom is { } most)
        {
            AddTo(expired, _eventsOfSurplusEntries, most, count);
            AddTo(expired, _surplusEvents, most, count);
        }

        return [.. expired.Take(count)];
    }

    public void Dispose()
    {
        Statement[] statements = [_oldEntries, _surplusEntries, _oldEvents, _eventsOfSurplusEntries, _surplusEvents];
        Array.ForEach(statements, statement => statement.Dispose());
    }

    private static void AddTo(HashSet<ExpiredEvent> expired, Statement statement, long bound, int count)
    {
        if (expired.Count >= count)
        {
            return;
        }

        using var rows = statement.Query(bound, (long)count);
        while (rows.Read())
        {
            expired.Add(new ExpiredEvent(rows.GetInt64(0), rows.GetInt64(1)));
        }
    }
}
