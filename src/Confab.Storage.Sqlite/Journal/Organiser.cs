using Confab.Chat.Messages;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite.Journal;

/// <summary>
/// Puts the batches of the journal in order: their entries, events, rooms, keys and records into the tables with their indexes, the rows out of
/// the journal, in one transaction. It may be cut off at any moment, and each is in one of the two places.
/// </summary>
internal sealed class Organiser : IDisposable
{
    private readonly JournalTable _journal;
    private readonly ResendKeyTable _keys;
    private readonly EntryTable _entries;
    private readonly EventTable _events;
    private readonly RecordTable _records;
    private readonly RoomTable _rooms;
    private readonly WriteTransaction _transaction;
    private readonly Dictionary<long, JournalRoom> _touched = [];

    public Organiser(
        SqliteConnection connection, WriteTransaction transaction, JournalTable journal, ResendKeyTable keys, EntryTable entries, EventTable events)
    {
        _transaction = transaction;
        _journal = journal;
        _keys = keys;
        _entries = entries;
        _events = events;
        _records = new RecordTable(connection);
        _rooms = new RoomTable(connection);
    }

    /// <summary>Puts the oldest batches in order: whole ones, until they have <paramref name="maxEntries"/> or more. None, where there are none.</summary>
    /// <exception cref="SqliteException">It could not be written; nothing has changed.</exception>
    /// <exception cref="InvalidDataException">A batch is not as it was written; nothing has changed.</exception>
    public OrganisedStep Step(int maxEntries)
    {
        var (batches, entries, bytes) = (0, 0, 0L);
        var keys = new List<(ResendKey, MessageId)>();
        _touched.Clear();

        // Not waited for: what it moves is on the disk already, and the next commit that is waited for takes it along.
        _transaction.RunUnsynced(() =>
        {
            var newest = long.MinValue;
            _journal.Take(blob =>
            {
                var batch = new BatchReader(blob);
                (batches, entries, bytes) = (batches + 1, entries + batch.Count, bytes + blob.Length);
                newest = Math.Max(newest, Put(ref batch, keys));
                return entries < maxEntries;
            });
            foreach (var room in _touched.Values)
            {
                _rooms.Set(room);
            }

            if (keys.Count > 0)
            {
                _keys.SweepSome(DateTimeOffset.FromUnixTimeMilliseconds(newest));
            }
        });
        return new OrganisedStep(batches, entries, bytes, keys);
    }

    public void Dispose()
    {
        _records.Dispose();
        _rooms.Dispose();
    }

    // The time of its newest entry or event.
    private long Put(ref BatchReader batch, List<(ResendKey Key, MessageId Id)> keys)
    {
        var newest = long.MinValue;
        foreach (var room in batch.Rooms)
        {
            _touched[room.Id] = _touched.TryGetValue(room.Id, out var older) ? room.After(older) : room;
        }

        while (batch.Next(out var entry))
        {
            newest = entry.Time;
            if (!entry.Kind.TakesNumber())
            {
                _events.Insert(entry);
                continue;
            }

            _entries.Insert(entry);
            if (entry.Key is { } key)
            {
                _keys.Remember(key, entry);
                keys.Add((key, entry.MessageId));
            }
        }

        while (batch.NextRecord(out var record))
        {
            _records.Set(record!);
        }

        return newest;
    }
}
