using Confab.Chat.Messages;
using Confab.Storage.Sqlite.Journal;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>Reads stretches of rooms by number: what is in the tables, and after it what is in the journal. Within one snapshot.</summary>
internal sealed class RangeReader(SqliteConnection connection, JournalReader journal) : IDisposable
{
    private const string Between = $"""
        SELECT {EntryRow.OfEntry} FROM entries e JOIN rooms r ON r.id = e.room
        WHERE r.key = $0 AND e.number > $1 AND e.number < $2
        """;

    private readonly Statement _oldest = new(connection, $"{Between} ORDER BY e.number LIMIT $3", 4);
    private readonly Statement _newest = new(connection, $"{Between} ORDER BY e.number DESC LIMIT $3", 4);

    public List<LogEntry> Read(in RangeQuery query)
    {
        var (after, before, limit) = (query.After, query.Before, query.Limit);
        bool IsIn(in JournalEntry entry) => entry.Kind.TakesNumber() && entry.Number > after && entry.Number < before;

        if (!query.FromNewest)
        {
            var found = InTables(_oldest, query, limit);
            if (found.Count < limit)
            {
                found.AddRange(journal.Forwards(query.RoomKey, IsIn).Take(limit - found.Count));
            }

            return found;
        }

        var newest = journal.Backwards(query.RoomKey, IsIn).Take(limit).ToList();
        if (newest.Count < limit)
        {
            newest.AddRange(InTables(_newest, query, limit - newest.Count));
        }

        newest.Reverse();
        return newest;
    }

    public void Dispose()
    {
        _oldest.Dispose();
        _newest.Dispose();
    }

    private static List<LogEntry> InTables(Statement statement, in RangeQuery query, int limit)
    {
        using var rows = statement.Query(query.RoomKey, query.After, query.Before, (long)limit);
        return EntryRow.ReadAll(rows);
    }
}
