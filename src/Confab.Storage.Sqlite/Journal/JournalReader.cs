using Confab.Chat.Messages;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite.Journal;

/// <summary>
/// Reads what is still in the journal, for one of the connections that read. What is there comes after all that is in the tables of the same
/// snapshot. It costs a look at every batch that names the room, which the bound of the journal keeps short.
/// </summary>
internal sealed class JournalReader(SqliteConnection connection) : IDisposable
{
    private readonly DirectStatement _forwards = new(connection, "SELECT number, batch FROM journal ORDER BY number");
    private readonly DirectStatement _backwards = new(connection, "SELECT number, batch FROM journal WHERE number < $0 ORDER BY number DESC");

    /// <summary>What passes of a room, oldest first; read as far as it is taken.</summary>
    public IEnumerable<LogEntry> Forwards(string roomKey, EntryTest test) => Rows(_forwards, roomKey, test).SelectMany(row => row);

    /// <summary>What passes of a room, newest first; read as far as it is taken.</summary>
    public IEnumerable<LogEntry> Backwards(string roomKey, EntryTest test)
    {
        foreach (var row in Rows(_backwards.With(long.MaxValue), roomKey, test))
        {
            for (var i = row.Count - 1; i >= 0; i--)
            {
                yield return row[i];
            }
        }
    }

    /// <summary>The entry with an id, or else the first of the events with it; of one room where that is given.</summary>
    public (LogEntry? Entry, LogEntry? Event) Find(MessageId id, string? roomKey = null)
    {
        var wanted = StoredValue.Of(id);
        LogEntry? happened = null;
        foreach (var row in Rows(_forwards, roomKey, (in JournalEntry entry) => entry.Id.SequenceEqual(wanted)))
        {
            foreach (var found in row)
            {
                if (found.Kind.TakesNumber())
                {
                    return (found, happened);
                }

                happened ??= found;
            }
        }

        return (null, happened);
    }

    /// <summary>
    /// Goes back through the journal, whole batches until <paramref name="count"/> entries were looked at. What is left of it, a later call reads,
    /// in a snapshot of its own; what was put in order meanwhile is then in the tables, below the place that was reached.
    /// </summary>
    /// <param name="place">Where to go on from; moves.</param>
    /// <param name="count">So many entries, and the rest of a batch.</param>
    /// <param name="test">What to collect.</param>
    /// <param name="found">Gets those that pass, newest first, until it has <paramref name="limit"/>.</param>
    /// <param name="limit">How many <paramref name="found"/> may have.</param>
    /// <returns>False when nothing is left.</returns>
    public bool Backwards(ref JournalPlace place, int count, EntryTest test, List<LogEntry> found, int limit)
    {
        try
        {
            _backwards.With(place.BeforeRow);
            for (var seen = 0; seen < count && found.Count < limit;)
            {
                if (!_backwards.Next())
                {
                    return false;
                }

                var batch = new BatchReader(_backwards.Bytes(1));
                var row = Passing(ref batch, roomKey: null, test);
                row.Reverse();
                found.AddRange(row.Take(limit - found.Count));
                place = new JournalPlace(_backwards.Number(0), batch.FirstPosition);
                seen += batch.Count;
            }

            return true;
        }
        finally
        {
            _backwards.Reset();
        }
    }

    public void Dispose()
    {
        _forwards.Dispose();
        _backwards.Dispose();
    }

    private static IEnumerable<List<LogEntry>> Rows(DirectStatement statement, string? roomKey, EntryTest test)
    {
        try
        {
            while (statement.Next())
            {
                yield return Passing(statement.Bytes(1), roomKey, test);
            }
        }
        finally
        {
            statement.Reset();
        }
    }

    private static List<LogEntry> Passing(ReadOnlySpan<byte> row, string? roomKey, EntryTest test)
    {
        var batch = new BatchReader(row);
        return Passing(ref batch, roomKey, test);
    }

    private static List<LogEntry> Passing(ref BatchReader batch, string? roomKey, EntryTest test)
    {
        if (roomKey is not null && !Array.Exists(batch.Rooms, room => room.Key == roomKey))
        {
            return [];
        }

        var passing = new List<LogEntry>();
        while (batch.Next(out var entry))
        {
            if ((roomKey is null || entry.Room.Key == roomKey) && test(entry))
            {
                passing.Add(entry.ToLogEntry());
            }
        }

        return passing;
    }
}
